import { io, type Socket } from 'socket.io-client'
import { type ClientToServer, liveNamespace, type ServerToClient } from '../../../shared/live/protocol.ts'
import type { Followed, OpenLine } from './line.ts'

const patienceMs = 8000

/** The way by Socket.IO, over WebSocket only. After a restart of the server a hall's phones come back spread over some seconds. */
export function socketLine({ meeting, as, language }: Followed): OpenLine {
  const socket: Socket<ServerToClient, ClientToServer> = io(liveNamespace, {
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 1250,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.6,
    timeout: patienceMs,
  })
  const patient = () => socket.timeout(patienceMs)
  return {
    follow: (after) => patient().emitWithAck('meeting:follow', { meeting, after, as, language }),
    since: (after) => patient().emitWithAck('meeting:since', { meeting, after }),
    send: (command) => patient().emitWithAck('meeting:command', command),
    open: (events) => {
      socket.on('connect', events.up)
      socket.on('disconnect', (reason) => {
        events.down()
        // After a goodbye of the server's the client does not come back by itself.
        if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500 + Math.random() * 4500)
      })
      socket.on('meeting:changed', events.changed)
      socket.on('meeting:own', events.own)
      socket.on('meeting:present', events.present)
      socket.connect()
    },
    retry: () => {
      if (socket.connected) socket.disconnect()
      socket.connect()
    },
    close: () => socket.disconnect(),
  }
}
