import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { recordAudit } from './audit.ts'
import type { Grant, Person, Role } from './rules.ts'
import { hashSecretText, newSecretText } from './secrets.ts'

/** A machine's token as it is listed: never the token itself. */
export interface ListedToken {
  id: number
  name: string
  role: Role
  force: string | null
  neighbourhood: string | null
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/**
 * Makes a token with the rights of a grant.
 * @returns its text, shown this once, and its number
 */
export async function makeToken(
  database: Database,
  given: Grant & { name: string; days: number },
  now: Date,
): Promise<{ id: number; text: string; expiresAt: Date }> {
  const text = newSecretText()
  const expiresAt = new Date(now.getTime() + given.days * 86_400_000)
  const { forceId, neighbourhoodId } = given
  const id = await database.transaction(async (handle) => {
    const row = await handle.kysely
      .insertInto('api_token')
      .values({
        token_hash: hashSecretText(text),
        name: given.name,
        role: given.role,
        force_id: forceId,
        neighbourhood_id: neighbourhoodId,
        created_at: now,
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAudit(handle, null, { action: 'token.make', subject: `token ${row.id}`, forceId, neighbourhoodId })
    return row.id
  })
  return { id, text, expiresAt }
}

/** Tokens of a force and its neighbourhoods, or of everything when no force is given, newest first. */
export async function listTokens(reader: Database['kysely'], forceId?: string): Promise<ListedToken[]> {
  const { rows } = await sql<ListedToken>`
    select t.id, t.name, t.role, t.force_id as force, n.code as neighbourhood, t.created_at as "createdAt",
      t.expires_at as "expiresAt", t.revoked_at as "revokedAt"
    from api_token t left join neighbourhood n on n.id = t.neighbourhood_id
    where ${forceId ?? null}::text is null or t.force_id = ${forceId ?? null}
    order by t.id desc`.execute(reader)
  return rows
}

/**
 * Revokes a token at once and for good.
 * @param forceId only when the token is of this force; undefined for any
 * @returns whether there was one to revoke
 */
export async function revokeToken(
  database: Database,
  person: Person | null,
  id: number,
  forceId: string | undefined,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (handle) => {
    const { rows } = await sql<{ forceId: string | null; neighbourhoodId: number | null }>`
      update api_token set revoked_at = ${now}
      where id = ${id} and revoked_at is null and (${forceId ?? null}::text is null or force_id = ${forceId ?? null})
      returning force_id as "forceId", neighbourhood_id as "neighbourhoodId"`.execute(handle.kysely)
    const [revoked] = rows
    if (!revoked) return false
    await recordAudit(handle, person, { action: 'token.revoke', subject: `token ${id}`, ...revoked })
    return true
  })
}
