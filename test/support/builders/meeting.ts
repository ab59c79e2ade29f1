import type { Database } from '../../../server/database/database.ts'
import { type PlannedMeeting, planMeeting } from '../../../server/live/plan.ts'
import { anItem } from './live.ts'

interface MeetingGiven extends Partial<PlannedMeeting> {
  neighbourhood: number
  title?: string
  startsAt?: Date
}

/** Stores a meeting with three items, to begin today; gives its number, which is its event's. */
export async function aMeeting(
  database: Database,
  { neighbourhood, title, startsAt, ...plan }: MeetingGiven,
): Promise<number> {
  const { id } = await database.kysely
    .insertInto('event')
    .values({
      neighbourhood_id: neighbourhood,
      kind: 'meeting',
      title: title ?? 'Priorities meeting',
      place: 'Hall',
      starts_at: startsAt ?? new Date('2026-09-22T18:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const items = plan.items ?? [anItem(1), anItem(2), anItem(3)]
  await database.transaction((handle) => planMeeting(handle, id, { ...plan, items }, new Date('2026-09-01T09:00:00Z')))
  return id
}
