import type { CommandInput, CommandKind } from '../../../shared/live/commands.ts'
import {
  type Answer,
  type CaughtUp,
  type Done,
  type OwnActs,
  protocolVersion,
  type Refused,
} from '../../../shared/live/protocol.ts'
import type { MeetingState } from '../../../shared/live/state.ts'
import { takeChanges } from '../../../shared/live/take.ts'
import type { Line, OpenLine } from './line.ts'
import { type Kept, Outbox } from './outbox.ts'
import { withCommand, withQuestions } from './ownActs.ts'
import { ServerClock } from './serverClock.ts'

/** How the device hears of the meeting: told at once, asking every two seconds, or not at all just now. */
export type Link = 'starting' | 'live' | 'plain' | 'lost'

/** What a page shows. */
export interface LiveView {
  state: MeetingState
  own: OwnActs
  /** How many devices follow. */
  online: number
  link: Link
  /** The server speaks a newer protocol: the page must be loaded again. */
  isOutdated: boolean
  /** The server lets this device follow no longer. */
  shut: Refused | null
  /** A command from before a reload that was refused. */
  late: Refused | null
  /** Commands that are not answered yet. */
  waiting: number
}

export interface StoreParts {
  meeting: number
  /** What the page was written with. */
  first: Pick<LiveView, 'state' | 'own' | 'online'> & { now: number }
  socket: OpenLine
  plain: Line
  kept: Kept
  /** Names what is kept for one way of following. */
  as: string
  onChange(view: LiveView): void
  /** A command from before a reload is stored. */
  onLateDone?(command: CommandInput): void
  random?: () => number
}

/** So long a socket may take to come up before plain HTTP steps in, and so often plain HTTP asks. */
const plainAfterMs = 2000
const plainEveryMs = 2000
/** After a failure the next asking waits a random time that grows between these two: a hall does not come back in one moment. */
const shortestWaitMs = 500
const longestWaitMs = 5000
/** Within so long after the start phones ask once by plain HTTP, each at a moment of its own: a hall does not ask in one. */
const markedWithinMs = 30_000
/** A socket that answers nothing for so long is asked whether it is still there, and has as long to answer that. */
const silentMs = 2500

/**
 * The state of one meeting in the browser. It comes by socket, else by plain HTTP, and is the same whichever way and in whatever order its
 * changes come; commands go out under an id of their own until they are answered.
 */
export class MeetingStore {
  view: LiveView
  readonly clock: ServerClock
  private readonly parts: StoreParts
  private readonly outbox: Outbox
  private readonly promises = new Map<string, (answer: Answer<Done>) => void>()
  private isUp = false
  private isDoubted = false
  private isAsking = false
  private isSending = false
  private isEnded = false
  private failures = 0
  private askTimer: ReturnType<typeof setTimeout> | undefined
  private sendTimer: ReturnType<typeof setTimeout> | undefined
  private markTimer: ReturnType<typeof setTimeout> | undefined
  /** This device has what shows after the meeting that it followed: an answer by HTTP, the page's own among them, gives it. */
  private isMarked: boolean

  constructor(parts: StoreParts) {
    this.parts = parts
    const { state, own, online, now } = parts.first
    this.clock = new ServerClock(now)
    this.isMarked = parts.as !== 'phone' || state.phase === 'running'
    this.outbox = new Outbox(parts.kept, `outbox ${parts.meeting} ${parts.as}`)
    this.view = {
      state,
      own,
      online,
      link: 'starting',
      isOutdated: false,
      shut: null,
      late: null,
      waiting: this.outbox.size,
    }
  }

  start(): void {
    this.parts.socket.open({
      up: () => void this.up(),
      down: () => this.down(),
      changed: ({ meeting, changes }) => {
        if (meeting !== this.parts.meeting) return
        const { state, isMissingSome } = takeChanges(this.view.state, changes)
        if (state !== this.view.state) this.show({ state })
        if (isMissingSome) void this.fill()
      },
      own: ({ meeting, questions }) => {
        if (meeting === this.parts.meeting) this.show({ own: withQuestions(this.view.own, questions) })
      },
      present: ({ meeting, online }) => {
        if (meeting === this.parts.meeting && online !== this.view.online) this.show({ online })
      },
    })
    this.askSoon(plainAfterMs)
  }

