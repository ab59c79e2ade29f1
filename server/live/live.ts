import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { z } from 'zod'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Audience } from '../../shared/live/audience.ts'
import { commandRules } from '../../shared/live/commandRules.ts'
import { type Command, type Problem, readCommand } from '../../shared/live/commands.ts'
import {
  type Answer,
  type CaughtUp,
  type Done,
  type Follower,
  type Following,
  protocolVersion,
  type Refused,
} from '../../shared/live/protocol.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import { refusalSentence } from '../../shared/live/sentences.ts'
import type { Context } from '../context.ts'
import { deviceHash } from '../web/device.ts'
import { translator } from '../web/translate.ts'
import type { Alongside } from './alongside.ts'
import { chairOf } from './chair.ts'
import type { Sender } from './decideBatch.ts'
import { type Bucket, CommandLimits, type LiveLimits, usualLimits } from './limits.ts'
import { noActs, OwnActsReader } from './ownActs.ts'
import { type OwnQuestions, ownQuestionsAfter } from './ownTeller.ts'
import { Presence } from './presence.ts'
import type { Room, Told } from './room.ts'
import { Rooms } from './rooms.ts'
import { followInput, sinceInput } from './schemas.ts'
import { Writer } from './writer.ts'

/** Whoever sends something in, by a socket or by plain HTTP. */
export interface Caller {
  /** What shows that they chair; undefined for those who do not say that they do. */
  chairHeaders: IncomingHttpHeaders | undefined
  /** The random text of the device's cookie. */
  device: string | null
  /** When that device first came, as far as its cookie shows. */
  since: number | null
  address: string
  language: Language
  bucket: Bucket
}

/** Live meetings in this process: reads, writes and tells. Sockets and the HTTP twin are two doors to it. */
export class Live {
  readonly rooms: Rooms
  readonly presence: Presence
  readonly limits: CommandLimits
  private readonly context: Context
  private readonly writer: Writer
  private readonly acts: OwnActsReader
  private readonly deviceKey: string
  private tellSockets: (meeting: number, told: Told[]) => void = () => {}

  /** @param alongside what is stored along with changes of the chair's and the team's */
  constructor(context: Context, limits: Partial<LiveLimits> = {}, alongside: Alongside = async () => {}) {
    const { database, clock, log } = context
    this.context = context
    this.limits = new CommandLimits({ ...usualLimits, ...limits })
    this.presence = new Presence(database, randomUUID())
    this.acts = new OwnActsReader(database)
    this.deviceKey = context.keyFor('meeting-device')
    this.rooms = new Rooms(database, (room, told) => this.heard(room, told))
    this.writer = new Writer({
      database,
      clock,
      log,
      rooms: this.rooms,
      forgetPageVersion: context.forgetPageVersion,
      alongside,
      mostOnline: (meeting) => this.presence.most(meeting),
    })
  }

  /** Who is told of changes in this process. */
  onTold(tell: (meeting: number, told: Told[]) => void): void {
    this.tellSockets = tell
  }

  /**
   * Begins to follow a meeting.
   * @param onFollow is called, if it may be followed, in the same moment as the answer is put together: no change falls in between;
   * `present` is as what its device is counted among those online: a phone's is
   */
  async follow(
    input: unknown,
    caller: Caller,
    onFollow: (meeting: number, as: Follower, language: Language, present: string | undefined) => void = () => {},
  ): Promise<Answer<Following>> {
    return this.answering(caller, async () => {
      const read = followInput.safeParse(input)
      if (!read.success) return this.notUnderstood(caller, read.error)
      const { meeting, after, as, language } = read.data
      const room = await this.rooms.get(meeting)
      if (!room) return this.refused(caller, 'no-such-meeting')
      const audience = await this.audienceOf(as, meeting, caller)
      if (!audience) return this.refused(caller, 'not-allowed')
      const device = caller.device === null ? undefined : this.hash(meeting, caller.device)
      const ownOf = device === undefined ? undefined : await this.acts.read(meeting, device)
      onFollow(meeting, as, language, as === 'phone' ? device : undefined)
      const own = ownOf?.(room.state) ?? noActs
      return { ...this.caughtUp(room, audience, after), own, online: this.presence.online(meeting) }
    })
  }

  /** What a client missed. */
  async since(input: unknown, caller: Caller, audience: Audience): Promise<Answer<CaughtUp>> {
    return this.answering(caller, async () => {
      const read = sinceInput.safeParse(input)
      if (!read.success) return this.notUnderstood(caller, read.error)
      const room = await this.rooms.get(read.data.meeting)
      return room ? this.caughtUp(room, audience, read.data.after) : this.refused(caller, 'no-such-meeting')
    })
  }

