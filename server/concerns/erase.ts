import { sql } from 'kysely'
import { recordAudit } from '../accounts/audit.ts'
import type { Handle } from '../database/database.ts'
import { movePageVersion } from '../database/dataVersion.ts'
import { daysBefore, keptDaysAfterSettling, shownDays, staysDaysAfterClosing, waitsDays } from './rules.ts'

/** What is left of a concern without its words. */
const erasedColumns = (now: Date) =>
  sql`words = null, email = null, device_hash = null, reason = '', erased_at = ${now}, revision = revision + 1`

/**
 * Ends concerns about which nobody decided, that were shown long enough, or whose priority was closed long enough ago; and erases words,
 * addresses and devices of those that were settled long enough ago. Numbers and times stay.
 * @returns the concerns that ended, whose senders are to be told, and how many were erased
 */
export async function eraseConcernsDue(handle: Handle, now: Date): Promise<{ ended: number[]; erased: number }> {
  const { kysely } = handle
  const { rows: ended } = await sql<{ id: number; wasShown: boolean }>`
    update concern c set state = 'ended', state_since = ${now}, revision = revision + 1
    where (state = 'waiting' and state_since <= ${daysBefore(now, waitsDays)})
      or (state = 'shown' and priority_id is null and shown_at <= ${daysBefore(now, shownDays)})
      or (state = 'shown' and exists (select from priority p
        where p.id = c.priority_id and p.closed_on <= (${daysBefore(now, staysDaysAfterClosing)}::timestamptz)::date))
    returning id, shown_at is not null as "wasShown"`.execute(kysely)
  const { rows: erased } = await sql<{ id: number }>`
    update concern set ${erasedColumns(now)}
    where erased_at is null and state in ('refused', 'taken-off', 'ended')
      and state_since <= ${daysBefore(now, keptDaysAfterSettling)}
    returning id`.execute(kysely)
  const { rows: merged } = await sql<{ id: number }>`
    update concern c set ${erasedColumns(now)}
    where erased_at is null and merged_into in (select id from concern where erased_at is not null)
    returning id`.execute(kysely)
  const gone = [...erased, ...merged].map((row) => row.id)
  await forgetDevices(handle, gone)
  if (ended.some((row) => row.wasShown)) await movePageVersion(handle)
  if (ended.length + gone.length > 0)
    await recordAudit(handle, null, {
      forceId: null,
      neighbourhoodId: null,
      action: 'concern.erase',
      subject: `${ended.length} ended, ${gone.length} erased`,
    })
  return { ended: ended.map((row) => row.id), erased: gone.length }
}

/**
 * Takes a concern off at its sender's wish and erases it at once. Those that were merged into it wait for the team again.
 * @returns the numbers of those; undefined when it was gone already
 */
export async function withdrawConcern(handle: Handle, concernId: number, now: Date): Promise<number[] | undefined> {
  const { kysely } = handle
  const { rows } = await sql`
    update concern set state = 'withdrawn', state_since = ${now}, merged_into = null, ${erasedColumns(now)}
    where id = ${concernId} and erased_at is null returning id`.execute(kysely)
  if (rows.length === 0) return undefined
  const { rows: again } = await sql<{ id: number }>`
    update concern set state = 'waiting', state_since = ${now}, merged_into = null, revision = revision + 1
    where merged_into = ${concernId} returning id`.execute(kysely)
  await forgetDevices(handle, [concernId])
  return again.map((row) => row.id)
}

async function forgetDevices({ kysely }: Handle, concernIds: readonly number[]): Promise<void> {
  await sql`delete from concern_backing where concern_id = any(${concernIds}::integer[])`.execute(kysely)
}
