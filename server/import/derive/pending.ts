import { sql } from 'kysely'
import type { Database, Handle } from '../../database/database.ts'

/** What is made from loaded data after a load, in the order in which one leads to the next. */
export const derivations = ['outlines', 'points', 'residents', 'search', 'analyze', 'analyze_search'] as const
export type Derivation = (typeof derivations)[number]

/** Notes, in the transaction that makes it so, that something must be derived anew. */
export async function noteDerivation(handle: Handle, ...steps: Derivation[]): Promise<void> {
  const rows = steps.map((step) => sql`(${step})`)
  await sql`insert into pending_derivation (step) values ${sql.join(rows)} on conflict do nothing`.execute(
    handle.kysely,
  )
}

/** Strikes a step out, in the transaction that does it. */
export async function strikeOut(handle: Handle, step: Derivation): Promise<void> {
  await sql`delete from pending_derivation where step = ${step}`.execute(handle.kysely)
}

/** What is still to be derived, in order. */
export async function pendingDerivations(database: Database): Promise<Derivation[]> {
  const { rows } = await sql<{ step: string }>`select step from pending_derivation`.execute(database.kysely)
  const noted = new Set(rows.map((row) => row.step))
  return derivations.filter((step) => noted.has(step))
}
