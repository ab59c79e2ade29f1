import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** A device that follows by plain HTTP is taken to be there for so long after it asked. */
const pollerMs = 15_000
/** Rows of other processes that are older are of processes that are gone: what a killed one has written counts no longer than this. */
const staleMs = 10_000
/** What a process that was killed has left is taken away after so long. */
const forgottenMs = 3_600_000
/** An unchanged count is written again after so long, so that it does not grow stale. */
const againMs = 3_000

interface Here {
  /** Sockets by device. */
  sockets: Map<string, number>
  /** Devices that ask by plain HTTP, and until when they count. */
  pollers: Map<string, number>
  elsewhere: number
  written: number | undefined
  writtenAt: number
  most: number
}

/** How many devices follow each meeting: a count, never who. Counted by device here, and added up over processes. */
export class Presence {
  private readonly here = new Map<number, Here>()
  private readonly database: Database
  private readonly processId: string

  constructor(database: Database, processId: string) {
    this.database = database
    this.processId = processId
  }

  come(meeting: number, device: string): void {
    const { sockets } = this.of(meeting)
    sockets.set(device, (sockets.get(device) ?? 0) + 1)
  }

  leave(meeting: number, device: string): void {
    const { sockets } = this.of(meeting)
    const left = (sockets.get(device) ?? 0) - 1
    if (left > 0) sockets.set(device, left)
    else sockets.delete(device)
  }

  /** A device has asked by plain HTTP. */
  asked(meeting: number, device: string): void {
    const { pollers } = this.of(meeting)
    if (pollers.size < 20_000) pollers.set(device, performance.now() + pollerMs)
  }

  /** How many devices are online, in all processes. */
  online(meeting: number): number {
    const here = this.here.get(meeting)
    return here ? countOf(here) + here.elsewhere : 0
  }

  /** The most that were online at once, as far as this process knows; null when it never counted any. */
  most(meeting: number): number | null {
    const here = this.here.get(meeting)
    return here ? Math.max(here.most, this.online(meeting)) : null
  }

  /** The meeting begins: who looked at its page before that is not counted among those who came. */
  begin(meeting: number): void {
    this.of(meeting).most = 0
  }

  isWatched(meeting: number): boolean {
    const here = this.here.get(meeting)
    return here !== undefined && here.sockets.size + here.pollers.size > 0
  }

  /** Writes down how many are here and reads how many are elsewhere, for all meetings in two statements. */
  async exchange(now: Date): Promise<void> {
    const clock = performance.now()
    for (const here of this.here.values())
      for (const [device, until] of here.pollers) if (until < clock) here.pollers.delete(device)
    const due = [...this.here].filter(([, here]) => countOf(here) !== here.written || clock - here.writtenAt > againMs)
    const rows = due.map(([meeting, here]) => ({ meeting, online: countOf(here) }))
    if (rows.length > 0)
      await sql`
        with gone as (
          delete from meeting_presence where seen_at < ${new Date(now.getTime() - forgottenMs)}
            and process_id <> ${this.processId}::uuid
        )
        insert into meeting_presence (meeting_id, process_id, online, seen_at)
        select meeting, ${this.processId}::uuid, online, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (meeting integer, online integer)
        where exists (select from meeting where id = meeting)
        on conflict (meeting_id, process_id) do update set online = excluded.online, seen_at = excluded.seen_at`.execute(
        this.database.kysely,
      )
    for (const [index, [, here]] of due.entries()) {
      here.written = rows[index]?.online
      here.writtenAt = clock
    }
    if (this.here.size > 0) await this.readElsewhere(now)
    for (const [meeting, here] of this.here) if (here.written === 0 && countOf(here) === 0) this.here.delete(meeting)
  }

  /** Takes this process's counts away. */
  async close(): Promise<void> {
    await this.database.kysely.deleteFrom('meeting_presence').where('process_id', '=', this.processId).execute()
  }

  private async readElsewhere(now: Date): Promise<void> {
    const meetings = [...this.here.keys()]
    const since = new Date(now.getTime() - staleMs)
    const { rows } = await sql<{ meeting: number; online: number }>`
      select meeting_id as meeting, sum(online)::integer as online from meeting_presence
      where meeting_id = any(${meetings}::integer[]) and process_id <> ${this.processId}::uuid and seen_at > ${since}
      group by meeting_id`.execute(this.database.kysely)
    const counts = new Map(rows.map(({ meeting, online }) => [meeting, online]))
    const grown: { meeting: number; most: number }[] = []
    for (const [meeting, here] of this.here) {
      here.elsewhere = counts.get(meeting) ?? 0
      const online = this.online(meeting)
      if (online > here.most) grown.push({ meeting, most: online })
      here.most = Math.max(here.most, online)
    }
    if (grown.length > 0)
      await sql`
        update meeting set most_online = greatest(coalesce(most_online, 0), most)
        from jsonb_to_recordset(${JSON.stringify(grown)}::jsonb) as given (meeting integer, most integer)
        where meeting.id = given.meeting and phase = 'running'`.execute(this.database.kysely)
  }

  private of(meeting: number): Here {
    const here = this.here.get(meeting) ?? {
      sockets: new Map(),
      pollers: new Map(),
      elsewhere: 0,
      written: undefined,
      writtenAt: 0,
      most: 0,
    }
    this.here.set(meeting, here)
    return here
  }
}

function countOf({ sockets, pollers }: Here): number {
  if (pollers.size === 0) return sockets.size
  let count = sockets.size
  for (const device of pollers.keys()) if (!sockets.has(device)) count += 1
  return count
}
