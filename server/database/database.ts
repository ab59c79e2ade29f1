import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Something that SQL can be sent to: the database itself, or one open transaction. */
export interface Handle {
  kysely: Kysely<Tables>
  /**
   * Runs `COPY table (columns) FROM STDIN` with the given bytes.
   * @param target table and columns as written in the statement: `crime (id, month)`
   * @param options the text inside `with (…)`: `format csv`
   * @returns the number of rows taken
   */
  copyIn(target: string, options: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number>
  /** Runs several statements without parameters. */
  execute(statements: string): Promise<void>
}

/**
 * One door to both databases. Outside a transaction use `kysely`; inside one use only the handle that is given:
 * on the embedded database anything else waits for the transaction's end, and so for ever.
 */
export interface Database extends Handle {
  readonly kind: 'embedded' | 'server'
  /** Whether two transactions can run at once, each on a connection of its own. */
  readonly isConcurrent: boolean
  /** Runs `work` in one transaction; commits when it resolves, rolls back when it throws. Never nest it. */
  transaction<T>(work: (handle: Handle) => Promise<T>): Promise<T>
  /**
   * Tells when another process has changed what readers see. A lost connection is made anew; what was told meanwhile is lost, and the
   * listener hears ''. Does nothing on the embedded database, which has one process.
   */
  onNotification(channel: string, listener: (payload: string) => void): Promise<void>
  /** For the job queue, which brings its own SQL: runs one statement with parameters or several without, and gives the rows of all. */
  rowsOf(statements: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}
