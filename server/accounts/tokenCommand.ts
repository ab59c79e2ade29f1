import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { largestRow } from '../web/fields.ts'
import { grantCommand, namedGrant } from './namedGrant.ts'
import { listTokens, makeToken, revokeToken } from './tokens.ts'

const longestDays = 366

/** What `npm run token` is asked to do; it may come from another process. */
export const tokenCommand = z.discriminatedUnion('do', [
  grantCommand({
    do: z.literal('make'),
    name: z
      .string()
      .trim()
      .min(1, { error: '--name is not empty: leave it out, or give one' })
      .max(80, { error: '--name has 80 characters at most' })
      .default('unnamed'),
    days: z.coerce
      .number({ error: '--days is a number' })
      .int({ error: '--days is a whole number' })
      .min(1, { error: '--days is 1 or more' })
      .max(longestDays, { error: `--days is ${longestDays} at most` })
      .default(90),
  }),
  z.object({ do: z.literal('list'), force: z.string().optional() }),
  z.object({
    do: z.literal('revoke'),
    id: z.coerce
      .number({ error: '--revoke takes a token’s number' })
      .int({ error: '--revoke takes a token’s number' })
      .positive({ error: '--revoke takes a token’s number' })
      .max(largestRow, { error: 'There is no token with such a number' }),
  }),
])
export type TokenCommand = z.infer<typeof tokenCommand>

/** What came of it, as it goes between processes. */
export type TokenDone =
  | { id: number; text: string; expiresAt: string }
  | { revoked: number }
  | {
      tokens: {
        id: number
        role: string
        force: string | null
        neighbourhood: string | null
        name: string
        state: string
      }[]
    }

/** Does what the command says. A force or neighbourhood that is not here is told, not thrown. */
export async function tokenWork(
  database: Database,
  command: TokenCommand,
  now: Date,
): Promise<TokenDone | { problem: string }> {
  switch (command.do) {
    case 'list': {
      const tokens = await listTokens(database.kysely, command.force)
      return {
        tokens: tokens.map(({ id, role, force, neighbourhood, name, revokedAt, expiresAt }) => ({
          id,
          role,
          force,
          neighbourhood,
          name,
          state: revokedAt
            ? 'revoked'
            : `${expiresAt > now ? 'good until' : 'ran out on'} ${expiresAt.toISOString().slice(0, 10)}`,
        })),
      }
    }
    case 'revoke': {
      const was = await revokeToken(database, null, command.id, undefined, now)
      return was ? { revoked: command.id } : { problem: `There is no token ${command.id} to revoke.` }
    }
    case 'make': {
      const grant = await namedGrant(database, command)
      if ('problem' in grant) return grant
      const { name, days } = command
      const made = await makeToken(database, { ...grant, name, days }, now)
      return { ...made, expiresAt: made.expiresAt.toISOString().slice(0, 10) }
    }
    default:
      return command satisfies never
  }
}
