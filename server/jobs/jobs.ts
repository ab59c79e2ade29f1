import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'

/** Something that is to be done regularly, by one of the processes on a database. */
export interface RegularJob {
  name: string
  /** When, by clocks in Britain: minute and hour as cron writes them, '17 3 * * *'. */
  at: string
  run(): Promise<void>
}

/** The jobs of a running service. */
export interface Jobs {
  /** Asks for a job now, beside its hour. */
  ask(name: string): Promise<void>
  /** Lets what is under way finish. Call it before the database is closed. */
  stop(): Promise<void>
}

/** How often a worker looks for something to do: nothing here is in a hurry, and the embedded database has one connection. */
const lookEverySeconds = 30
const stopMs = 10_000

/**
 * Starts the queue (pg-boss, in a schema of its own) on either database, and a worker for each job. A job that fails is tried again three
 * times, minutes apart; one missed because the service was down is made up for at the next start.
 */
export async function startJobs(
  database: Database,
  log: Logger,
  regular: readonly RegularJob[],
  options: { lookEverySeconds?: number } = {},
): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await database.rowsOf(text, values) }) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  const stop = (graceful: boolean) => boss.stop({ graceful, timeout: stopMs, close: false })
  try {
    await boss.start()
    for (const { name, at, run } of regular) {
      await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryDelay: 300, retryBackoff: true })
      await boss.schedule(name, at, null, { tz: 'Europe/London', missed: 'once' })
      await boss.work(name, { pollingIntervalSeconds: options.lookEverySeconds ?? lookEverySeconds }, run)
    }
  } catch (error) {
    await stop(false).catch(() => {}) // what went wrong first is what is told
    throw error
  }
  return {
    ask: async (name) => void (await boss.send(name)),
    stop: () => stop(true),
  }
}
