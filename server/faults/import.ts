import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { synthesise } from '../../data/synthetic/index.ts'
import type { Database } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { openServer } from '../database/server.ts'
import { importState, strayCrimes } from './importState.ts'

const importCommand = join(import.meta.dirname, '../cli/import.ts')
/** A kill comes within this time of a start; each time it is a little later, so that the work gets done in the end. */
const firstKillMs = 5000
const laterEachTimeMs = 1000

interface Publication {
  force_id: string
  month: string
  row_count: number
  placed_count: number
  crimes: number
  force: number
  points: number
  hexagons: number
}

/**
 * Imports a force of full size and kills the process at random, over and over, until it gets through. After each kill every month must be
 * whole or absent, in every table alike, and none that was whole before may be gone.
 * @param paths files to import; a generated force when there are none
 * @throws when the database is ever found in a state between
 */
export async function importFaults(paths: string[], tell: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-faults-'))
  try {
    const sources = paths.length > 0 ? paths : [await generatedForce(folder, tell)]
    const dataDirectory = join(folder, 'data')
    await mkdir(dataDirectory)
    await killUntilDone('embedded database', { DATABASE_URL: '', DATA_DIR: dataDirectory }, sources, tell, () =>
      openEmbedded(join(dataDirectory, 'database')),
    )
    const serverUrl = process.env['TEST_DATABASE_URL']
    if (!serverUrl) return tell('TEST_DATABASE_URL is not set: PostgreSQL is left out')
    const url = new URL(serverUrl)
    url.pathname = '/our_patch_faults'
    await administer(
      serverUrl,
      'drop database if exists our_patch_faults with (force)',
      'create database our_patch_faults',
    )
    await killUntilDone('PostgreSQL', { DATABASE_URL: url.href }, sources, tell, async () => openServer(url.href))
    await administer(serverUrl, 'drop database our_patch_faults with (force)')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function generatedForce(folder: string, tell: (line: string) => void): Promise<string> {
  tell('Generating a force of full size …')
  const out = join(folder, 'force')
  await synthesise({ scale: 'force', out })
  return out
}

async function killUntilDone(
  where: string,
  environment: Record<string, string>,
  sources: string[],
  tell: (line: string) => void,
  open: () => Promise<Database>,
): Promise<void> {
  const prepared = await open()
  await migrate(prepared)
  await prepared.close()
  let before: Publication[] = []
  for (let kills = 0; ; kills++) {
    const ended = await importAndKill(environment, sources, Math.random() * (firstKillMs + kills * laterEachTimeMs))
    const after = await inspect(open)
    const lost = before.find((old) => !after.some((now) => JSON.stringify(now) === JSON.stringify(old)))
    if (lost)
      throw new Error(`${where}: ${lost.month} of ${lost.force_id} was whole and is gone after kill ${kills + 1}`)
    before = after
    const rows = after.reduce((sum, publication) => sum + publication.row_count, 0)
    if (ended === 0) return tell(`${where}: ${after.length} months and ${rows} rows whole after ${kills} kills`)
    if (ended !== 'SIGKILL') throw new Error(`${where}: the import ended with ${ended}`)
    tell(`${where}: kill ${kills + 1}, ${after.length} months and ${rows} rows whole`)
  }
}

function importAndKill(
  environment: Record<string, string>,
  sources: string[],
  afterMs: number,
): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', importCommand, ...sources],
      { env: { ...process.env, ...environment }, stdio: 'ignore' },
    )
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      resolve(signal ?? code)
    })
  })
}

/** The months that are there, each checked against every table that is made from it. */
async function inspect(open: () => Promise<Database>): Promise<Publication[]> {
  const database = await open()
  try {
    const state = (await importState(database)) as Publication[]
    for (const publication of state) {
      const { row_count, placed_count, crimes, force, points, hexagons } = publication
      if (crimes !== row_count || force !== row_count || points !== placed_count || hexagons !== placed_count)
        throw new Error(`A month is half there: ${JSON.stringify(publication)}`)
    }
    if ((await strayCrimes(database)) > 0) throw new Error('There are crimes of no publication')
    return state
  } finally {
    await database.close()
  }
}

async function administer(serverUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
