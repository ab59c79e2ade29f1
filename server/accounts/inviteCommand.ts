import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { invitePerson } from './invitations.ts'
import { grantCommand, namedGrant } from './namedGrant.ts'
import { emailAddress } from './schemas.ts'

const nameNeeded = '--name is needed'

/** What `npm run invite` is asked to do; it may come from another process. */
export const inviteCommand = grantCommand({
  email: z.string({ error: '--email is needed' }).pipe(emailAddress),
  name: z
    .string({ error: nameNeeded })
    .trim()
    .min(1, { error: nameNeeded })
    .max(120, { error: '--name has 120 characters at most' }),
})
export type InviteCommand = z.infer<typeof inviteCommand>

export type InviteResult = { problem: string } | { token: string }

/** Stores an invitation by whoever runs the service: how the first people of an installation come in. */
export async function inviteWork(database: Database, command: InviteCommand, now: Date): Promise<InviteResult> {
  const grant = await namedGrant(database, command)
  if ('problem' in grant) return grant
  const { email, name } = command
  const token = await invitePerson(database, null, { email, name, ...grant }, now)
  if (token === undefined) throw new Error('a command is no form that is sent twice')
  return { token }
}
