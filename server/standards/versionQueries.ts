import type { Kysely } from 'kysely'
import { isMeasureKey, type MeasureKey } from '../../shared/standards/measures/index.ts'
import type { PublishedStandard, Version } from '../../shared/standards/standard.ts'
import type { Handle } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

type Reader = Kysely<Tables>

/** Every published version of a neighbourhood's contract, the newest first. */
export async function publishedVersions(reader: Reader, neighbourhoodId: number): Promise<Version[]> {
  return (await versionsWhere(reader, [neighbourhoodId])).get(neighbourhoodId) ?? []
}

/** The same for many neighbourhoods, by their ids; those without any are left out. */
export async function versionsWhere(
  reader: Reader,
  neighbourhoodIds: readonly number[],
): Promise<Map<number, Version[]>> {
  if (neighbourhoodIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('standard_version')
    .innerJoin('standard', 'standard.version_id', 'standard_version.id')
    .where('neighbourhood_id', 'in', neighbourhoodIds)
    .selectAll('standard')
    .select(['neighbourhood_id', 'number', 'published_at', 'signed_name', 'signed_role'])
    .orderBy('neighbourhood_id')
    .orderBy('number', 'desc')
    .orderBy('position')
    .execute()
  const found = new Map<number, Version[]>()
  for (const row of rows) {
    const versions = found.get(row.neighbourhood_id) ?? []
    found.set(row.neighbourhood_id, versions)
    let version = versions.at(-1)
    if (version?.number !== row.number) {
      version = {
        number: row.number,
        publishedAt: row.published_at,
        signedName: row.signed_name,
        signedRole: row.signed_role,
        standards: [],
      }
      versions.push(version)
    }
    version.standards.push(standardOf(row))
  }
  return found
}

function standardOf(row: {
  key: string
  promise: string
  promise_welsh: string
  measure: string
  terms: Record<string, string | number>
  source: string
  origin: PublishedStandard['origin']
  since: Date
}): PublishedStandard {
  return { ...wordsOf(row), origin: row.origin, since: row.since }
}

/** The standard in a row. A measure that this version of the service no longer has is not measured. */
export function wordsOf(row: {
  key: string
  promise: string
  promise_welsh: string
  measure: string
  terms: Record<string, string | number>
  source: string
}) {
  const measure: MeasureKey = isMeasureKey(row.measure) ? row.measure : 'not-kept'
  const { key, promise, terms, source } = row
  return { key, promise, promiseWelsh: row.promise_welsh, measure, terms, source }
}

/** Adds a version. The unique number refuses a second one that was signed at the same moment. */
export async function addVersion(
  { kysely }: Handle,
  neighbourhoodId: number,
  version: Version,
  publishedBy: string | null,
): Promise<void> {
  const { id } = await kysely
    .insertInto('standard_version')
    .values({
      neighbourhood_id: neighbourhoodId,
      number: version.number,
      published_at: version.publishedAt,
      signed_name: version.signedName,
      signed_role: version.signedRole,
      published_by: publishedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await kysely
    .insertInto('standard')
    .values(
      version.standards.map((standard, position) => ({
        version_id: id,
        key: standard.key,
        position,
        origin: standard.origin,
        promise: standard.promise,
        promise_welsh: standard.promiseWelsh,
        measure: standard.measure,
        terms: JSON.stringify(standard.terms),
        source: standard.source,
        since: standard.since,
      })),
    )
    .execute()
}
