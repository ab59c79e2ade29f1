import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsAfterKills, meetingUnderKills } from '../../test/faults/meetingUnderKills.ts'
import { type BenchMeeting, openBenchDatabase, plannedMeetings } from '../bench/meeting/hall.ts'
import type { Database } from '../database/database.ts'
import { openEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { readLog } from '../live/log.ts'
import { storedCommands } from './storedCommands.ts'

const kills = 20
const phones = 199 // and the chair
const betweenMs = 3000

type Environment = Record<string, string>

/**
 * Kills the service 20 times in a running meeting with 200 clients, and compares what each of them has come to, and what each was told to be
 * done, with the log. test/faults runs the same in small.
 * @throws naming what was lost, is there twice, or is seen differently
 */
export async function meetingFaults(_paths: string[], tell: (line: string) => void): Promise<void> {
  const secret = randomBytes(32).toString('hex')
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-faults-'))
  try {
    const path = join(folder, 'database')
    await killOften('embedded database', { DATABASE_URL: '', DATA_DIR: folder, SECRET: secret }, tell, () =>
      openEmbedded(path),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (!process.env['TEST_DATABASE_URL']) return tell('TEST_DATABASE_URL is not set: PostgreSQL is left out')
  const { open, url, remove } = await openBenchDatabase()
  try {
    await killOften('PostgreSQL', { DATABASE_URL: url, SECRET: secret }, tell, async () => open())
  } finally {
    await remove()
  }
}

async function killOften(
  where: string,
  environment: Environment,
  tell: (line: string) => void,
  open: () => Promise<Database>,
): Promise<void> {
  const [{ id, chairCookie }] = (await withDatabase(open, async (database) => {
    await migrate(database)
    return plannedMeetings(database, 1)
  })) as [BenchMeeting]
  const outcome = await meetingUnderKills({
    meeting: id,
    chairCookie,
    environment: { ...environment, DEMO: 'off' },
    phones,
    kills,
    betweenMs,
    onKill: (kill, acknowledged) => tell(`${where}: kill ${kill}, ${acknowledged} commands answered as done`),
  })
  await withDatabase(open, async (database) => {
    const { changes } = await readLog(database.kysely, id, 0)
    const faults = faultsAfterKills(outcome, changes, await storedCommands(database, id))
    if (faults.length > 0) throw new Error([`${where}:`, ...faults].join('\n'))
    const { acknowledged, clients } = outcome
    tell(
      `${where}: after ${kills} kills ${clients.length} clients see the same ${changes.length} changes; of ` +
        `${acknowledged.length} commands that were answered as done none is lost and none counted twice`,
    )
  })
}

async function withDatabase<Value>(
  open: () => Promise<Database>,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const database = await open()
  return work(database).finally(() => database.close())
}
