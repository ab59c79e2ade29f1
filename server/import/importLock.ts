import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Another import is at work on the same database. */
export class ImportBusy extends Error {
  override name = 'ImportBusy'
  constructor() {
    super('Another import is running on this database. Wait for it to end, then give the command again.')
  }
}

const busyEmbedded = new WeakSet<Database>()

/**
 * Does work while no other import can run on the database, in this process or another: an advisory lock, held by a connection of its own
 * and gone with it.
 * @throws ImportBusy when one is running
 */
export async function whileAlone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'server') return whileLocked(database, work)
  if (busyEmbedded.has(database)) throw new ImportBusy()
  busyEmbedded.add(database)
  try {
    return await work()
  } finally {
    busyEmbedded.delete(database)
  }
}

async function whileLocked<T>(database: Database, work: () => Promise<T>): Promise<T> {
  let finished: { value: T } | undefined
  try {
    await database.transaction(async (handle) => {
      const { rows } = await sql<{ got: boolean }>`
        select pg_try_advisory_xact_lock(hashtext('our-patch-import')) as got`.execute(handle.kysely)
      if (!rows[0]?.got) throw new ImportBusy()
      finished = { value: await work() }
    })
  } catch (error) {
    // The work has told what became of it; that the lock's own connection broke too adds nothing.
    if (!finished) throw error
  }
  return (finished as { value: T }).value
}
