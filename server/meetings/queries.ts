import { type RawBuilder, sql } from 'kysely'
import type { StoredKind } from '../../shared/live/changes.ts'
import { type Phase, phases } from '../../shared/live/state.ts'
import type { Database } from '../database/database.ts'
import type { MeetingAttendance } from '../database/tables.ts'
import type { StoredChange } from '../live/log.ts'
import type { EventRow } from '../priorities/queries.ts'

type Reader = Database['kysely']

/** A place in degrees (EPSG:4326). */
export interface Location {
  longitude: number
  latitude: number
}

/** What a meeting with an agenda has beside its event. */
export interface MeetingFacts {
  attendance: MeetingAttendance
  accessNotes: string
  location: Location | null
  joinCode: string
  phase: Phase
}

/** An event with what it has as a meeting; without `meeting` it has not been given an agenda, or is of another kind. */
export type MeetingRow = EventRow & { meeting: MeetingFacts | null }
/** One that has. */
export type PlannedRow = EventRow & { meeting: MeetingFacts }

interface Joined extends EventRow {
  attendance: MeetingAttendance | null
  access_notes: string | null
  longitude: number | null
  latitude: number | null
  join_code: string | null
  phase: Phase | null
}

async function rowsWhere(reader: Reader, condition: RawBuilder<unknown>): Promise<MeetingRow[]> {
  const { rows } = await sql<Joined>`
    select event.*, attendance, access_notes, st_x(location) as longitude, st_y(location) as latitude, join_code, phase
    from event left join meeting using (id)
    where ${condition} order by starts_at, id`.execute(reader)
  return rows.map(({ attendance, access_notes, longitude, latitude, join_code, phase, ...event }) => ({
    ...event,
    meeting:
      join_code === null
        ? null
        : {
            attendance: attendance ?? 'hybrid',
            accessNotes: access_notes ?? '',
            location: longitude === null || latitude === null ? null : { longitude, latitude },
            joinCode: join_code,
            phase: phase ?? phases[0],
          },
  }))
}

/** Every meeting of a neighbourhood by when it starts, those without an agenda among them. */
export function meetingsOf(reader: Reader, neighbourhoodId: number): Promise<MeetingRow[]> {
  return rowsWhere(reader, sql`kind = 'meeting' and neighbourhood_id = ${neighbourhoodId}`)
}

/** Every date of a neighbourhood by when it starts: meetings, drop-ins and others. */
export function datesOf(reader: Reader, neighbourhoodId: number): Promise<MeetingRow[]> {
  return rowsWhere(reader, sql`neighbourhood_id = ${neighbourhoodId}`)
}

/** One meeting with an agenda, wherever it is. */
export async function plannedMeeting(reader: Reader, id: number): Promise<PlannedRow | undefined> {
  const [row] = await rowsWhere(reader, sql`id = ${id}`)
  return row && isPlanned(row) ? row : undefined
}

/** Whether a meeting has been given an agenda. */
export function isPlanned(row: MeetingRow): row is PlannedRow {
  return row.meeting !== null
}

/** Kinds of changes that a meeting's agenda before and while it is on comes from. */
const ofAgenda: readonly StoredKind[] = [
  'meeting:planned',
  'meeting:started',
  'agenda:added',
  'agenda:changed',
  'agenda:moved',
  'agenda:dropped',
  'settings:changed',
]

/** The changes that the agendas of some meetings come from, by meeting and in order. */
export async function agendaChanges(reader: Reader, ids: readonly number[]): Promise<Map<number, StoredChange[]>> {
  const { rows } = await sql<{ id: number; changes: StoredChange[] }>`
    select meeting_id as id, jsonb_agg(jsonb_build_object('sequence', sequence, 'kind', kind, 'detail', detail,
      'at', (extract(epoch from happened_at) * 1000)::bigint) order by sequence) as changes
    from meeting_change
    where meeting_id = any(${[...ids]}::integer[]) and kind = any(${[...ofAgenda]}::text[])
    group by meeting_id`.execute(reader)
  return new Map(rows.map(({ id, changes }) => [id, changes]))
}

/** The force and code of the neighbourhood of an event. */
export async function placeOfEvent(reader: Reader, id: number): Promise<{ force: string; code: string } | undefined> {
  const { rows } = await sql<{ force: string; code: string }>`
    select force_id as force, code from event join neighbourhood on neighbourhood.id = neighbourhood_id
    where event.id = ${id}`.execute(reader)
  return rows[0]
}

/** How far a place is from a neighbourhood's outline, in metres: 0 inside it; null where there is no outline. */
export async function metresFromOutline(
  reader: Reader,
  neighbourhoodId: number,
  { longitude, latitude }: Location,
): Promise<number | null> {
  const { rows } = await sql<{ metres: number }>`
    select st_distance(outline::geography,
      st_setsrid(st_makepoint(${longitude}::double precision, ${latitude}::double precision), 4326)::geography) as metres
    from neighbourhood_outline where neighbourhood_id = ${neighbourhoodId}`.execute(reader)
  return rows[0]?.metres ?? null
}
