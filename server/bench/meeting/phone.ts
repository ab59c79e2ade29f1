import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Answer, Changed, Done, Follower, Following } from '../../../shared/live/protocol.ts'
import { machineNow } from './clock.ts'
import { opcodes, readFrames, textToSend } from './frames.ts'

/** Where a phone calls. */
export interface Line {
  port: number
  meeting: number
  as: Follower
  cookie?: string
  /** One of the machine's own addresses; each has only so many ports. */
  localAddress?: string
}

/** Who listens to a phone. */
export interface Listener {
  /** It has what the server has. */
  onLevel?(phone: Phone, at: number): void
  onChanged?(phone: Phone, message: Changed, at: number): void
}

/** As client/islands/live/socketLine.ts says. */
const reconnection = { delayMs: 1250, mostMs: 5000, jitter: 0.5 }
/** Messages of Engine.IO and Socket.IO in the namespace: https://socket.io/docs/v4/engine-io-protocol and …/socket-io-protocol. */
const packets = { ping: '2', pong: '3', join: '40/live,', event: '42/live,', ack: '43/live,', refused: '44/live,' }
const handshakeEnd = Buffer.from('\r\n\r\n')

/** All phones of a process read into the same bytes, one after another. */
const shared = Buffer.alloc(256 * 1024)

/**
 * A phone that weighs little: it speaks Socket.IO by hand over a bare connection, follows one meeting, comes back by itself as the real
 * client does, and reads what thousands are told alike only once.
 */
export class Phone {
  readonly line: Line
  /** The last change it has. */
  sequence: number | null = null
  isLevel = false
  private readonly listener: Listener
  private socket: Socket | undefined
  private isOpen = false
  private rest: Buffer | undefined
  private attempts = 0
  private isClosed = false
  private asked = 0
  private readonly waiting = new Map<number, (answer: unknown) => void>()

  constructor(line: Line, listener: Listener) {
    this.line = { cookie: aDevice(), ...line }
    this.listener = listener
    this.connect()
  }

  /** Sends a command. @returns the answer; undefined when the connection went before it came */
  send(kind: string, detail: object): Promise<Answer<Done> | undefined> {
    const command = { id: crypto.randomUUID(), meeting: this.line.meeting, kind, detail }
    return this.ask('meeting:command', command)
  }

  close(): void {
    this.isClosed = true
    this.socket?.destroy()
  }

  private ask<Reply>(event: string, message: object): Promise<Reply | undefined> {
    this.asked += 1
    const number = this.asked
    return new Promise((resolve) => {
      this.waiting.set(number, resolve as (answer: unknown) => void)
      this.write(`${packets.event}${number}${JSON.stringify([event, message])}`)
    })
  }

  private connect(): void {
    const { port, localAddress, cookie } = this.line
    const socket = connect({
      host: '127.0.0.1',
      port,
      ...(localAddress ? { localAddress } : {}),
      noDelay: true,
      onread: { buffer: shared, callback: (bytes) => this.read(bytes) },
    })
    this.socket = socket
    socket.once('connect', () =>
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\n` +
          'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n' +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      ),
    )
    socket.on('error', () => {}) // the close follows
    socket.once('close', () => this.comeBack())
  }

  private comeBack(): void {
    this.socket = undefined
    this.isOpen = false
    this.isLevel = false
    this.rest = undefined
    for (const resolve of this.waiting.values()) resolve(undefined)
    this.waiting.clear()
    if (this.isClosed) return
    const { delayMs, mostMs, jitter } = reconnection
    const wanted = delayMs * 2 ** this.attempts * (1 + jitter * (2 * Math.random() - 1))
    this.attempts += 1
    setTimeout(() => this.isClosed || this.connect(), Math.min(mostMs, wanted))
  }

  private read(count: number): boolean {
    const fresh = shared.subarray(0, count)
    const bytes = this.rest ? Buffer.concat([this.rest, fresh]) : fresh
    this.rest = undefined
    const read = this.isOpen ? this.readOpen(bytes) : this.readHandshake(bytes)
    if (read < bytes.length) this.rest = Buffer.from(bytes.subarray(read))
    return true
  }

  private readHandshake(bytes: Buffer): number {
    const end = bytes.indexOf(handshakeEnd)
    if (end < 0) return 0
    if (!bytes.subarray(0, end).toString('latin1').startsWith('HTTP/1.1 101')) {
      this.socket?.destroy()
      return bytes.length
    }
    this.isOpen = true
    const start = end + handshakeEnd.length
    return start + this.readOpen(bytes.subarray(start))
  }

  private readOpen(bytes: Buffer): number {
    return readFrames(bytes, (opcode, start, end) => {
      if (opcode === opcodes.text) this.hear(bytes.toString('utf8', start, end))
      else if (opcode === opcodes.close) this.socket?.destroy()
    })
  }

  private hear(text: string): void {
    if (text.startsWith(packets.event)) this.hearEvent(text)
    else if (text === packets.ping) this.write(packets.pong)
    else if (text.startsWith(packets.ack)) this.hearAnswer(text)
    else if (text.startsWith('0')) this.write(packets.join)
    else if (text.startsWith(packets.join)) this.follow()
    else this.socket?.destroy()
  }

  private hearEvent(text: string): void {
    const at = machineNow()
    const [event, message] = readAlike(text)
    if (event !== 'meeting:changed') return
    const last = (message as Changed).changes.at(-1)?.sequence ?? 0
    this.sequence = Math.max(this.sequence ?? 0, last)
    this.listener.onChanged?.(this, message as Changed, at)
  }

  private hearAnswer(text: string): void {
    const start = text.indexOf('[')
    const number = Number(text.slice(packets.ack.length, start))
    const [answer] = JSON.parse(text.slice(start)) as [unknown]
    this.waiting.get(number)?.(answer)
    this.waiting.delete(number)
  }

  private follow(): void {
    const { meeting, as } = this.line
    const { sequence: after } = this
    this.ask<Answer<Following>>('meeting:follow', { meeting, after, as }).then((answer) => {
      if (!answer) return
      if (!answer.ok) {
        this.socket?.destroy() // it will try again
        return
      }
      this.attempts = 0
      this.sequence = Math.max(this.sequence ?? 0, answer.sequence)
      this.isLevel = true
      this.listener.onLevel?.(this, machineNow())
    })
  }

  private write(text: string): void {
    this.socket?.write(text === packets.pong ? pong : textToSend(text))
  }
}

const pong = textToSend(packets.pong)

let lastText = ''
let lastRead: [string, unknown] = ['', undefined]

/** Thousands of phones are told the same text: it is read for the first of them. */
function readAlike(text: string): [string, unknown] {
  if (text === lastText) return lastRead
  lastText = text
  lastRead = JSON.parse(text.slice(packets.event.length)) as [string, unknown]
  return lastRead
}

function aDevice(): string {
  return `device=${randomBytes(16).toString('base64url')}`
}
