import { execFileSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { importState, strayCrimes } from '../../server/faults/importState.ts'
import { type ImportSummary, importPaths } from '../../server/import/index.ts'
import { incidentLine, streetHeader } from '../support/builders/streetFile.ts'
import { runScript, type Script } from '../support/childProcess.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** Rows after which the first batch of a file is on its way into the database. */
const intoTheFile = 36_000
const largeRows = 40_000

let folder: string
let small: string
let large: string
let other: string

function crimesFile(name: string, rows: number, month: string, type: string): string {
  const lines = [streetHeader]
  for (let row = 0; row < rows; row++)
    lines.push(
      incidentLine({ month, type, longitude: `-1.${1000 + (row % 300)}`, location: `On or near Street ${row % 300}` }),
    )
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-patch-faults-'))
  small = crimesFile('small.csv', 50, '2022-09', 'Burglary')
  other = crimesFile('other.csv', 20, '2022-08', 'Drugs')
  large = crimesFile('large.csv', largeRows, '2022-09', 'Robbery')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const before = [
  {
    force_id: 'leicestershire',
    month: '2022-09',
    row_count: 50,
    placed_count: 50,
    crimes: 50,
    force: 50,
    points: 50,
    hexagons: 50,
    categories: '3:50',
  },
]
const after = [
  {
    force_id: 'leicestershire',
    month: '2022-08',
    row_count: 20,
    placed_count: 20,
    crimes: 20,
    force: 20,
    points: 20,
    hexagons: 20,
    categories: '5:20',
  },
  {
    force_id: 'leicestershire',
    month: '2022-09',
    row_count: largeRows,
    placed_count: largeRows,
    crimes: largeRows,
    force: largeRows,
    points: largeRows,
    hexagons: largeRows,
    categories: `9:${largeRows}`,
  },
]

async function expectEarlierState(database: Database): Promise<void> {
  expect(await importState(database)).toEqual(before)
  expect(await strayCrimes(database)).toBe(0)
}

async function expectGoesOn(database: Database): Promise<void> {
  const summary = await importPaths(database, { paths: [large, other] })
  expect(summary).toMatchObject({ stopped: undefined, refused: [] })
  expect(await importState(database)).toEqual(after)
  expect(await strayCrimes(database)).toBe(0)
}

/** The embedded database in a folder, migrated and empty. */
async function embeddedFolder(path: string): Promise<void> {
  const archive = new Blob([readFileSync(inject('preparedArchive'))])
  await (await openEmbedded(path, archive)).close()
}

async function inFolder<T>(path: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openEmbedded(path)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** A disk of its own of the given size; undefined where this machine does not let us make one. */
function smallDisk(name: string, bytes: number): string | undefined {
  const path = join(folder, name)
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path], { stdio: 'ignore' })
    return path
  } catch {
    console.log('No small disk can be mounted here: the full disk is left out')
    return undefined
  }
}

describe('an import into the embedded database', () => {
  it('leaves the earlier state when it is killed in the middle of a file, and goes on', async () => {
    const data = join(folder, 'killed')
    await embeddedFolder(data)
    await inFolder(data, (database) => importPaths(database, { paths: [small] }))
    const script = runScript('test/faults/importAndDie.ts', [data, String(intoTheFile), large, other])
    expect(await script.ended).toBe('SIGKILL')
    await inFolder(data, async (database) => {
      await expectEarlierState(database)
      await expectGoesOn(database)
    })
  })

  it('leaves whole files at Ctrl-C, and says how to go on', async () => {
    const data = join(folder, 'stopped')
    mkdirSync(data)
    await embeddedFolder(join(data, 'database'))
    await inFolder(join(data, 'database'), (database) => importPaths(database, { paths: [small] }))
    const script = runScript('server/cli/import.ts', [large, other], { DATABASE_URL: '', DATA_DIR: data })
    await untilPrinted(script, 'Loading into')
    script.child.kill('SIGINT')
    expect(await script.ended).toBe(1)
    expect(script.output()).toContain('Stopping after what is under way')
    expect(script.output()).toContain('Give the same command again to go on from there')
    await inFolder(join(data, 'database'), async (database) => {
      expect([before, [after[1]]]).toContainEqual(await importState(database))
      expect(await strayCrimes(database)).toBe(0)
      await expectGoesOn(database)
    })
  })

  it('leaves the earlier state when the disk is full, says so, and goes on when there is room', async () => {
    const data = join(folder, 'filled')
    await embeddedFolder(data)
    await inFolder(data, (database) => importPaths(database, { paths: [small] }))
    const used = Number(execFileSync('du', ['-s', '--block-size=1', data]).toString().split('\t')[0])
    const disk = smallDisk('disk', used + 2 * 1024 ** 2)
    if (disk === undefined) return
    const onDisk = join(disk, 'database')
    const roomy = join(folder, 'roomy')
    try {
      cpSync(data, onDisk, { recursive: true })
      const script = runScript('test/faults/importAndDie.ts', [onDisk, '0', large, other])
      await script.ended
      expect(script.output()).toMatch(/disk of the database is full|No space left on device|ENOSPC/)
      cpSync(onDisk, roomy, { recursive: true })
    } finally {
      execFileSync('umount', ['-l', disk])
    }
    await inFolder(roomy, async (database) => {
      await expectEarlierState(database)
      await expectGoesOn(database)
    })
  })
})