  end(): void {
    this.isEnded = true
    clearTimeout(this.askTimer)
    clearTimeout(this.sendTimer)
    clearTimeout(this.markTimer)
    this.parts.socket.close()
  }

  /** The device was asleep, offline or on another page: looks at once whether it has missed anything. */
  wake(): void {
    if (this.isEnded) return
    this.clock.doubt()
    this.failures = 0
    if (this.isUp) this.doubtSocket()
    else {
      this.parts.socket.retry()
      this.askSoon(0)
    }
  }

  /** The server's clock now, in milliseconds. */
  now(): number {
    return Date.now() + this.clock.offsetMs
  }

  /**
   * Sends a command, again and again until it is answered.
   * @param id of the command; another one for each thing that a person does
   */
  send<Kind extends CommandKind>(kind: Kind, detail: CommandInput<Kind>['detail'], id: string): Promise<Answer<Done>> {
    const answered = new Promise<Answer<Done>>((resolve) => this.promises.set(id, resolve))
    this.outbox.add({ id, meeting: this.parts.meeting, kind, detail } as CommandInput)
    this.show({ waiting: this.outbox.size })
    void this.flush()
    return answered
  }

  /** A notice of a late refusal has been read. */
  forgetLate(): void {
    this.show({ late: null })
  }

  private async up(): Promise<void> {
    try {
      const after = this.view.state.sequence
      const askedAt = Date.now()
      const answer = await this.parts.socket.follow(after)
      if (!this.take(answer, after, askedAt)) return
      this.isUp = true
      this.failures = 0
      clearTimeout(this.askTimer)
      this.show({ link: 'live' })
      void this.flush()
    } catch {
      // It went down again, or says nothing: plain HTTP is asking meanwhile.
      this.askSoon(0)
    }
  }

  private down(): void {
    if (!this.isUp) return
    this.isUp = false
    this.askSoon(this.wait(0))
  }

  /** A line that was cut where nobody saw it is silent for most of a minute before it is told to be down: one question finds out. */
  private doubtSocket(): void {
    if (this.isDoubted) return
    this.isDoubted = true
    const silent = setTimeout(() => {
      this.down()
      this.parts.socket.retry()
      this.askSoon(0)
    }, silentMs)
    void this.fill().finally(() => {
      clearTimeout(silent)
      this.isDoubted = false
    })
  }

  /** Asks for what is missing, by number. */
  private async fill(): Promise<void> {
    const after = this.view.state.sequence
    const askedAt = Date.now()
    try {
      this.take(await this.parts.socket.since(after), after, askedAt)
    } catch {
      this.askSoon(0)
    }
  }

  private askSoon(ms: number): void {
    clearTimeout(this.askTimer)
    if (!this.isEnded && !this.view.shut) this.askTimer = setTimeout(() => void this.ask(), ms)
  }

  /** Asks by plain HTTP, and goes on asking until the socket is up. */
  private async ask(): Promise<void> {
    if (this.isAsking || this.isEnded) return
    this.isAsking = true
    let next = plainEveryMs
    try {
      const after = this.view.state.sequence
      const askedAt = Date.now()
      const wasRunning = this.view.state.phase === 'running'
      const answer = await this.parts.plain.follow(after)
      if (this.take(answer, after, askedAt)) {
        this.failures = 0
        this.isMarked ||= wasRunning
        if (!this.isUp) this.show({ link: 'plain' })
        void this.flush()
      } else if (!answer.ok) next = Math.max(next, answer.retryAfterMs ?? 0)
    } catch {
      if (!this.isUp) this.show({ link: 'lost' })
      next = this.wait(this.failures)
      this.failures += 1
    } finally {
      this.isAsking = false
    }
    if (!this.isUp) this.askSoon(next)
    else this.markSoon()
  }

