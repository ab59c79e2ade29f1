import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { joinCodeAlphabet, joinCodeLength } from '../../shared/live/joinCode.ts'
import { type MeetingSettings, type PlannedItem, usualSettings } from '../../shared/live/state.ts'
import type { Handle } from '../database/database.ts'
import type { MeetingAttendance } from '../database/tables.ts'

/** What a meeting has beside its event. */
export interface PlannedMeeting {
  attendance?: MeetingAttendance
  accessNotes?: string
  /** Longitude and latitude. */
  location?: readonly [number, number] | null
  settings?: Partial<MeetingSettings>
  items: PlannedItem[]
}

/**
 * Makes an event a meeting: it gets a join code and the first change of its log, with the agenda.
 * @param event an event of kind 'meeting' that is none yet
 * @returns the join code
 */
export async function planMeeting(handle: Handle, event: number, plan: PlannedMeeting, now: Date): Promise<string> {
  const { attendance = 'hybrid', accessNotes = '', location = null, settings = {}, items } = plan
  const [longitude, latitude] = location ?? [null, null]
  const code = await freeJoinCode(handle)
  await sql`
    insert into meeting (id, attendance, access_notes, location, join_code, last_sequence, created_at)
    values (${event}, ${attendance}, ${accessNotes},
      st_setsrid(st_makepoint(${longitude}::double precision, ${latitude}::double precision), 4326),
      ${code}, 1, ${now})`.execute(handle.kysely)
  await handle.kysely
    .insertInto('meeting_change')
    .values({
      meeting_id: event,
      sequence: 1,
      kind: 'meeting:planned',
      detail: JSON.stringify({ settings: { ...usualSettings, ...settings }, items }),
      happened_at: now,
    })
    .execute()
  return code
}

async function freeJoinCode({ kysely }: Handle): Promise<string> {
  for (;;) {
    const code = Array.from(
      { length: joinCodeLength },
      () => joinCodeAlphabet[randomInt(joinCodeAlphabet.length)],
    ).join('')
    const taken = await kysely.selectFrom('meeting').where('join_code', '=', code).select('id').executeTakeFirst()
    if (!taken) return code
  }
}
