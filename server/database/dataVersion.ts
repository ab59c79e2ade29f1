import { sql } from 'kysely'
import type { Database, Handle } from './database.ts'

/** The channel on which other processes hear that the data have moved. */
export const dataVersionChannel = 'data_version'

/** Moves the data version. Call it last in a transaction that changes what readers see: it makes other writers wait. */
export async function moveDataVersion(handle: Handle): Promise<void> {
  await sql`update data_version set version = version + 1, changed_at = now()`.execute(handle.kysely)
  await sql`select pg_notify(${dataVersionChannel}, '')`.execute(handle.kysely)
}

/** The channel on which other processes hear that pages have changed. */
export const pageVersionChannel = 'page_version'

/**
 * Moves the page version: what a team or a resident has published has changed, and pages with it, but no figure and no tile. Call it last
 * in the transaction, as `moveDataVersion`.
 */
export async function movePageVersion(handle: Handle): Promise<void> {
  await sql`update page_version set version = version + 1`.execute(handle.kysely)
  await sql`select pg_notify(${pageVersionChannel}, '')`.execute(handle.kysely)
}

/** Reads the page version as it goes into ETags. */
export async function readPageVersion(database: Database): Promise<string> {
  const row = await database.kysely.selectFrom('page_version').select('version').executeTakeFirstOrThrow()
  return String(row.version)
}

/** Reads the data version as it goes into addresses and ETags. */
export async function readDataVersion(database: Database): Promise<string> {
  const row = await database.kysely.selectFrom('data_version').select('version').executeTakeFirstOrThrow()
  return String(row.version)
}

const askedAgainAfterMs = 1000

/** A version that is kept at hand. */
export interface WatchedVersion {
  read(): Promise<string>
  /** After it the next reader waits for a fresh one. */
  forget(): void
}

/**
 * Keeps a version at hand. It is asked for once a second at most, and in the background, so that what is in memory
 * is served while the database is busy or gone; after `forget` the next reader waits for a fresh one.
 */
export function watchVersion(readVersion: () => Promise<string>): WatchedVersion {
  let known: Promise<string> | undefined
  let asking: Promise<string> | undefined
  let askedAt = 0
  const ask = () => {
    askedAt = performance.now()
    const asked = readVersion()
    asking = asked
    asked
      .then(
        () => {
          if (asking === asked) known = asked
        },
        () => {},
      )
      .finally(() => {
        if (asking === asked) asking = undefined
      })
    return asked
  }
  return {
    read: () => {
      if (!known) return asking ?? ask()
      if (!asking && performance.now() - askedAt > askedAgainAfterMs) ask().catch(() => {})
      return known
    },
    forget: () => {
      known = undefined
      asking = undefined
    },
  }
}
