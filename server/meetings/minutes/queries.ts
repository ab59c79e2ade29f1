import { sql } from 'kysely'
import type { Phase } from '../../../shared/live/state.ts'
import type { Database } from '../../database/database.ts'

type Reader = Database['kysely']

/** A meeting, as its minutes name it. */
export interface MeetingHead {
  id: number
  title: string
  place: string
  startsAt: Date
  isCancelled: boolean
  phase: Phase
  neighbourhood: {
    id: number
    code: string
    name: string
    nameWelsh: string | null
    force: { id: string; name: string; invented: boolean }
  }
}

export async function meetingHead(reader: Reader, meeting: number): Promise<MeetingHead | undefined> {
  const { rows } = await sql<MeetingHead>`
    select m.id, e.title, e.place, e.starts_at as "startsAt", e.cancelled_at is not null as "isCancelled", m.phase,
      json_build_object('id', n.id, 'code', n.code, 'name', n.name, 'nameWelsh', n.name_cy,
        'force', json_build_object('id', f.id, 'name', f.name, 'invented', f.is_invented)) as neighbourhood
    from meeting m join event e on e.id = m.id join neighbourhood n on n.id = e.neighbourhood_id join force f on f.id = n.force_id
    where m.id = ${meeting}`.execute(reader)
  return rows[0]
}

/** Published minutes, as a feed lists them. */
export interface PublishedMinutes {
  id: number
  title: string
  startsAt: Date
  createdAt: Date
  publishedAt: Date
  /** When they, or an answer in them, last changed. */
  updatedAt: Date
}

/** The published minutes of a neighbourhood's meetings, the latest meeting first. */
export async function publishedMinutesOf(reader: Reader, neighbourhoodId: number): Promise<PublishedMinutes[]> {
  const { rows } = await sql<PublishedMinutes>`
    select m.id, e.title, e.starts_at as "startsAt", m.created_at as "createdAt",
      (select min(happened_at) from meeting_change c where c.meeting_id = m.id and c.kind = 'minutes:published') as "publishedAt",
      (select happened_at from meeting_change c where c.meeting_id = m.id and c.sequence = m.last_sequence) as "updatedAt"
    from meeting m join event e on e.id = m.id
    where e.neighbourhood_id = ${neighbourhoodId} and m.phase = 'published'
    order by e.starts_at desc, m.id desc`.execute(reader)
  return rows
}

/** To which priority each action of a meeting's minutes goes: null where the team chose none. */
export async function chosenPriorities(reader: Reader, meeting: number): Promise<Map<string, number | null>> {
  const rows = await reader
    .selectFrom('minutes_action')
    .where('meeting_id', '=', meeting)
    .select(['entry_id', 'priority_id'])
    .execute()
  return new Map(rows.map(({ entry_id, priority_id }) => [entry_id, priority_id]))
}

/** The priorities that a meeting's actions have gone to, by the line of the minutes. */
export async function prioritiesOfActions(
  reader: Reader,
  meeting: number,
): Promise<Map<string, { id: number; issue: string }>> {
  const rows = await reader
    .selectFrom('minutes_action')
    .innerJoin('priority_action', 'priority_action.id', 'minutes_action.action_id')
    .innerJoin('priority', 'priority.id', 'priority_action.priority_id')
    .where('meeting_id', '=', meeting)
    .select(['entry_id', 'priority.id', 'priority.issue'])
    .execute()
  return new Map(rows.map(({ entry_id, id, issue }) => [entry_id, { id, issue }]))
}
