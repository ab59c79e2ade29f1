import type { Server as HttpServer, IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Gauge } from 'prom-client'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Audience } from '../../shared/live/audience.ts'
import { type ClientToServer, liveNamespace, type ServerToClient } from '../../shared/live/protocol.ts'
import type { Context } from '../context.ts'
import { deviceOf, isDeviceCookie, newDevice, sinceOf } from '../web/device.ts'
import { isOwnOrigin } from '../web/sameOrigin.ts'
import { addressOf } from './address.ts'
import { onCommand } from './events/command.ts'
import { onFollow } from './events/follow.ts'
import { onSince } from './events/since.ts'
import type { Bucket } from './limits.ts'
import type { Live } from './live.ts'
import type { Told } from './room.ts'
import { Teller } from './teller.ts'

/** What is kept of a socket. */
export interface SocketData {
  device: string
  /** When the device first came, as far as its cookie shows. */
  since: number | null
  address: string
  language: Language
  bucket: Bucket
  /** What may show that somebody chairs: kept where there is more than the device's cookie. */
  chairHeaders: IncomingHttpHeaders | undefined
  /** `present`: as what the device is counted among those online, where it is. */
  following: { meeting: number; audience: Audience; present: string | undefined } | undefined
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>
type LiveServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>

/** The largest message that a client may send: an agenda item with all its documents fits. */
const largestMessageBytes = 32_768
/** How long a phone may take to say goodbye when the process ends. */
const goodbyeMs = 1000

/** The room of those who are told the same of a meeting. */
export function roomOf(meeting: number, audience: Audience): string {
  return `${meeting} ${audience}`
}

/** The sockets of a process. */
export interface LiveSockets {
  /** Tells how many are online, where that has changed. */
  tellPresence(): void
  /** Takes the chair's view from sockets that chair no longer. */
  lookAtChairs(): Promise<void>
  /** Closes every connection in a way after which clients come back by themselves, to whichever process then answers. */
  close(): Promise<void>
}

/** Opens the namespace on a server of HTTP. */
export function openSockets(server: HttpServer, context: Context, live: Live): LiveSockets {
  let isClosing = false
  const io: LiveServer = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: largestMessageBytes,
    connectTimeout: 10_000,
    allowRequest: (request, answer) =>
      answer(null, !isClosing && isOwnOrigin(context.config.publicUrl, request.headers)),
  })
  const given = new WeakMap<IncomingMessage, string>()
  io.engine.on('initial_headers', (headers: Record<string, string>, request: IncomingMessage) => {
    if (deviceOf(request.headers) !== null) return
    const { device, cookie } = newDevice(context)
    given.set(request, device)
    headers['Set-Cookie'] = cookie
  })

  const namespace = io.of(liveNamespace)
  namespace.on('connection', (socket) => {
    const { request } = socket
    socket.data.device = deviceOf(request.headers) ?? given.get(request) ?? newDevice(context).device
    socket.data.since = sinceOf(context, request.headers)
    socket.data.address = addressOf(request)
    socket.data.language = 'en'
    socket.data.bucket = live.limits.newBucket(false)
    socket.data.chairHeaders = chairHeadersOf(request.headers)
    socket.data.following = undefined
    forgetRequest(socket)
    socket.on('meeting:follow', onFollow(live, socket))
    socket.on('meeting:since', onSince(live, socket))
    socket.on('meeting:command', onCommand(live, socket))
    socket.on('disconnect', () => leave(live, socket))
  })

  const teller = new Teller(
    (meeting, audience, changes) =>
      namespace.to(roomOf(meeting, audience)).emit('meeting:changed', { meeting, changes, now: live.now() }),
    (meeting) => followersOf(meeting).size,
    (meeting, told) => void tellOwn(meeting, told),
  )
  live.onTold((meeting, told) => teller.tell(meeting, told))
  const toldOnline = new Map<number, { online: number; at: number }>()
  new Gauge({
    name: 'live_sockets',
    help: 'Sockets that are connected',
    registers: [context.metrics.registry],
    collect() {
      this.set(io.engine.clientsCount)
    },
  })

  return {
    tellPresence: () => {
      const now = performance.now()
      for (const meeting of meetingsFollowed()) {
        const online = live.presence.online(meeting)
        const last = toldOnline.get(meeting)
        if (last && (last.online === online || now - last.at < (online > 1000 ? 10_000 : 1500))) continue
        toldOnline.set(meeting, { online, at: now })
        const rooms = [roomOf(meeting, 'everyone'), roomOf(meeting, 'chair')]
        namespace.to(rooms).emit('meeting:present', { meeting, online, now: live.now() })
      }
    },
    lookAtChairs: async () => {
      for (const socket of namespace.sockets.values()) {
        const { following, chairHeaders = {} } = socket.data
        if (following?.audience !== 'chair') continue
        if (!(await live.isChair(chairHeaders, following.meeting))) socket.conn.close()
      }
    },
    close: async () => {
      teller.close()
      live.onTold(() => {})
      isClosing = true
      const lines = linesOf(io)
      // Not `disconnectSockets`: after a goodbye a client would not come back by itself.
      io.engine.close()
      await Promise.all(lines.map(ended))
    },
  }

  function followersOf(meeting: number): ReadonlySet<string> {
    return namespace.adapter.rooms.get(roomOf(meeting, 'everyone')) ?? new Set()
  }

  /** Whoever asked a question that not everyone sees is told what became of it. */
  async function tellOwn(meeting: number, told: readonly Told[]): Promise<void> {
    try {
      const own = await live.ownQuestionsAfter(meeting, told)
      if (own.size === 0) return
      for (const id of followersOf(meeting)) {
        const socket = namespace.sockets.get(id)
        const { present } = socket?.data.following ?? {}
        const questions = present === undefined ? undefined : own.get(present)
        if (questions) socket?.emit('meeting:own', { meeting, questions, now: live.now() })
      }
    } catch (error) {
      // They learn it when they next follow.
      context.log.warn({ err: error, meeting }, 'devices not told of their own questions')
    }
  }

  function meetingsFollowed(): Set<number> {
    return new Set(
      [...namespace.adapter.rooms.keys()]
        .flatMap((room) => /^(\d+) (everyone|chair)$/.exec(room)?.[1] ?? [])
        .map(Number),
    )
  }
}

