import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '../accounts/audit.ts'
import type { Person, Place } from '../accounts/rules.ts'
import type { Handle } from '../database/database.ts'
import { countBackings } from './backConcern.ts'
import { type Change, type ConcernState, canBe } from './rules.ts'
import type { changeForms } from './schemas.ts'

/** What was sent for a change, by its name. */
export type SentChange = { [Name in Change]: { change: Name } & z.infer<(typeof changeForms)[Name]> }[Change]

type Columns = Partial<{
  state: ConcernState
  state_since: Date
  shown_at: Date
  reason: string
  merged_into: number
  priority_id: number | null
  taken_up_at: Date | null
}>

interface Locked {
  id: number
  state: ConcernState
  shownAt: Date | null
  priorityId: number | null
  erasedAt: Date | null
  revision: number
}

/**
 * Writes what an officer decides about a concern as it was shown, with its audit entry.
 * @param shown the concern and the revision that the form was made from
 * @returns false, with nothing written, when the concern, the one it is merged into or the priority is not as it was shown any more
 */
export async function changeConcern(
  handle: Handle,
  person: Person,
  place: Place & { neighbourhoodId: number },
  shown: { id: number },
  sent: SentChange,
  now: Date,
): Promise<boolean> {
  const target = sent.change === 'merge' ? sent.into : undefined
  const locked = await lockConcerns(handle, place.neighbourhoodId, target ? [shown.id, target] : [shown.id])
  const concern = locked.get(shown.id)
  if (!concern || concern.revision !== sent.revision || !canBe(sent.change, concern)) return false
  if (target !== undefined && !isFitToMergeInto(concern, locked.get(target))) return false
  if (sent.change === 'take-up' && !(await isOpenPriority(handle, place.neighbourhoodId, sent.priority))) return false
  const columns = columnsOf(concern, sent, now)
  await handle.kysely
    .updateTable('concern')
    .set({ ...columns, revision: concern.revision + 1 })
    .where('id', '=', concern.id)
    .execute()
  if (target !== undefined) await uniteBackings(handle, concern.id, target)
  await recordAudit(handle, person, {
    ...place,
    action: `concern.${sent.change}`,
    subject: `concern ${concern.id}`,
  })
  return true
}

/** In the order of their numbers, so that two officers who merge two concerns into each other do not wait for one another. */
async function lockConcerns({ kysely }: Handle, neighbourhoodId: number, ids: readonly number[]) {
  const { rows } = await sql<Locked>`
    select id, state, shown_at as "shownAt", priority_id as "priorityId", erased_at as "erasedAt", revision from concern
    where neighbourhood_id = ${neighbourhoodId} and id in (${sql.join(ids)}) order by id for update`.execute(kysely)
  return new Map(rows.map((row) => [row.id, row]))
}

function isFitToMergeInto(concern: Locked, target: Locked | undefined): boolean {
  return target !== undefined && target.id !== concern.id && target.state === 'shown'
}

async function isOpenPriority({ kysely }: Handle, neighbourhoodId: number, id: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from priority where id = ${id} and neighbourhood_id = ${neighbourhoodId} and closed_on is null
    for key share`.execute(kysely)
  return rows.length > 0
}

function columnsOf(concern: Locked, sent: SentChange, now: Date): Columns {
  switch (sent.change) {
    case 'show':
      return { state: 'shown', state_since: now, shown_at: concern.shownAt ?? now, reason: '' }
    case 'refuse':
      return { state: 'refused', state_since: now, reason: sent.refuseReason }
    case 'merge':
      return { state: 'merged', state_since: now, merged_into: sent.into }
    case 'take-up':
      return { priority_id: sent.priority, taken_up_at: now }
    case 'release':
      return { priority_id: null, taken_up_at: null }
    case 'take-off':
      return { state: 'taken-off', state_since: now, reason: sent.takeOffReason }
    default:
      return sent satisfies never
  }
}

/** The devices of a merged concern back the one that it was merged into, each once; so do concerns that were merged into it before. */
async function uniteBackings(handle: Handle, from: number, into: number): Promise<void> {
  await sql`update concern set merged_into = ${into} where merged_into = ${from}`.execute(handle.kysely)
  await sql`
    insert into concern_backing (concern_id, device_hash)
    select ${into}::integer, device_hash from concern_backing where concern_id = ${from}
    on conflict do nothing`.execute(handle.kysely)
  await countBackings(handle, into)
}
