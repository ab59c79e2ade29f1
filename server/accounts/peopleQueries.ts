import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Role } from './rules.ts'

type Reader = Database['kysely']

/** A session of a person, as they see it. */
export interface OwnSession {
  id: string
  userAgent: string | null
  createdAt: Date
  expiresAt: Date
}

/** The open sessions of a person, newest first. */
export async function sessionsOf(reader: Reader, personId: string, now: Date): Promise<OwnSession[]> {
  const { rows } = await sql<OwnSession>`
    select id, user_agent as "userAgent", created_at as "createdAt", expires_at as "expiresAt"
    from sign_in_session where person_id = ${personId} and expires_at > ${now}
    order by created_at desc`.execute(reader)
  return rows
}

/** The passkeys of a person, newest first. */
export async function passkeysOf(reader: Reader, personId: string) {
  return reader
    .selectFrom('passkey')
    .where('person_id', '=', personId)
    .select(['id', 'name', 'created_at as createdAt'])
    .orderBy('created_at', 'desc')
    .execute()
}

/** What somebody may do in a force: a grant, or an invitation that waits. */
export interface ForceGrant {
  id: number
  name: string
  email: string
  role: Role
  neighbourhood: string | null
  since: Date
}

/** Everyone who may act for a force or one of its neighbourhoods, by role and name. Admins reach every force and are not listed. */
export async function grantsInForce(reader: Reader, forceId: string): Promise<(ForceGrant & { personId: string })[]> {
  const { rows } = await sql<ForceGrant & { personId: string }>`
    select g.id, p.id as "personId", p.name, p.email, g.role, n.name as neighbourhood, g.granted_at as since
    from access_grant g join person p on p.id = g.person_id left join neighbourhood n on n.id = g.neighbourhood_id
    where g.force_id = ${forceId}
    order by g.role desc, p.name, n.name, g.id`.execute(reader)
  return rows
}

/** Invitations to a force that nobody has accepted yet and that still can be. */
export async function waitingInvitations(reader: Reader, forceId: string, now: Date): Promise<ForceGrant[]> {
  const { rows } = await sql<ForceGrant>`
    select i.id, i.name, i.email, i.role, n.name as neighbourhood, i.invited_at as since
    from invitation i left join neighbourhood n on n.id = i.neighbourhood_id
    where i.force_id = ${forceId} and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${now}
    order by i.id desc`.execute(reader)
  return rows
}