  /** A phone whose page was written before the start, and that has followed by socket since, asks by plain HTTP until it is answered. */
  private markSoon(): void {
    const isDue = this.isUp && !this.isMarked && this.view.state.phase === 'running'
    if (!isDue || this.isEnded || this.view.shut || this.markTimer !== undefined) return
    const random = this.parts.random ?? Math.random
    this.markTimer = setTimeout(() => {
      this.markTimer = undefined
      if (this.isUp && !this.isMarked) void this.ask()
    }, random() * markedWithinMs)
  }

  private wait(failures: number): number {
    const random = this.parts.random ?? Math.random
    const most = Math.min(longestWaitMs, shortestWaitMs * 2 ** (failures + 1))
    return shortestWaitMs + random() * (most - shortestWaitMs)
  }

  /** Takes an answer. @returns whether it could be followed */
  private take(answer: Answer<CaughtUp & Partial<{ own: OwnActs; online: number }>>, after: number, askedAt: number) {
    this.clock.take(askedAt, answer.now)
    if (!answer.ok) {
      if (answer.reason !== 'too-fast' && answer.reason !== 'not-available') this.show({ shut: answer })
      return false
    }
    if (answer.version !== protocolVersion) {
      this.show({ isOutdated: true })
      return false
    }
    const { snapshot, changes, sequence, online = this.view.online } = answer
    const { state } = this.view
    // What is older than what is known was overtaken; unless the log itself is shorter than what was asked after.
    const isOvertaken = sequence < state.sequence && state.sequence !== after
    const own = isOvertaken ? this.view.own : (answer.own ?? this.view.own)
    const whole = isOvertaken ? state : snapshot
    this.show({ state: whole ?? takeChanges(state, changes).state, own, online })
    return true
  }

  /** Sends what waits, one after another, on whichever line is up. */
  private async flush(): Promise<void> {
    if (this.isSending || this.isEnded) return
    this.isSending = true
    clearTimeout(this.sendTimer)
    for (let command = this.outbox.first; command; command = this.outbox.first) {
      const wait = await this.sendOne(command)
      if (wait === 0) continue
      if (!this.isEnded) this.sendTimer = setTimeout(() => void this.flush(), wait)
      break
    }
    this.isSending = false
  }

  /** @returns after how many milliseconds to send again; 0 when it is answered */
  private async sendOne(command: CommandInput): Promise<number> {
    const silent = setTimeout(() => this.isUp && this.doubtSocket(), silentMs)
    try {
      const answer = await (this.isUp ? this.parts.socket : this.parts.plain).send(command)
      if (!answer.ok && answer.reason === 'too-fast') return answer.retryAfterMs ?? this.wait(1)
      if (!answer.ok && answer.reason === 'not-available') return this.wait(1)
      this.answered(command, answer)
      return 0
    } catch {
      return this.wait(2)
    } finally {
      clearTimeout(silent)
    }
  }

  private answered(command: CommandInput, answer: Answer<Done>): void {
    this.outbox.remove(command.id)
    const own = answer.ok ? withCommand(this.view.own, command, this.view.state) : this.view.own
    const resolve = this.promises.get(command.id)
    this.promises.delete(command.id)
    const isLate = resolve === undefined && !answer.ok && answer.reason !== 'id-taken'
    this.show({ own, waiting: this.outbox.size, ...(isLate ? { late: answer } : {}) })
    if (resolve) resolve(answer)
    else if (answer.ok) this.parts.onLateDone?.(command)
    // Whoever asks by plain HTTP sees what they did at once.
    if (answer.ok && !this.isUp && answer.sequence > this.view.state.sequence) this.askSoon(0)
  }

  private show(changed: Partial<LiveView>): void {
    this.view = { ...this.view, ...changed }
    this.parts.onChange(this.view)
    this.markSoon()
  }
}
