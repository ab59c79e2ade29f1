import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { liveNamespace } from '../../../shared/live/protocol.ts'
import { answer, usage } from './children.ts'

/**
 * What ours is measured beside: Socket.IO with the same transport, a room a meeting, and each message handed on to the room as it came.
 * Nothing is stored, decided, limited or counted.
 */
const server = createServer()
const namespace = new Server(server, { transports: ['websocket'], serveClient: false }).of(liveNamespace)

namespace.on('connection', (socket) => {
  socket.on('meeting:follow', ({ meeting }, reply) => {
    socket.join(String(meeting))
    reply({ ok: true, sequence: 0 })
  })
  socket.on('meeting:command', ({ meeting, detail }, reply) => {
    namespace.to(String(meeting)).emit('meeting:changed', detail)
    reply({ ok: true, sequence: 0 })
  })
})
const listening = new Promise<void>((resolve) => {
  server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' }, resolve)
})

const answers = { ...usage, ready: () => listening }
export type BareServer = typeof answers

answer(answers)
