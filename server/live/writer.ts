import type { Logger } from 'pino'
import { reduce } from '../../shared/live/reduce.ts'
import type { Clock } from '../context.ts'
import type { Database, Handle } from '../database/database.ts'
import { movePageVersion } from '../database/dataVersion.ts'
import { namedError } from '../errors.ts'
import { DeviceActs } from './acts.ts'
import { type Alongside, RefusedAlongside } from './alongside.ts'
import { decideBatch, type Outcome, type Sent } from './decideBatch.ts'
import { forgetDevices, lockMeeting, readKnown, type StoredChange, writeChanges } from './log.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

interface Waiting extends Sent {
  answer(outcome: Outcome): void
}

/** So many commands are stored in one transaction at most. */
const largestBatch = 500
/** So many meetings are written at once: pages need connections too. */
const writtenAtOnce = 6

const notAvailable: Outcome = { ok: false, reason: 'not-available' }

/** What the writer needs of the service. */
export interface WriterParts {
  database: Database
  clock: Clock
  log: Logger
  rooms: Rooms
  forgetPageVersion(): void
  /** What is usually stored along with a change of the chair's. */
  alongside: Alongside
  /** The most devices that this process knows to have been online in a meeting. */
  mostOnline(meeting: number): number | null
}

/**
 * Puts commands into the log. Those of one meeting that wait are stored together, so that a hall's worth of them costs a few transactions;
 * each is answered once it is committed.
 */
export class Writer {
  private readonly parts: WriterParts
  private readonly waiting = new Map<number, Waiting[]>()
  private readonly working = new Map<number, Promise<void>>()
  private readonly slots: Slots

  constructor(parts: WriterParts) {
    this.parts = parts
    this.slots = new Slots(parts.database.isConcurrent ? writtenAtOnce : 1)
  }

  /** Gives the outcome of a command once it is known and stored. */
  send(sent: Sent): Promise<Outcome> {
    const { meeting } = sent.command
    return new Promise((answer) => {
      const queue = this.waiting.get(meeting) ?? []
      this.waiting.set(meeting, queue)
      queue.push({ ...sent, answer })
      if (!this.working.has(meeting)) {
        this.working.set(meeting, this.work(meeting))
      }
    })
  }

  /** Waits for what is being written. */
  async finish(): Promise<void> {
    await Promise.all(this.working.values())
  }

  private async work(meeting: number): Promise<void> {
    for (let queue = this.waiting.get(meeting); queue && queue.length > 0; queue = this.waiting.get(meeting)) {
      await this.slots.take()
      const batch = queue.splice(0, largestBatch)
      const outcomes = await this.store(meeting, batch).finally(() => this.slots.give())
      for (const [index, { answer }] of batch.entries()) answer(outcomes[index] ?? notAvailable)
    }
    // In one go with the last look at the queue: whoever sends after it starts the work anew.
    this.waiting.delete(meeting)
    this.working.delete(meeting)
  }

  /** Never throws: what cannot be stored is said to be so, and can be sent again. */
  private async store(meeting: number, batch: readonly Sent[]): Promise<Outcome[]> {
    try {
      return await this.storeTogether(meeting, batch)
    } catch (error) {
      if (batch.length === 1 && error instanceof RefusedAlongside) return [{ ok: false, reason: error.reason }]
      // One command that the database does not take must not stand in the way of the others.
      if (batch.length > 1 && namedError(error).code !== 'DATABASE_UNAVAILABLE') return this.storeApart(meeting, batch)
      this.parts.log.error({ err: error, meeting, commands: batch.length }, 'commands of a meeting not stored')
      return batch.map(() => notAvailable)
    }
  }

  private async storeApart(meeting: number, batch: readonly Sent[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (const sent of batch) outcomes.push(...(await this.store(meeting, [sent])))
    return outcomes
  }

  private async storeTogether(meeting: number, batch: readonly Sent[]): Promise<Outcome[]> {
    const { database, rooms, forgetPageVersion } = this.parts
    const room = await rooms.asRead(meeting)
    if (!room) return batch.map(() => ({ ok: false, reason: 'no-such-meeting' }))
    const { outcomes, changes, arePagesNew } = await database.transaction((handle) => this.append(handle, room, batch))
    rooms.take(room, changes)
    if (arePagesNew) forgetPageVersion()
    return outcomes
  }

  private async append(
    handle: Handle,
    room: Room,
    batch: readonly Sent[],
  ): Promise<{ outcomes: Outcome[]; changes: StoredChange[]; arePagesNew: boolean }> {
    const { meeting } = room
    const locked = await lockMeeting(handle, meeting)
    if (!locked || locked.lastSequence < room.sequence) {
      this.parts.rooms.forget(meeting)
      throw new Error(locked ? 'The log of a meeting is shorter than it was' : 'A meeting is gone')
    }
    const known = await readKnown(handle, meeting, {
      after: room.sequence,
      commands: batch.map(({ command }) => command.id),
      devices: [...new Set(batch.flatMap(({ sender }) => (sender.kind === 'device' ? sender.device : [])))],
      everyBacking: batch.some(({ command }) => command.kind === 'question:merge'),
    })
    const before = known.changes.reduce(reduce, room.state)
    const acts = new DeviceActs(known.acts)
    const counts = [locked.mostOnline, this.parts.mostOnline(meeting)].filter((count) => count !== null)
    const { outcomes, changes, state } = decideBatch(
      before,
      batch,
      acts,
      new Map(known.commands.map(({ id, sequence }) => [id, sequence])),
      {
        now: this.parts.clock().getTime(),
        isCancelled: locked.isCancelled,
        online: counts.length > 0 ? Math.max(...counts) : null,
      },
    )
    // Lists, feeds and twins show how a meeting stands and its agenda; published minutes show answers that are given later.
    const arePagesNew =
      changes.length > 0 &&
      (state.phase !== locked.phase ||
        state.phase === 'published' ||
        changes.some(({ change }) => change.kind.startsWith('agenda:')))
    if (changes.length > 0) {
      await writeChanges(handle, meeting, { changes, phase: state.phase, ...acts.difference() })
      if (changes.some(({ change }) => change.kind === 'minutes:published')) await forgetDevices(handle, meeting)
      for (const { change, sent, after } of changes) {
        const { sender, alongside = this.parts.alongside } = sent
        if (sender.kind === 'device') continue
        const person = sender.kind === 'chair' ? (sender.person ?? null) : null
        await alongside(handle, { meeting, change, after, person })
      }
      if (arePagesNew) await movePageVersion(handle)
    }
    return { outcomes, changes: [...known.changes, ...changes.map(({ change }) => change)], arePagesNew }
  }
}

/** Lets so many work at once; the others wait their turn. */
class Slots {
  private free: number
  private readonly queue: (() => void)[] = []

  constructor(count: number) {
    this.free = count
  }

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>((resolve) => this.queue.push(resolve))
  }

  give(): void {
    const next = this.queue.shift()
    if (next) next()
    else this.free += 1
  }
}
