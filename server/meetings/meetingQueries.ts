import type { Database } from '../database/database.ts'

/** The neighbourhood of a meeting, as addresses name it. */
export function neighbourhoodOfMeeting(
  reader: Database['kysely'],
  meeting: number,
): Promise<{ forceId: string; code: string } | undefined> {
  return reader
    .selectFrom('meeting')
    .innerJoin('event', 'event.id', 'meeting.id')
    .innerJoin('neighbourhood', 'neighbourhood.id', 'event.neighbourhood_id')
    .where('meeting.id', '=', meeting)
    .select(['force_id as forceId', 'code'])
    .executeTakeFirst()
}
