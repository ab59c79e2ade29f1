import type { Kysely } from 'kysely'
import type { Standard } from '../../shared/standards/standard.ts'
import type { Handle } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { wordsOf } from './versionQueries.ts'

type Reader = Kysely<Tables>

/** Whose standards are worked on: a force's defaults, or what a neighbourhood adds. */
export interface DraftOwner {
  forceId: string
  neighbourhoodId: number | null
}

/** A standard that is being worked on. `revision` says which state of it somebody has seen. */
export interface DraftStandard extends Standard {
  id: number
  revision: number
}

const columns = ['id', 'key', 'promise', 'promise_welsh', 'measure', 'terms', 'source', 'revision'] as const

/** The standards that an owner works on, in the order in which they were added. */
export async function draftsOf(reader: Reader, owner: DraftOwner): Promise<DraftStandard[]> {
  const rows = await ownedBy(reader, owner).select(columns).orderBy('id').execute()
  return rows.map((row) => ({ ...wordsOf(row), id: row.id, revision: row.revision }))
}

/** One of them; undefined when it is somebody else's or gone. */
export async function draftById(reader: Reader, owner: DraftOwner, id: number): Promise<DraftStandard | undefined> {
  const row = await ownedBy(reader, owner).where('id', '=', id).select(columns).executeTakeFirst()
  return row && { ...wordsOf(row), id: row.id, revision: row.revision }
}

function ownedBy(reader: Reader, { forceId, neighbourhoodId }: DraftOwner) {
  return reader
    .selectFrom('standard_draft')
    .where('force_id', '=', forceId)
    .where('neighbourhood_id', neighbourhoodId === null ? 'is' : '=', neighbourhoodId)
}

/** Keys that a new standard cannot have: of what the owner works on, and of all that its force ever published. */
export async function takenKeys(reader: Reader, owner: DraftOwner): Promise<Set<string>> {
  const published = await reader
    .selectFrom('standard')
    .innerJoin('standard_version', 'standard_version.id', 'version_id')
    .innerJoin('neighbourhood', 'neighbourhood.id', 'neighbourhood_id')
    .where('force_id', '=', owner.forceId)
    .select('key')
    .distinct()
    .execute()
  const drafts = await reader.selectFrom('standard_draft').where('force_id', '=', owner.forceId).select('key').execute()
  return new Set([...published, ...drafts].map((row) => row.key))
}

/** Adds standards; those whose key the owner has already are left as they are. */
export async function addDrafts({ kysely }: Handle, owner: DraftOwner, standards: readonly Standard[]): Promise<void> {
  await kysely
    .insertInto('standard_draft')
    .values(
      standards.map((standard) => ({
        force_id: owner.forceId,
        neighbourhood_id: owner.neighbourhoodId,
        key: standard.key,
        ...valuesOf(standard),
      })),
    )
    .onConflict((conflict) => conflict.columns(['force_id', 'neighbourhood_id', 'key']).doNothing())
    .execute()
}

/**
 * Changes a standard if nobody else has since it was shown.
 * @returns whether it was changed
 */
export async function changeDraft(
  { kysely }: Handle,
  owner: DraftOwner,
  shown: { id: number; revision: number },
  standard: Omit<Standard, 'key'>,
  now: Date,
): Promise<boolean> {
  const result = await kysely
    .updateTable('standard_draft')
    .set({ ...valuesOf(standard), revision: shown.revision + 1, updated_at: now })
    .where('id', '=', shown.id)
    .where('revision', '=', shown.revision)
    .where('force_id', '=', owner.forceId)
    .where('neighbourhood_id', owner.neighbourhoodId === null ? 'is' : '=', owner.neighbourhoodId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Takes a standard off what is worked on, if nobody has changed it since it was shown. Published versions keep it.
 * @returns its key; undefined when there was none to take off
 */
export async function removeDraft(
  { kysely }: Handle,
  owner: DraftOwner,
  shown: { id: number; revision: number },
): Promise<string | undefined> {
  const removed = await kysely
    .deleteFrom('standard_draft')
    .where('id', '=', shown.id)
    .where('revision', '=', shown.revision)
    .where('force_id', '=', owner.forceId)
    .where('neighbourhood_id', owner.neighbourhoodId === null ? 'is' : '=', owner.neighbourhoodId)
    .returning('key')
    .executeTakeFirst()
  return removed?.key
}

function valuesOf(standard: Omit<Standard, 'key'>) {
  return {
    promise: standard.promise,
    promise_welsh: standard.promiseWelsh,
    measure: standard.measure,
    terms: JSON.stringify(standard.terms),
    source: standard.source,
  }
}
