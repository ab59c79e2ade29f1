import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { dataVersionChannel, watchDataVersion } from './database/dataVersion.ts'
import { type Assets, loadAssets } from './web/assets.ts'
import { createLogger } from './web/log.ts'
import { createMetrics, type Metrics } from './web/metrics.ts'

export type Clock = () => Date

/** What handlers work with; tests override one part of it. */
export interface Context {
  config: Config
  database: Database
  /** The one door for queries of published figures, so that a read replica can stand behind it later. */
  published: Database['kysely']
  clock: Clock
  log: Logger
  metrics: Metrics
  assets: Assets
  /**
   * The version of the data. It is asked for once a second at most, and in the background, so that pages in memory are
   * served while the database is busy; after a change that this process made or was told of, the next caller waits for it.
   */
  dataVersion(): Promise<string>
  /** Called by whatever has just changed the data in this process. */
  forgetDataVersion(): void
}

/** Wires the parts together. Nothing is opened here but the notification channel. */
export async function createContext(
  config: Config,
  database: Database,
  overrides: Partial<Pick<Context, 'clock' | 'log' | 'assets'>> = {},
): Promise<Context> {
  const clock = overrides.clock ?? (() => new Date())
  const log = overrides.log ?? createLogger(config.logLevel)
  const version = watchDataVersion(database)
  await database.onNotification(dataVersionChannel, version.forget)
  return {
    config,
    database,
    published: database.kysely,
    clock,
    log,
    metrics: createMetrics(),
    assets: overrides.assets ?? (await loadAssets()),
    dataVersion: version.read,
    forgetDataVersion: version.forget,
  }
}
