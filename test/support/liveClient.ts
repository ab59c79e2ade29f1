import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { OwnQuestion } from '../../shared/live/audience.ts'
import type { CommandInput, CommandKind } from '../../shared/live/commands.ts'
import {
  type Answer,
  type CaughtUp,
  type ClientToServer,
  type Done,
  type Follower,
  type Following,
  liveNamespace,
  type ServerToClient,
} from '../../shared/live/protocol.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import { emptyMeeting, type MeetingState } from '../../shared/live/state.ts'
import { takeChanges } from '../../shared/live/take.ts'

type Detail<Kind extends CommandKind> = Extract<CommandInput, { kind: Kind }>['detail']

/** A command with an id of its own. */
export function aCommand<Kind extends CommandKind>(meeting: number, kind: Kind, detail: Detail<Kind>): CommandInput {
  return { id: randomUUID(), meeting, kind, detail } as CommandInput
}

/** A device's cookie, made up as a browser would hold it. */
export function aDeviceCookie(): string {
  return `device=${Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')}`
}

/** Refusals that say to try again. */
const passing: readonly Refusal[] = ['too-fast', 'not-available']

class NotFollowed extends Error {
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(`Not followed: ${reason}`)
    this.reason = reason
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A phone, projector or chair as it should be written: it follows, asks for what it misses, and comes back by itself. */
export class LiveClient {
  readonly socket: Socket<ServerToClient, ClientToServer>
  readonly meeting: number
  readonly as: Follower
  state: MeetingState = emptyMeeting
  online = 0
  own: Following['own'] | undefined
  /** What it was told of questions of its own that not everyone sees, one telling after another. */
  toldOwn: OwnQuestion[][] = []
  /** Numbers in the order in which they were taken, to see that none came twice. */
  taken: number[] = []
  /** Everything that came, as text. */
  heard = ''
  private followed: Promise<void>
  private wake: (() => void)[] = []

  constructor(url: string, meeting: number, as: Follower, cookie = aDeviceCookie()) {
    this.meeting = meeting
    this.as = as
    this.socket = io(url + liveNamespace, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    })
    let first: (() => void) | undefined
    this.followed = new Promise((resolve) => {
      first = resolve
    })
    this.socket.on('connect', () => void this.followOn().then(() => first?.()))
    this.socket.on('meeting:changed', ({ changes }) => {
      this.heard += JSON.stringify(changes)
      this.take({ snapshot: null, changes })
    })
    this.socket.on('meeting:own', (message) => {
      this.heard += JSON.stringify(message)
      this.toldOwn.push(message.questions)
      this.woken()
    })
    this.socket.on('meeting:present', ({ online }) => {
      this.online = online
      this.woken()
    })
  }

  /** Waits until it follows. */
  async ready(): Promise<this> {
    await this.followed
    return this
  }

  send<Kind extends CommandKind>(kind: Kind, detail: Detail<Kind>): Promise<Answer<Done>> {
    return this.sendCommand(aCommand(this.meeting, kind, detail))
  }

  sendCommand(command: CommandInput): Promise<Answer<Done>> {
    return this.socket.emitWithAck('meeting:command', command)
  }

  /** Sends a command until it has an answer that is one: through lost connections, and when told to try again. */
  async sendSurely(command: CommandInput): Promise<Answer<Done>> {
    for (;;) {
      try {
        const answer = await this.socket.timeout(5000).emitWithAck('meeting:command', command)
        if (answer.ok || !passing.includes(answer.reason)) return answer
        await pause(answer.retryAfterMs ?? 200)
      } catch {
        await pause(50) // the connection went before the answer came
      }
    }
  }

  /** Waits until the state is as wanted. */
  async until(isSo: (state: MeetingState) => boolean, what = 'the state that was waited for'): Promise<MeetingState> {
    const giveUp = performance.now() + 10_000
    while (!isSo(this.state)) {
      if (performance.now() > giveUp) throw new Error(`Without ${what}: ${JSON.stringify(this.state).slice(0, 500)}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 250)
        this.wake.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
    return this.state
  }

  close(): void {
    this.socket.disconnect()
  }

  /** Follows as soon as it can be; a lost connection brings another try by itself. */
  private async followOn(): Promise<void> {
    while (this.socket.connected) {
      try {
        return await this.follow()
      } catch (error) {
        if (error instanceof NotFollowed && !passing.includes(error.reason)) throw error
        await pause(100)
      }
    }
  }

  private async follow(): Promise<void> {
    const after = this.state.sequence > 0 ? this.state.sequence : null
    const answer = await this.socket.emitWithAck('meeting:follow', { meeting: this.meeting, after, as: this.as })
    this.heard += JSON.stringify(answer)
    if (!answer.ok) throw new NotFollowed(answer.reason)
    this.own = answer.own
    this.online = answer.online
    this.take(answer)
  }

  private take({ snapshot, changes }: Pick<CaughtUp, 'snapshot' | 'changes'>): void {
    if (snapshot) this.state = snapshot
    const before = this.state.sequence
    const { state, isMissingSome } = takeChanges(this.state, changes)
    this.state = state
    for (let sequence = before + 1; sequence <= state.sequence; sequence += 1) this.taken.push(sequence)
    this.woken()
    if (isMissingSome) void this.askForMissing()
  }

  private async askForMissing(): Promise<void> {
    const since = { meeting: this.meeting, after: this.state.sequence }
    const answer = await this.socket.emitWithAck('meeting:since', since).catch(() => undefined)
    if (!answer) return // it will follow again
    this.heard += JSON.stringify(answer)
    if (answer.ok) this.take(answer)
  }

  private woken(): void {
    for (const resume of this.wake.splice(0)) resume()
  }
}
