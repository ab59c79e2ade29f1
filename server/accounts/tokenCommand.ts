import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { isNoWiderThanItSays, roles, tooWide } from './rules.ts'
import { largestId } from './schemas.ts'
import { listTokens, makeToken, neighbourhoodId, revokeToken } from './tokens.ts'

const longestDays = 366

/** What `npm run token` is asked to do; it may come from another process. */
export const tokenCommand = z.discriminatedUnion('do', [
  z
    .object({
      do: z.literal('make'),
      role: z.enum(roles, { error: '--role is officer, supervisor or admin' }),
      force: z.string().optional(),
      neighbourhood: z.string().optional(),
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
    })
    .refine((given) => given.role === 'admin' || given.force !== undefined, {
      error: 'An officer’s or supervisor’s token needs --force',
    })
    .refine((given) => given.role !== 'officer' || given.neighbourhood !== undefined, {
      error: 'An officer’s token needs --neighbourhood',
    })
    .refine(isNoWiderThanItSays, { error: tooWide }),
  z.object({ do: z.literal('list'), force: z.string().optional() }),
  z.object({
    do: z.literal('revoke'),
    id: z.coerce
      .number({ error: '--revoke takes a token’s number' })
      .int({ error: '--revoke takes a token’s number' })
      .positive({ error: '--revoke takes a token’s number' })
      .max(largestId, { error: 'There is no token with such a number' }),
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
      const { role, name, days } = command
      const force = role === 'admin' ? null : (command.force ?? '')
      if (force !== null && !(await isForce(database, force))) return { problem: `There is no force ${force} here.` }
      const code = role === 'officer' ? (command.neighbourhood ?? '') : null
      const place = code === null ? null : await neighbourhoodId(database.kysely, force ?? '', code)
      if (place === undefined) return { problem: `${force} has no neighbourhood ${code} here.` }
      const made = await makeToken(database, { role, forceId: force, neighbourhoodId: place, name, days }, now)
      return { ...made, expiresAt: made.expiresAt.toISOString().slice(0, 10) }
    }
    default:
      return command satisfies never
  }
}

async function isForce(database: Database, id: string): Promise<boolean> {
  return (await database.kysely.selectFrom('force').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
}