  /** Decides a command and stores what it changes. When the answer says that it is done, it is committed. */
  async command(input: unknown, caller: Caller): Promise<Answer<Done>> {
    return this.answering(caller, async () => {
      const read = readCommand(input)
      if (!read.ok) return this.refused(caller, 'not-valid', { problem: read.problem })
      const { command } = read
      const sender = await this.senderOf(command, caller)
      if ('ok' in sender) return sender
      const outcome = await this.writer.send({ command, sender })
      if (!outcome.ok) return this.refused(caller, outcome.reason)
      if (sender.kind === 'device') this.limits.keep(sender.device)
      return { ok: true, sequence: outcome.sequence, now: this.now() }
    })
  }

  /**
   * A command of the service's own, such as of a job or a page of the team that has looked who it is.
   * @param alongside what is stored along with its change, instead of what usually is
   */
  async commandAs(sender: Exclude<Sender, { kind: 'device' }>, command: Command, alongside?: Alongside) {
    return this.writer.send({ command, sender, alongside })
  }

  /** What devices are to be told of questions of their own that not everyone sees. */
  async ownQuestionsAfter(meeting: number, told: readonly Told[]): Promise<OwnQuestions> {
    const { kysely } = this.context.database
    return ownQuestionsAfter(kysely, meeting, told, () => this.rooms.peek(meeting)?.state)
  }

  /** The answer to a message of which a part is not understood. */
  notValid(caller: Caller, field: string): Refused {
    return this.refused(caller, 'not-valid', { problem: { field, message: '', values: {} } })
  }

  /** Whether whoever brings these headers chairs a meeting. */
  async isChair(headers: IncomingHttpHeaders, meeting: number): Promise<boolean> {
    return (await chairOf(this.context, headers, meeting)) !== null
  }

  /** A device's name among those that are counted as present. */
  presentAs(meeting: number, device: string): string {
    return this.hash(meeting, device)
  }

  now(): number {
    return this.context.clock().getTime()
  }

  /** Waits for what is being stored. */
  async finish(): Promise<void> {
    await this.writer.finish()
  }

  private heard(room: Room, told: Told[]): void {
    if (told.some(({ chair }) => chair.kind === 'meeting:started')) this.presence.begin(room.meeting)
    this.tellSockets(room.meeting, told)
  }

  private hash(meeting: number, device: string): string {
    return deviceHash(this.deviceKey, meeting, device)
  }

  private async audienceOf(as: Follower, meeting: number, { chairHeaders }: Caller): Promise<Audience | undefined> {
    if (as !== 'chair') return 'everyone'
    return chairHeaders && (await this.isChair(chairHeaders, meeting)) ? 'chair' : undefined
  }

  private async senderOf({ kind, meeting }: Command, caller: Caller): Promise<Sender | Refused> {
    if (commandRules[kind].by !== 'device') {
      const chair = caller.chairHeaders && (await chairOf(this.context, caller.chairHeaders, meeting))
      return chair ? { kind: 'chair', isTeam: chair.isTeam, person: chair.person } : this.refused(caller, 'not-allowed')
    }
    if (caller.device === null) return this.refused(caller, 'no-device')
    const device = this.hash(meeting, caller.device)
    const retryAfterMs = await this.limits.takeOfDevice(kind, meeting, device, caller.address)
    if (retryAfterMs > 0) return this.refused(caller, 'too-fast', { retryAfterMs: Math.ceil(retryAfterMs) })
    return { kind: 'device', device, since: caller.since }
  }

  private caughtUp(room: Room, audience: Audience, after: number | null): CaughtUp {
    const { meeting, sequence } = room
    const missed = room.missedBy(audience, after)
    return { ok: true, version: protocolVersion, meeting, sequence, ...missed, now: this.now() }
  }

  /** Whoever sends too much is told so; whatever goes wrong inside is answered as something to try again. */
  private async answering<Success>(caller: Caller, answer: () => Promise<Answer<Success>>): Promise<Answer<Success>> {
    const retryAfterMs = caller.bucket.take(performance.now())
    if (retryAfterMs > 0) return this.refused(caller, 'too-fast', { retryAfterMs })
    try {
      return await answer()
    } catch (error) {
      this.context.log.error({ err: error }, 'a message about a meeting failed')
      return this.refused(caller, 'not-available')
    }
  }

  private notUnderstood(caller: Caller, error: z.ZodError): Refused {
    return this.notValid(caller, error.issues[0]?.path.join('.') ?? '')
  }

  private refused(
    { language }: Caller,
    reason: Refusal,
    more: { problem?: Problem; retryAfterMs?: number } = {},
  ): Refused {
    const { problem, retryAfterMs } = more
    return {
      ok: false,
      reason,
      message: refusalSentence(translator(language), reason, problem),
      ...(problem ? { field: problem.field } : {}),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      now: this.now(),
    }
  }
}
