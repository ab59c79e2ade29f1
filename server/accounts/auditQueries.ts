import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { type AuditKind, actionsOfKind } from './auditWords.ts'

type Reader = Database['kysely']

/** Of where entries are asked for. A force has those of its neighbourhoods too; alone, only those of the force as a whole. */
export type AuditPlace =
  | { of: 'everything' }
  | { of: 'no force' }
  | { of: 'force' | 'force alone'; forceId: string }
  | { of: 'neighbourhood'; forceId: string; neighbourhoodId: number }

/** What is asked for of the audit log. */
export interface AuditQuestion {
  place: AuditPlace
  kind?: AuditKind | undefined
  /** Only entries older than this number. */
  before?: number | undefined
}

/** An entry of the audit log, with names as they are now. A name is null where nothing has it any more. */
export interface ListedAuditEntry {
  id: number
  happenedAt: Date
  personId: string | null
  person: string | null
  tokenId: number | null
  token: string | null
  action: string
  forceId: string | null
  force: string | null
  neighbourhoodId: number | null
  neighbourhood: string | null
  code: string | null
  subject: string
  fields: string[]
}

/** Entries of the audit log, newest first. */
export async function auditEntries(
  reader: Reader,
  { place, kind, before }: AuditQuestion,
  limit: number,
): Promise<ListedAuditEntry[]> {
  const ofKind = kind ? sql`a.action = any(${actionsOfKind(kind)}::text[])` : sql`true`
  const older = before === undefined ? sql`true` : sql`a.id < ${before}::bigint`
  const { rows } = await sql<ListedAuditEntry>`
    select a.id, a.happened_at as "happenedAt", a.person_id as "personId", p.name as person, a.api_token_id as "tokenId",
      t.name as token, a.action, a.force_id as "forceId", f.name as force, a.neighbourhood_id as "neighbourhoodId",
      n.name as neighbourhood, n.code, a.subject, a.fields
    from audit_entry a
    left join person p on p.id = a.person_id
    left join api_token t on t.id = a.api_token_id
    left join force f on f.id = a.force_id
    left join neighbourhood n on n.id = a.neighbourhood_id
    where ${isOf(place)} and ${ofKind} and ${older}
    order by a.id desc limit ${limit}`.execute(reader)
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

function isOf(place: AuditPlace): RawBuilder<unknown> {
  switch (place.of) {
    case 'everything':
      return sql`true`
    case 'no force':
      return sql`a.force_id is null`
    case 'force':
      return sql`a.force_id = ${place.forceId}`
    case 'force alone':
      return sql`a.force_id = ${place.forceId} and a.neighbourhood_id is null`
    case 'neighbourhood':
      return sql`a.force_id = ${place.forceId} and a.neighbourhood_id = ${place.neighbourhoodId}`
    default:
      return place satisfies never
  }
}
