import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Standard } from '../../shared/standards/standard.ts'
import type { Handle } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { type DraftOwner, draftsOf } from './draftQueries.ts'
import { contractOf, nextStandards, type OwnedStandard } from './rules.ts'
import { addVersion, publishedVersions } from './versionQueries.ts'

/** Who signs, as residents see it, and whose account did. */
export interface Signature {
  name: string
  role: string
  personId: string | null
}

/** What a neighbourhood would publish now: its force's defaults, then its own. */
export async function contractInDraft(reader: Kysely<Tables>, owner: DraftOwner): Promise<OwnedStandard[]> {
  const defaults = await draftsOf(reader, { forceId: owner.forceId, neighbourhoodId: null })
  return contractOf(defaults, owner.neighbourhoodId === null ? [] : await draftsOf(reader, owner))
}

/**
 * A short text that differs as soon as the contract does, or the version that stands: nobody signs what they have not been shown.
 * @param lastNumber of the newest version; 0 before the first
 */
export function fingerprint(standards: readonly Standard[], lastNumber: number): string {
  const words = standards.map(({ key, promise, promiseWelsh, measure, terms, source }) => [
    key,
    promise,
    promiseWelsh,
    measure,
    Object.entries(terms).sort(),
    source,
  ])
  return createHash('sha256')
    .update(JSON.stringify([lastNumber, words]))
    .digest('base64url')
    .slice(0, 22)
}

/** Publishes a version for one neighbourhood and gives its number. Two at once come one after the other. */
export async function publishContract(
  handle: Handle,
  neighbourhoodId: number,
  standards: readonly OwnedStandard[],
  signature: Signature,
  now: Date,
): Promise<number> {
  await sql`select id from neighbourhood where id = ${neighbourhoodId} for update`.execute(handle.kysely)
  const [last] = await publishedVersions(handle.kysely, neighbourhoodId)
  const number = (last?.number ?? 0) + 1
  const version = {
    number,
    publishedAt: now,
    signedName: signature.name,
    signedRole: signature.role,
    standards: nextStandards(last, standards, now),
  }
  await addVersion(handle, neighbourhoodId, version, signature.personId)
  return number
}

/**
 * Publishes a force's defaults in every neighbourhood of it. What a neighbourhood has published of its own stays; what it only works on is
 * not published with it.
 * @returns the neighbourhoods' ids
 */
export async function publishDefaults(
  handle: Handle,
  forceId: string,
  signature: Signature,
  now: Date,
): Promise<number[]> {
  const defaults = await draftsOf(handle.kysely, { forceId, neighbourhoodId: null })
  const neighbourhoods = await handle.kysely
    .selectFrom('neighbourhood')
    .where('force_id', '=', forceId)
    .select('id')
    .orderBy('id')
    .execute()
  for (const { id } of neighbourhoods) {
    const [last] = await publishedVersions(handle.kysely, id)
    const own = last?.standards.filter((standard) => standard.origin === 'neighbourhood') ?? []
    await publishContract(handle, id, contractOf(defaults, own), signature, now)
  }
  return neighbourhoods.map(({ id }) => id)
}
