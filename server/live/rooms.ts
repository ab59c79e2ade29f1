import type { Database } from '../database/database.ts'
import { lastSequences, readLog, type StoredChange } from './log.ts'
import { Room, type Told } from './room.ts'

/** A room that nobody has asked for so long is let go; the log has everything. */
const keptMs = 120_000
/** Without a word from others a room is looked at again after so long. */
const freshMs = 1000

interface Held {
  loading: Promise<Room | undefined>
  room: Room | undefined
  catchingUp: Promise<void> | undefined
  lookedAt: number
  usedAt: number
}

/** The meetings that this process holds in memory, and keeps level with their logs. */
export class Rooms {
  private readonly held = new Map<number, Held>()
  private readonly database: Database
  private readonly tell: (room: Room, told: Told[]) => void

  /** @param tell hears of every change that comes to be known here, once each and in order */
  constructor(database: Database, tell: (room: Room, told: Told[]) => void) {
    this.database = database
    this.tell = tell
  }

  /** A meeting's room, no older than a second; undefined when there is no such meeting. */
  async get(meeting: number): Promise<Room | undefined> {
    const room = await this.asRead(meeting)
    const lookedAt = this.held.get(meeting)?.lookedAt ?? 0
    if (room && performance.now() - lookedAt > freshMs) await this.catchUp(meeting)
    return room
  }

  /** A meeting's room as far as it has been read: for whoever reads on under the meeting's lock. */
  async asRead(meeting: number): Promise<Room | undefined> {
    const held = this.held.get(meeting) ?? this.load(meeting)
    held.usedAt = performance.now()
    return held.loading
  }

  /** A room that is in memory. */
  peek(meeting: number): Room | undefined {
    return this.held.get(meeting)?.room
  }

  /** Takes changes that this process has just committed, or read. */
  take(room: Room, changes: readonly StoredChange[]): void {
    const told = room.take(changes)
    const held = this.held.get(room.meeting)
    if (held?.room === room) held.lookedAt = performance.now()
    if (told.length > 0) this.tell(room, told)
  }

  /** Reads what a room lacks. Whoever asks while it is being read waits for a reading that began after they asked. */
  async catchUp(meeting: number): Promise<void> {
    const held = this.held.get(meeting)
    if (!held) return
    if (held.catchingUp) await held.catchingUp.catch(() => {})
    held.catchingUp ??= this.readOn(meeting, held).finally(() => {
      held.catchingUp = undefined
    })
    return held.catchingUp
  }

  /** Looks, in one query, which rooms have fallen behind their logs: a notification can be lost. Lets go those nobody uses. */
  async catchUpAll(isWatched: (meeting: number) => boolean): Promise<void> {
    const now = performance.now()
    for (const [meeting, held] of this.held) {
      if (isWatched(meeting)) held.usedAt = now
      else if (now - held.usedAt > keptMs) this.held.delete(meeting)
    }
    const rooms = [...this.held.values()].flatMap(({ room }) => room ?? [])
    if (rooms.length === 0) return
    const last = await lastSequences(
      this.database.kysely,
      rooms.map(({ meeting }) => meeting),
    )
    const behind = rooms.filter((room) => (last.get(room.meeting) ?? 0) !== room.sequence)
    await Promise.all(behind.map(({ meeting }) => this.catchUp(meeting)))
  }

  /** Lets a room go, so that the next who asks reads it afresh: its log is not the one that was read. */
  forget(meeting: number): void {
    this.held.delete(meeting)
  }

  private load(meeting: number): Held {
    const loading = readLog(this.database.kysely, meeting, 0).then(
      ({ exists, changes }) => {
        if (exists) held.room = new Room(meeting, changes)
        else this.held.delete(meeting)
        held.lookedAt = performance.now()
        return held.room
      },
      (error) => {
        this.held.delete(meeting)
        throw error
      },
    )
    const held: Held = { loading, room: undefined, catchingUp: undefined, lookedAt: 0, usedAt: performance.now() }
    this.held.set(meeting, held)
    return held
  }

  private async readOn(meeting: number, held: Held): Promise<void> {
    const room = await held.loading
    if (!room) return
    const { exists, changes } = await readLog(this.database.kysely, meeting, room.sequence)
    if (!exists) return this.forget(meeting)
    held.lookedAt = performance.now()
    this.take(room, changes)
  }
}