function chairHeadersOf({ cookie, authorization }: IncomingHttpHeaders): IncomingHttpHeaders | undefined {
  if (authorization !== undefined) return { authorization }
  const names = (cookie ?? '').split(';').flatMap((pair) => pair.split('=')[0]?.trim() || [])
  return names.every(isDeviceCookie) ? undefined : { cookie }
}

interface Line {
  readyState: number
  once(event: 'close', listener: () => void): void
  terminate(): void
}

/** The WebSockets under the sockets. */
function linesOf(io: LiveServer): Line[] {
  const clients = Object.values((io.engine as unknown as { clients: Record<string, unknown> }).clients)
  return clients.flatMap((client) => (client as { transport?: { socket?: Line } }).transport?.socket ?? [])
}

/** Waits a moment for a phone to say goodbye; one that sleeps does not. */
function ended(line: Line): Promise<void> {
  const closed = 3
  if (line.readyState === closed) return Promise.resolve()
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => line.terminate(), goodbyeMs)
    line.once('close', () => {
      clearTimeout(giveUp)
      resolve()
    })
  })
}

/** A socket that goes away, or follows another meeting. */
export function leave(live: Live, socket: LiveSocket): void {
  const { following } = socket.data
  if (!following) return
  socket.data.following = undefined
  if (following.present !== undefined) live.presence.leave(following.meeting, following.present)
  socket.leave(roomOf(following.meeting, following.audience))
}

/** What a phone's request brought is of no use once it is connected, and weighs more than all that is kept of the phone. */
function forgetRequest(socket: LiveSocket): void {
  const { conn } = socket as unknown as { conn: { request?: unknown } }
  conn.request = undefined
  const { handshake } = socket as unknown as { handshake: { headers: unknown; query: unknown } }
  handshake.headers = {}
  handshake.query = {}
}
