import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Grant } from './rules.ts'
import { hashSecretText } from './secrets.ts'

type Reader = Database['kysely']

/** What a person may act for. */
export async function grantsOf(reader: Reader, personId: string): Promise<Grant[]> {
  const rows = await reader
    .selectFrom('access_grant')
    .where('person_id', '=', personId)
    .select(['role', 'force_id', 'neighbourhood_id'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ role: row.role, forceId: row.force_id, neighbourhoodId: row.neighbourhood_id }))
}

/** The machine's token of a text, when it is still good at an instant. */
export async function liveToken(reader: Reader, text: string, now: Date) {
  return reader
    .selectFrom('api_token')
    .where('token_hash', '=', hashSecretText(text))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .select(['id', 'name', 'role', 'force_id', 'neighbourhood_id'])
    .executeTakeFirst()
}

/** A neighbourhood as pages of the team name it. */
export interface ManagedNeighbourhood {
  id: number
  forceId: string
  forceName: string
  code: string
  name: string
  invented: boolean
}

/** The neighbourhoods that grants reach, by force and name. */
export async function neighbourhoodsReached(reader: Reader, grants: readonly Grant[]): Promise<ManagedNeighbourhood[]> {
  const all = grants.some((grant) => grant.role === 'admin')
  const forces = grants.flatMap((grant) => (grant.role === 'supervisor' && grant.forceId ? [grant.forceId] : []))
  const ids = grants.flatMap((grant) => (grant.neighbourhoodId === null ? [] : [grant.neighbourhoodId]))
  const { rows } = await sql<ManagedNeighbourhood>`
    select n.id, n.force_id as "forceId", f.name as "forceName", n.code, n.name, f.is_invented as invented
    from neighbourhood n join force f on f.id = n.force_id
    where ${all} or n.force_id = any(${forces}::text[]) or n.id = any(${ids}::integer[])
    order by f.name, n.name, n.code`.execute(reader)
  return rows
}

/** One neighbourhood by force and code; codes are case-sensitive. */
export async function managedNeighbourhood(
  reader: Reader,
  forceId: string,
  code: string,
): Promise<ManagedNeighbourhood | undefined> {
  const { rows } = await sql<ManagedNeighbourhood>`
    select n.id, n.force_id as "forceId", f.name as "forceName", n.code, n.name, f.is_invented as invented
    from neighbourhood n join force f on f.id = n.force_id
    where n.force_id = ${forceId} and n.code = ${code}`.execute(reader)
  return rows[0]
}
