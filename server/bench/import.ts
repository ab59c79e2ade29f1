import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { synthesise } from '../../data/synthetic/index.ts'
import type { Database } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { openServer } from '../database/server.ts'
import { importPaths } from '../import/index.ts'
import { type BenchFigure, median } from './figure.ts'

const serverRounds = 5
const embeddedRounds = 1
const realFolder = join(
  process.env['OUR_PATCH_SHARED'] ?? join(import.meta.dirname, '../../../shared'),
  'data/crime/leicestershire',
)

/**
 * The whole import of street files into an empty database, from the first byte to the last derived figure, beside COPY of the same files
 * into a plain table of text, in turns. Real files where they are there, else a generated force; with TEST_DATABASE_URL on PostgreSQL
 * too, in databases made for it and dropped.
 */
export async function* benchImport(): AsyncGenerator<BenchFigure> {
  const made = existsSync(realFolder) ? undefined : await mkdtemp(join(tmpdir(), 'our-patch-bench-'))
  try {
    if (made) await synthesise({ scale: 'force', out: made, months: 15 })
    const files = await streetFiles(made ?? realFolder)
    const serverUrl = process.env['TEST_DATABASE_URL']
    if (serverUrl) yield* onServer(files, serverUrl)
    else console.error('TEST_DATABASE_URL is not set: the import is measured on the embedded database only')
    yield* onEmbedded(files)
  } finally {
    if (made) await rm(made, { recursive: true, force: true })
  }
}

async function streetFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => name.endsWith('-street.csv'))
    .sort()
    .map((name) => join(folder, name))
}

async function* onServer(files: string[], serverUrl: string): AsyncGenerator<BenchFigure> {
  const url = new URL(serverUrl)
  url.pathname = '/our_patch_bench'
  const [ours, peer]: [number[], number[]] = [[], []]
  for (let round = 0; round < serverRounds; round++) {
    await administer(
      serverUrl,
      'drop database if exists our_patch_bench with (force)',
      'create database our_patch_bench',
    )
    const database = openServer(url.href)
    try {
      peer.push(await copyRate(database, files))
      ours.push(await importRate(database, files))
    } finally {
      await database.close()
    }
  }
  await administer(serverUrl, 'drop database our_patch_bench with (force)')
  yield figure('import into PostgreSQL', ours, peer)
}

async function* onEmbedded(files: string[]): AsyncGenerator<BenchFigure> {
  const [ours, peer]: [number[], number[]] = [[], []]
  for (let round = 0; round < embeddedRounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'our-patch-bench-'))
    const database = await openEmbedded(join(folder, 'database'))
    try {
      peer.push(await copyRate(database, files))
      ours.push(await importRate(database, files))
    } finally {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
  yield figure('import into the embedded database', ours, peer)
}

function figure(name: string, ours: number[], peer: number[]): BenchFigure {
  const [middle, middleOfPeer] = [median(ours), median(peer)]
  return { name, ours: middle, peer: middleOfPeer, ratio: middle / middleOfPeer, unit: 'rows/s', n: ours.length }
}

async function importRate(database: Database, paths: string[]): Promise<number> {
  await migrate(database)
  const started = performance.now()
  const summary = await importPaths(database, { paths })
  if (summary.stopped || summary.rejected > 0 || summary.refused.length > 0) throw new Error(JSON.stringify(summary))
  return summary.loaded / ((performance.now() - started) / 1000)
}

async function copyRate(database: Database, paths: string[]): Promise<number> {
  const columns = Array.from({ length: 12 }, (_, index) => `c${index} text`)
  await sql`create table plain (${sql.raw(columns.join(', '))})`.execute(database.kysely)
  const started = performance.now()
  let rows = 0
  for (const path of paths)
    rows += await database.copyIn('plain', 'format csv, header', createReadStream(path, { highWaterMark: 1024 * 1024 }))
  const rate = rows / ((performance.now() - started) / 1000)
  await sql`drop table plain`.execute(database.kysely)
  return rate
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
