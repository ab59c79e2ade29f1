import { PGlite, type PGliteInterface, type Transaction, types } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'
import { Kysely, PGliteDialect } from 'kysely'
import type { Database, Handle } from './database.ts'
import type { Tables } from './tables.ts'

/** COPY on the embedded database takes a Blob in memory, so a long stream goes in pieces of whole lines. */
const blobBytes = 8 * 1024 * 1024

const parsers = {
  [types.DATE]: (text: string) => text,
  [types.NUMERIC]: (text: string) => text,
}

/**
 * Opens the embedded database.
 * @param dataDirectory folder for its files; undefined keeps it in memory (tests)
 * @param loadDataDir a prepared copy to start from (tests)
 */
export async function openEmbedded(dataDirectory: string | undefined, loadDataDir?: Blob): Promise<Database> {
  const pglite = await PGlite.create({
    ...(dataDirectory === undefined ? {} : { dataDir: dataDirectory }),
    ...(loadDataDir === undefined ? {} : { loadDataDir }),
    extensions: { postgis, pg_trgm },
    parsers,
  })
  return embeddedDatabase(pglite)
}

/** Wraps an open PGlite: its own queue makes whatever is outside a transaction wait for that transaction's end. */
export function embeddedDatabase(pglite: PGliteInterface): Database {
  return {
    kind: 'embedded',
    isConcurrent: false,
    ...handleOn(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(handleOn(transaction))),
    onNotification: async () => {},
    rowsOf: async (statements, parameters = []) => {
      if (parameters.length > 0) return (await pglite.query<Record<string, unknown>>(statements, parameters)).rows
      // A transaction that is written out would, once a statement of it fails, stay open and swallow whatever is sent next.
      const inside = /^\s*begin;([\s\S]*)commit;?\s*$/i.exec(statements)?.[1]
      const results = inside
        ? await pglite.transaction((transaction) => transaction.exec(inside))
        : await pglite.exec(statements)
      return results.flatMap(({ rows }) => rows)
    },
    close: () => pglite.close(),
  }
}

function handleOn(session: PGliteInterface | Transaction): Handle {
  return {
    kysely: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: kyselyFace(session) }) }),
    copyIn: async (target, options, chunks) => {
      let rows = 0
      for await (const blob of blobsOfWholeLines(chunks)) {
        const result = await session.query(`copy ${target} from '/dev/blob' with (${options})`, [], { blob })
        rows += result.affectedRows ?? 0
      }
      return rows
    },
    execute: async (statements) => {
      await session.exec(statements)
    },
  }
}

/**
 * What Kysely sees of a session. Kysely's own transactions are shut off: while one is open its PGlite driver sends every
 * other query into it too, so a page would read a half-made import. `Database.transaction` keeps them apart.
 */
function kyselyFace(session: PGliteInterface | Transaction): ConstructorParameters<typeof PGliteDialect>[0]['pglite'] {
  return {
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
    close: async () => {},
    query: (query, parameters, options) => session.query(query, parameters, options as never) as never,
    transaction: () => {
      throw new Error('Use Database.transaction, not kysely.transaction')
    },
  }
}

async function* blobsOfWholeLines(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Blob> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    heldBytes += chunk.byteLength
    if (heldBytes < blobBytes || chunk.at(-1) !== 0x0a) continue
    yield new Blob(held as BlobPart[])
    held = []
    heldBytes = 0
  }
  if (heldBytes > 0) yield new Blob(held as BlobPart[])
}
