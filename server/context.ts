import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { type Auth, createAuth, type SendLink } from './accounts/auth.ts'
import { signInLetter } from './accounts/letters.ts'
import { keyFor } from './accounts/secrets.ts'
import type { Config } from './config.ts'
import { type Counted, countsChannel, WatchedCounts } from './database/countChanges.ts'
import type { Database } from './database/database.ts'
import {
  dataVersionChannel,
  pageVersionChannel,
  readDataVersion,
  readPageVersion,
  watchVersion,
} from './database/dataVersion.ts'
import type { LiveLimits } from './live/limits.ts'
import { Live } from './live/live.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { followMinutes } from './meetings/minutes/follow.ts'
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
  /** The version of what teams and residents have published, kept like that of the data. */
  pageVersion(): Promise<string>
  forgetPageVersion(): void
  /** Which counts of devices have moved: too many do to move the version of the pages. */
  counts: WatchedCounts
  /** Letters: to SMTP_URL, or as files in DATA_DIR/outbox. */
  mailer: Mailer
  /** Signing in. */
  auth: Auth
  /** Live meetings. */
  live: Live
  /** A key for one purpose, derived from the service's secret; two purposes never share one. */
  keyFor(purpose: string): string
}

/** Wires the parts together. Nothing is opened here but the notification channel. */
export async function createContext(
  config: Config,
  database: Database,
  overrides: Partial<Pick<Context, 'clock' | 'log' | 'assets' | 'mailer'>> & {
    sendLink?: SendLink
    liveLimits?: Partial<LiveLimits>
  } = {},
): Promise<Context> {
  const clock = overrides.clock ?? (() => new Date())
  const log = overrides.log ?? createLogger(config.logLevel)
  const version = watchVersion(() => readDataVersion(database))
  await database.onNotification(dataVersionChannel, version.forget)
  const pages = watchVersion(() => readPageVersion(database))
  await database.onNotification(pageVersionChannel, pages.forget)
  const counts = new WatchedCounts(clock)
  await database.onNotification(countsChannel, (counted) => counts.moved(counted as Counted | ''))
  const mailer = overrides.mailer ?? createMailer(config)
  const sendLink = overrides.sendLink ?? ((link) => mailer.send(signInLetter(config.publicUrl, link)))
  // A secret of the moment is for tests: the start of the service always has a kept one.
  const secret = config.secret ?? randomBytes(32).toString('base64url')
  let auth: Auth | undefined
  let live: Live | undefined
  const context: Context = {
    config,
    database,
    published: database.kysely,
    clock,
    log,
    metrics: createMetrics(),
    assets: overrides.assets ?? (await loadAssets()),
    dataVersion: version.read,
    forgetDataVersion: version.forget,
    pageVersion: pages.read,
    forgetPageVersion: pages.forget,
    counts,
    mailer,
    keyFor: (purpose) => keyFor(secret, purpose),
    get auth() {
      auth ??= createAuth(database, config.publicUrl, keyFor(secret, 'sign-in'), sendLink)
      return auth
    },
    get live() {
      live ??= new Live(context, overrides.liveLimits, followMinutes)
      return live
    },
  }
  return context
}
