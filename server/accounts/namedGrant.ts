import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Grant, isNoWiderThanItSays, roles, tooWide } from './rules.ts'

/** A command that gives somebody, or a machine, a role in a place, with what else it takes. */
export function grantCommand<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .object({
      ...shape,
      role: z.enum(roles, { error: '--role is officer, supervisor or admin' }),
      force: z.string().optional(),
      neighbourhood: z.string().optional(),
    })
    .superRefine((input, context) => {
      const given = input as GrantWords
      const refuse = (message: string) => context.addIssue({ code: 'custom', message })
      if (given.role !== 'admin' && given.force === undefined) refuse('An officer or supervisor needs --force')
      if (given.role === 'officer' && given.neighbourhood === undefined) refuse('An officer needs --neighbourhood')
      if (!isNoWiderThanItSays(given)) refuse(tooWide)
    })
}

/** A role in a place as a command names it. */
export interface GrantWords {
  role: Grant['role']
  force?: string | undefined
  neighbourhood?: string | undefined
}

/** The grant that a command's words name, or what of them is not here. */
export async function namedGrant(
  { kysely }: Pick<Database, 'kysely'>,
  { role, force = '', neighbourhood = '' }: GrantWords,
): Promise<Grant | { problem: string }> {
  if (role === 'admin') return { role, forceId: null, neighbourhoodId: null }
  if (!(await kysely.selectFrom('force').where('id', '=', force).select('id').executeTakeFirst()))
    return { problem: `There is no force ${force} here.` }
  if (role === 'supervisor') return { role, forceId: force, neighbourhoodId: null }
  const place = await kysely
    .selectFrom('neighbourhood')
    .where('force_id', '=', force)
    .where('code', '=', neighbourhood)
    .select('id')
    .executeTakeFirst()
  return place
    ? { role, forceId: force, neighbourhoodId: place.id }
    : { problem: `${force} has no neighbourhood ${neighbourhood} here.` }
}
