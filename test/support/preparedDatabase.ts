import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { embeddedDatabase } from '../../server/database/embedded.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openServer } from '../../server/database/server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Archive of a migrated, empty data folder of the embedded database. */
    preparedArchive: string
    /** A migrated, empty database on the test server to copy; undefined without TEST_DATABASE_URL. */
    templateDatabase: string | undefined
  }
}

/** Runs once for all database tests: migrates one empty database of each kind, of which every test file gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-test-'))
  const archive = join(folder, 'prepared.tar')
  const pglite = await PGlite.create({ extensions: { postgis, pg_trgm } })
  await migrate(embeddedDatabase(pglite))
  await writeFile(archive, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await pglite.close()
  project.provide('preparedArchive', archive)

  const serverUrl = process.env['TEST_DATABASE_URL']
  if (!serverUrl) console.log('TEST_DATABASE_URL is not set: database tests run on the embedded database only')
  const template = serverUrl ? await createTemplate(serverUrl) : undefined
  project.provide('templateDatabase', template)

  return async () => {
    await rm(folder, { recursive: true, force: true })
    if (serverUrl && template) await onServer(serverUrl, `drop database if exists ${template} with (force)`)
  }
}

async function createTemplate(serverUrl: string): Promise<string> {
  const name = `our_patch_template_${process.pid}`
  await onServer(serverUrl, `drop database if exists ${name} with (force)`)
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = openServer(url.href)
  await migrate(database)
  await database.close()
  return name
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
