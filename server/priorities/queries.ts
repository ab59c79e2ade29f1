import type { Selectable } from 'kysely'
import type { Database } from '../database/database.ts'
import type { EventTable, PriorityActionTable, PriorityTable } from '../database/tables.ts'
import { overAt } from './rules.ts'

type Reader = Database['kysely']

export type ActionRow = Selectable<PriorityActionTable>
export type PriorityRow = Selectable<PriorityTable> & { actions: ActionRow[] }
export type EventRow = Selectable<EventTable>

/** Every priority of a neighbourhood with its actions, the latest agreed first. */
export async function prioritiesOf(reader: Reader, neighbourhoodId: number): Promise<PriorityRow[]> {
  const priorities = await reader
    .selectFrom('priority')
    .selectAll()
    .where('neighbourhood_id', '=', neighbourhoodId)
    .orderBy('agreed_on', 'desc')
    .orderBy('id')
    .execute()
  const actions = await reader
    .selectFrom('priority_action')
    .innerJoin('priority', 'priority.id', 'priority_action.priority_id')
    .selectAll('priority_action')
    .where('priority.neighbourhood_id', '=', neighbourhoodId)
    .orderBy('priority_action.id')
    .execute()
  const byPriority = Map.groupBy(actions, (action) => action.priority_id)
  return priorities.map((priority) => ({ ...priority, actions: byPriority.get(priority.id) ?? [] }))
}

/** One priority, if it is this neighbourhood's. */
export function priorityOf(reader: Reader, neighbourhoodId: number, id: number) {
  return reader
    .selectFrom('priority')
    .selectAll()
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One action, if it is of this priority. */
export function actionOf(reader: Reader, priorityId: number, id: number): Promise<ActionRow | undefined> {
  return reader
    .selectFrom('priority_action')
    .selectAll()
    .where('priority_id', '=', priorityId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Every event of a neighbourhood, by when it starts. */
export function eventsOf(reader: Reader, neighbourhoodId: number): Promise<EventRow[]> {
  return reader
    .selectFrom('event')
    .selectAll()
    .where('neighbourhood_id', '=', neighbourhoodId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
}

/** Whether an event is a meeting that has been given an agenda. */
export async function hasAgenda(reader: Reader, id: number): Promise<boolean> {
  return (await reader.selectFrom('meeting').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
}

/** The numbers of a neighbourhood's meetings that have an agenda, and so a page of their own. */
export async function plannedMeetings(reader: Reader, neighbourhoodId: number): Promise<Set<number>> {
  const rows = await reader
    .selectFrom('meeting')
    .innerJoin('event', 'event.id', 'meeting.id')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select('meeting.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Events that are not over, cancelled ones among them, by when they start. */
export async function comingEvents(reader: Reader, neighbourhoodId: number, now: Date): Promise<EventRow[]> {
  return (await eventsOf(reader, neighbourhoodId)).filter((event) => overAt(event) > now)
}

/** One event, if it is this neighbourhood's. */
export function eventOf(reader: Reader, neighbourhoodId: number, id: number): Promise<EventRow | undefined> {
  return reader
    .selectFrom('event')
    .selectAll()
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('id', '=', id)
    .executeTakeFirst()
}
