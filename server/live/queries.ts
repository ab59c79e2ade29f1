import { sql } from 'kysely'
import type { Database, Handle } from '../database/database.ts'

type Reader = Database['kysely']

/** Where a meeting belongs. */
export interface MeetingPlace {
  forceId: string
  neighbourhoodId: number
}

export async function meetingPlace(reader: Reader, meeting: number): Promise<MeetingPlace | undefined> {
  const { rows } = await sql<MeetingPlace>`
    select force_id as "forceId", neighbourhood.id as "neighbourhoodId"
    from meeting join event using (id) join neighbourhood on neighbourhood.id = neighbourhood_id
    where meeting.id = ${meeting}`.execute(reader)
  return rows[0]
}

/** The meeting of a join code that is still to come or on, or was lately. */
export async function meetingOfCode(reader: Reader, code: string): Promise<number | undefined> {
  const row = await reader.selectFrom('meeting').where('join_code', '=', code).select('id').executeTakeFirst()
  return row?.id
}

/** A link to chair one meeting, as it is listed: never the link itself. */
export interface ListedChairLink {
  id: number
  name: string
  madeAt: Date
  expiresAt: Date
  endedAt: Date | null
}

export async function chairLinksOf(reader: Reader, meeting: number): Promise<ListedChairLink[]> {
  const rows = await reader
    .selectFrom('meeting_chair_link')
    .where('meeting_id', '=', meeting)
    .select(['id', 'name', 'made_at as madeAt', 'expires_at as expiresAt', 'ended_at as endedAt'])
    .orderBy('id')
    .execute()
  return rows
}

/** The name on a link that works now; undefined when none does. */
export async function liveChairLink(
  reader: Reader,
  meeting: number,
  tokenHash: Buffer,
  now: Date,
): Promise<{ name: string; expiresAt: Date } | undefined> {
  return reader
    .selectFrom('meeting_chair_link')
    .where('token_hash', '=', tokenHash)
    .where('meeting_id', '=', meeting)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .select(['name', 'expires_at as expiresAt'])
    .executeTakeFirst()
}

/** What one or more devices have done in a meeting. */
export async function actsOf(
  reader: Reader,
  meeting: number,
  devices: string[],
): Promise<{ device: string; kind: 'asked' | 'backed' | 'raised'; subject: string }[]> {
  const hashes = devices.map((device) => Buffer.from(device, 'hex'))
  const { rows } = await sql<{ device: string; kind: 'asked' | 'backed' | 'raised'; subject: string }>`
    select encode(device_hash, 'hex') as device, kind, subject from meeting_device_act
    where meeting_id = ${meeting} and device_hash = any(${hashes}::bytea[])`.execute(reader)
  return rows
}

/** Which devices asked some questions. */
export async function askersOf(
  reader: Reader,
  meeting: number,
  questions: readonly string[],
): Promise<{ device: string; question: string }[]> {
  const { rows } = await sql<{ device: string; question: string }>`
    select encode(device_hash, 'hex') as device, subject as question from meeting_device_act
    where meeting_id = ${meeting} and kind = 'asked' and subject = any(${questions}::uuid[])`.execute(reader)
  return rows
}

/** Ends a link at once; whoever chairs by it no longer does. @returns whether it was one of the meeting that still worked */
export async function endChairLink({ kysely }: Handle, meeting: number, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('meeting_chair_link')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('meeting_id', '=', meeting)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
