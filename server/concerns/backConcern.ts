import { sql } from 'kysely'
import type { Handle } from '../database/database.ts'
import { type ConcernStanding, canBeBacked } from './rules.ts'

/**
 * A device backs a concern, or takes that back; a concern that was merged stands for the one it was merged into. Doing either again changes
 * nothing. The count that is shown is made from the rows each time, under the concern's lock.
 * @returns the number of the concern that it counts for; undefined when there is none that can be backed
 */
export async function backConcern(
  handle: Handle,
  neighbourhoodId: number,
  concernId: number,
  hash: Buffer,
  wanted: 'back' | 'unback',
): Promise<number | undefined> {
  const { kysely } = handle
  const { rows } = await sql<ConcernStanding & { id: number }>`
    select id, state, priority_id as "priorityId", erased_at as "erasedAt" from concern
    where neighbourhood_id = ${neighbourhoodId}
      and id = (select coalesce(merged_into, id) from concern where id = ${concernId})
    for update`.execute(kysely)
  const concern = rows[0]
  if (!concern || !canBeBacked(concern)) return undefined
  if (wanted === 'back')
    await sql`
      insert into concern_backing (concern_id, device_hash) values (${concern.id}, ${hash}) on conflict do nothing`.execute(
      kysely,
    )
  else
    await sql`
      delete from concern_backing where device_hash = ${hash}
        and concern_id in (select id from concern where id = ${concern.id} or merged_into = ${concern.id})`.execute(
      kysely,
    )
  await countBackings(handle, concern.id)
  return concern.id
}

/** Makes the number of devices that is shown from the rows. The concern's row is locked by the caller. */
export async function countBackings({ kysely }: Handle, concernId: number): Promise<void> {
  await sql`
    update concern set backings = (select count(*)::int from concern_backing where concern_id = ${concernId})
    where id = ${concernId}`.execute(kysely)
}
