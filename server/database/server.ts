import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Database, Handle } from './database.ts'
import type { Tables } from './tables.ts'

/** A listening connection that was lost is made anew after so long. */
const listenAgainMs = 1000

const typeParsers = new pg.TypeOverrides()
typeParsers.setTypeParser(pg.types.builtins.INT8, Number)
typeParsers.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Opens a PostgreSQL server with PostGIS. Connections are made when first needed, and again after a loss. */
export function openServer(connectionString: string, options: { maximumConnections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString,
    max: options.maximumConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    types: typeParsers,
    application_name: 'our-patch',
  })
  // An idle connection that breaks is dropped by the pool; whoever asks next gets a new one or the error.
  pool.on('error', () => {})
  const listeners = new Set<pg.Client>()
  let isClosed = false

  return {
    kind: 'server',
    isConcurrent: true,
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    copyIn: (target, copyOptions, chunks) =>
      withClient(pool, (client) => handleOn(client).copyIn(target, copyOptions, chunks)),
    execute: (statements) => withClient(pool, (client) => handleOn(client).execute(statements)),
    transaction: (work) => withClient(pool, (client) => inTransaction(client, work)),
    onNotification: async (channel, listener) => {
      const listen = async () => {
        const client = new pg.Client({ connectionString, application_name: 'our-patch-listen', keepAlive: true })
        client.on('error', () => {})
        client.on('notification', (message) => listener(message.payload ?? ''))
        listeners.add(client)
        try {
          await client.connect()
          await client.query(`listen ${client.escapeIdentifier(channel)}`)
        } catch (error) {
          listeners.delete(client)
          client.end().catch(() => {})
          throw error
        }
        client.once('end', () => {
          listeners.delete(client)
          listenLater()
        })
      }
      const listenLater = () => {
        if (!isClosed) setTimeout(listenAgain, listenAgainMs).unref()
      }
      const listenAgain = () => {
        // What was told while the connection was lost is not told again: the empty word says that there may have been some.
        if (!isClosed) listen().then(() => listener(''), listenLater)
      }
      await listen()
    },
    rowsOf: async (statements, parameters) => {
      const result: pg.QueryResult | pg.QueryResult[] = await pool.query(statements, parameters)
      return [result].flat().flatMap(({ rows }) => rows)
    },
    close: async () => {
      isClosed = true
      await Promise.all([...listeners].map((client) => client.end()))
      await pool.end()
    },
  }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    return await work(client)
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: (handle: Handle) => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work(handleOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one to tell.
    await client.query('rollback').catch(() => {})
    throw error
  }
}

function handleOn(client: pg.PoolClient): Handle {
  const onlyThisClient = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  return {
    kysely: new Kysely<Tables>({
      dialect: new PostgresDialect({
        pool: { connect: async () => onlyThisClient, end: async () => {} } as unknown as pg.Pool,
      }),
    }),
    copyIn: async (target, options, chunks) => {
      const stream = client.query(copyFrom(`copy ${target} from stdin with (${options})`))
      await pipeline(Readable.from(chunks, { objectMode: false }), stream)
      return stream.rowCount
    },
    execute: async (statements) => {
      await client.query(statements)
    },
  }
}
