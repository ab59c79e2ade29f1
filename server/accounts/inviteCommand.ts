import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { invitePerson } from './invitations.ts'
import { isNoWiderThanItSays, roles, tooWide } from './rules.ts'
import { emailAddress } from './schemas.ts'
import { neighbourhoodId } from './tokens.ts'

/** What `npm run invite` is asked to do; it may come from another process. */
export const inviteCommand = z
  .object({
    email: z.string({ error: '--email is needed' }).pipe(emailAddress),
    name: z
      .string({ error: '--name is needed' })
      .trim()
      .min(1, { error: '--name is needed' })
      .max(120, { error: '--name has 120 characters at most' }),
    role: z.enum(roles, { error: '--role is officer, supervisor or admin' }),
    force: z.string().optional(),
    neighbourhood: z.string().optional(),
  })
  .refine((given) => given.role === 'admin' || given.force !== undefined, {
    error: 'An officer or supervisor needs --force',
  })
  .refine((given) => given.role !== 'officer' || given.neighbourhood !== undefined, {
    error: 'An officer needs --neighbourhood',
  })
  .refine(isNoWiderThanItSays, { error: tooWide })
export type InviteCommand = z.infer<typeof inviteCommand>

export type InviteResult = { problem: string } | { token: string }

/** Stores an invitation by whoever runs the service: how the first people of an installation come in. */
export async function inviteWork(database: Database, command: InviteCommand, now: Date): Promise<InviteResult> {
  const { email, name, role } = command
  const forceId = role === 'admin' ? null : (command.force ?? '')
  if (forceId !== null) {
    const force = await database.kysely.selectFrom('force').where('id', '=', forceId).select('id').executeTakeFirst()
    if (!force) return { problem: `There is no force ${forceId} here.` }
  }
  const code = role === 'officer' ? (command.neighbourhood ?? '') : null
  const place = code === null ? null : await neighbourhoodId(database.kysely, forceId ?? '', code)
  if (place === undefined) return { problem: `${forceId} has no neighbourhood ${code} here.` }
  return { token: await invitePerson(database, null, { email, name, role, forceId, neighbourhoodId: place }, now) }
}
