import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { openServer } from '../database/server.ts'
import { type DataDirectoryLock, lockDataDirectory } from '../embedded/lock.ts'

/** An open database and what must be let go with it. */
export interface OpenedDatabase {
  database: Database
  close(): Promise<void>
}

/**
 * Opens the database that the settings name. The embedded one is opened only under the folder's lock:
 * two processes on one folder would lose rows that each had acknowledged.
 * @throws DataDirectoryLockedError when another process has the folder
 */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  if (config.databaseUrl) {
    const database = openServer(config.databaseUrl)
    return { database, close: () => database.close() }
  }
  await mkdir(config.dataDirectory, { recursive: true })
  const lock: DataDirectoryLock = await lockDataDirectory(config.dataDirectory)
  try {
    const database = await openEmbedded(join(config.dataDirectory, 'database'))
    return {
      database,
      close: async () => {
        await database.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
