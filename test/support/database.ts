import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { openServer } from '../../server/database/server.ts'

/** A database of its own for one test file. */
export interface TestDatabase {
  database: Database
  /** How a process of its own would reach it; undefined for the embedded one, which lives in this process. */
  url: string | undefined
  remove(): Promise<void>
}

/**
 * Runs the same tests on the embedded database and, with TEST_DATABASE_URL, on PostgreSQL with PostGIS.
 * @param define receives a function that gives the open database; call it inside tests and hooks
 */
export function onBothDatabases(
  name: string,
  define: (database: () => Database, kind: Database['kind']) => void,
): void {
  const kinds: Database['kind'][] = process.env['TEST_DATABASE_URL'] ? ['embedded', 'server'] : ['embedded']
  describe.each(kinds)(`${name} (%s database)`, (kind) => {
    let opened: TestDatabase
    beforeAll(async () => {
      opened = await openTestDatabase(kind)
    })
    afterAll(() => opened.remove())
    define(() => opened.database, kind)
  })
}

/** Opens a migrated, empty database of the kind asked for. */
export async function openTestDatabase(kind: Database['kind']): Promise<TestDatabase> {
  if (kind === 'embedded') {
    const archive = new Blob([await readFile(inject('preparedArchive'))])
    const database = await openEmbedded(undefined, archive)
    return { database, url: undefined, remove: () => database.close() }
  }
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? ''
  const name = `our_patch_test_${randomBytes(6).toString('hex')}`
  await administer(serverUrl, `create database ${name} template ${inject('templateDatabase')}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = openServer(url.href)
  return {
    database,
    url: url.href,
    remove: async () => {
      await database.close()
      await administer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
