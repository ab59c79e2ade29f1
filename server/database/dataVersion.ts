import { sql } from 'kysely'
import type { Database, Handle } from './database.ts'

/** The channel on which other processes hear that the data have moved. */
export const dataVersionChannel = 'data_version'

/** Moves the data version. Call it last in a transaction that changes what readers see: it makes other writers wait. */
export async function moveDataVersion(handle: Handle): Promise<void> {
  await sql`update data_version set version = version + 1, changed_at = now()`.execute(handle.kysely)
  await sql`select pg_notify(${dataVersionChannel}, '')`.execute(handle.kysely)
}

/** Reads the data version as it goes into addresses and ETags. */
export async function readDataVersion(database: Database): Promise<string> {
  const row = await database.kysely.selectFrom('data_version').select('version').executeTakeFirstOrThrow()
  return String(row.version)
}
