import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Typed } from '../web/forms.ts'
import { isFirstSending } from '../web/sentOnce.ts'
import { recordAudit } from './audit.ts'
import { accountIdOf, type Grant, type Person } from './rules.ts'
import { hashSecretText, newSecretText } from './secrets.ts'

export const invitationDays = 14

/** What somebody is invited to be. */
export interface Invitation extends Grant {
  email: string
  name: string
}

/**
 * Stores an invitation; one that waits for the same mailbox and grant is withdrawn, so that a lost letter can be sent again.
 * @param inviter null for the command line of whoever runs the service
 * @param sent the form; one that is sent twice invites once
 * @returns the secret that the letter's link carries; undefined when the form was sent before
 */
export async function invitePerson(
  database: Database,
  inviter: Person | null,
  invitation: Invitation,
  now: Date,
  sent: Typed = {},
): Promise<string | undefined> {
  const token = newSecretText()
  const { email, name, role, forceId, neighbourhoodId } = invitation
  return database.transaction(async (handle) => {
    if (!(await isFirstSending(handle, sent, now))) return undefined
    await sql`
      update invitation set withdrawn_at = ${now}
      where email = ${email} and role = ${role} and force_id is not distinct from ${forceId}::text
        and neighbourhood_id is not distinct from ${neighbourhoodId}::integer and accepted_at is null and withdrawn_at is null
    `.execute(handle.kysely)
    const { id } = await handle.kysely
      .insertInto('invitation')
      .values({
        token_hash: hashSecretText(token),
        email,
        name,
        role,
        force_id: forceId,
        neighbourhood_id: neighbourhoodId,
        invited_by: accountIdOf(inviter),
        invited_at: now,
        expires_at: new Date(now.getTime() + invitationDays * 86_400_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAudit(handle, inviter, {
      action: 'people.invite',
      subject: `invitation ${id}`,
      forceId,
      neighbourhoodId,
    })
    return token
  })
}

/** An invitation that can still be accepted, by its link's secret. */
export async function openInvitation(reader: Database['kysely'], token: string, now: Date) {
  return reader
    .selectFrom('invitation')
    .where('token_hash', '=', hashSecretText(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .select(['id', 'email', 'name', 'role', 'force_id', 'neighbourhood_id'])
    .executeTakeFirst()
}

/**
 * Accepts an invitation, once: the person is there afterwards with the grant. The link came to the mailbox, so the address is theirs.
 * @returns the person's e-mail address; undefined when somebody was faster or the link is no good
 */
export async function acceptInvitation(database: Database, token: string, now: Date): Promise<string | undefined> {
  return database.transaction(async (handle) => {
    const { rows } = await sql<Invitation & { id: number }>`
      update invitation set accepted_at = ${now}
      where token_hash = ${hashSecretText(token)} and accepted_at is null and withdrawn_at is null and expires_at > ${now}
      returning id, email, name, role, force_id as "forceId", neighbourhood_id as "neighbourhoodId"`.execute(
      handle.kysely,
    )
    const invitation = rows[0]
    if (!invitation) return undefined
    const { id, email, name, role, forceId, neighbourhoodId } = invitation
    await sql`
      insert into person (id, name, email, email_verified) values (${randomBytes(16).toString('hex')}, ${name}, ${email}, true)
      on conflict (email) do nothing`.execute(handle.kysely)
    const person = await handle.kysely
      .selectFrom('person')
      .where('email', '=', email)
      .select(['id', 'name'])
      .executeTakeFirstOrThrow()
    await sql`
      insert into access_grant (person_id, role, force_id, neighbourhood_id)
      values (${person.id}, ${role}, ${forceId}::text, ${neighbourhoodId}::integer) on conflict do nothing`.execute(
      handle.kysely,
    )
    await recordAudit(
      handle,
      { id: person.id, name: person.name, email, via: 'session', grants: [] },
      { action: 'people.accept', subject: `invitation ${id}`, forceId, neighbourhoodId },
    )
    return email
  })
}