describe.skipIf(!process.env['TEST_DATABASE_URL'])('an import into PostgreSQL', () => {
  let opened: TestDatabase
  let admin: pg.Client
  beforeEach(async () => {
    opened = await openTestDatabase('server')
    admin = new pg.Client({ connectionString: opened.url, application_name: 'fault' })
    admin.on('error', () => {})
    await admin.connect()
    await importPaths(opened.database, { paths: [small] })
  })
  afterEach(async () => {
    await admin.end()
    await opened.remove()
  })

  it('leaves the earlier state when it is killed in the middle of a file, and goes on', async () => {
    const script = runScript('test/faults/importAndDie.ts', [opened.url as string, String(intoTheFile), large, other])
    expect(await script.ended).toBe('SIGKILL')
    await expectEarlierState(opened.database)
    await expectGoesOn(opened.database)
  })

  it('leaves the earlier state when it is killed before its last statement', async () => {
    await admin.query('begin; lock table data_version in exclusive mode')
    const script = runScript('test/faults/importAndDie.ts', [opened.url as string, '0', large, other])
    await untilWaiting(script)
    script.child.kill('SIGKILL')
    expect(await script.ended).toBe('SIGKILL')
    await admin.query('rollback')
    await expectEarlierState(opened.database)
    await expectGoesOn(opened.database)
  })

  it('leaves the earlier state when the connection is lost, says so, and goes on', async () => {
    const summary = await loseConnection()
    expect(summary.stopped).toContain('connection to the database was lost')
    expect(summary.next.join()).toContain('same command again')
    await expectEarlierState(opened.database)
    await expectGoesOn(opened.database)
  })

  it('leaves the earlier state when the disk is full, says so, and goes on when there is room', async () => {
    const disk = await smallTablespace()
    if (disk === undefined) return
    try {
      const summary = await importPaths(opened.database, { paths: [large, other] })
      expect(summary.stopped).toContain('disk of the database is full')
      await expectEarlierState(opened.database)
      await admin.query('alter table crime set tablespace pg_default')
      await expectGoesOn(opened.database)
    } finally {
      await admin.query('alter table crime set tablespace pg_default')
      await admin.query('drop tablespace our_patch_small')
      execFileSync('umount', ['-l', disk])
    }
  })

  it('finishes the file under way at the first Ctrl-C, and says how to go on', async () => {
    await admin.query('begin; lock table data_version in exclusive mode')
    const script = runScript('server/cli/import.ts', [other, large], { DATABASE_URL: opened.url as string })
    await untilWaiting(script)
    script.child.kill('SIGINT')
    await untilPrinted(script, 'Stopping after what is under way')
    await admin.query('rollback')
    expect(await script.ended).toBe(1)
    expect(script.output()).toContain('Give the same command again to go on from there')
    const state = await importState(opened.database)
    expect(state).toEqual([after[0], ...before])
    await expectGoesOn(opened.database)
  })

  /** Until something waits for a lock. Asked on another connection: a transaction sees one snapshot of the activity. */
  async function untilWaiting(script: Script): Promise<void> {
    while (script.child.exitCode === null) {
      const { rows } = await sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      `.execute(opened.database.kysely)
      if (rows.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`It ended before it waited:\n${script.output()}`)
  }

  async function loseConnection(): Promise<ImportSummary> {
    let ending: Promise<{ rows: { pid: number }[] }> | undefined
    const summary = await importPaths(opened.database, {
      paths: [large, other],
      onProgress: ({ rows }) => {
        if (ending || rows < intoTheFile) return
        ending = admin.query(
          'select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        )
      },
    })
    // The import ends with the first connection that it loses; the others may take a moment to be gone, and for the pool to hear of it.
    const pids = (await ending)?.rows.map(({ pid }) => pid)
    const left = async () => (await admin.query('select 1 from pg_stat_activity where pid = any($1)', [pids])).rowCount
    await expect.poll(left).toBe(0)
    await expect.poll(() => importState(opened.database).then(Boolean, () => false)).toBe(true)
    return summary
  }

  /** Puts the crimes on a disk that is too small for them. */
  async function smallTablespace(): Promise<string | undefined> {
    const { rows } = await sql<{ folder: string; superuser: boolean }>`
      select current_setting('data_directory', true) as folder, rolsuper as superuser from pg_roles where rolname = current_user
    `.execute(opened.database.kysely)
    const server = rows[0]
    if (!server?.superuser || !server.folder || !existsSync(server.folder)) {
      console.log('The test server is elsewhere or not ours to rule: its full disk is left out')
      return undefined
    }
    const disk = smallDisk('tablespace', 2 * 1024 ** 2)
    if (disk === undefined) return undefined
    const { uid, gid } = statSync(server.folder)
    // The server's user must reach the folder through its parent, too.
    execFileSync('chmod', ['755', folder])
    const space = join(disk, 'space')
    mkdirSync(space)
    chownSync(space, uid, gid)
    await admin.query(`create tablespace our_patch_small location '${space}'`)
    await admin.query('alter table crime set tablespace our_patch_small')
    return disk
  }
})

async function untilPrinted(script: Script, text: string): Promise<void> {
  while (!script.output().includes(text)) {
    if (script.child.exitCode !== null) throw new Error(`It ended before it said “${text}”:\n${script.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
