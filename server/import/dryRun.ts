import type { Database, Handle } from '../database/database.ts'

class NothingKept extends Error {}

/**
 * Runs work on a database that forgets all of it: everything happens in one transaction that is rolled back, and each transaction of the
 * work's own is a savepoint in it.
 */
export async function withoutKeeping<T>(database: Database, work: (pretended: Database) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  try {
    await database.transaction(async (handle) => {
      result = { value: await work(pretending(database, handle)) }
      throw new NothingKept()
    })
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error
  }
  return (result as { value: T }).value
}

function pretending(database: Database, handle: Handle): Database {
  return {
    ...handle,
    kind: database.kind,
    isConcurrent: false,
    // Statistics cannot be taken inside a transaction, and are of no use to what is forgotten.
    execute: async (statements) => {
      if (!statements.startsWith('vacuum')) await handle.execute(statements)
    },
    transaction: async (work) => {
      await handle.execute('savepoint pretended')
      try {
        const result = await work(handle)
        await handle.execute('release savepoint pretended')
        return result
      } catch (error) {
        await handle.execute('rollback to savepoint pretended')
        throw error
      }
    },
    onNotification: async () => {},
    rowsOf: () => Promise.reject(new Error('No jobs run in a dry run')),
    close: async () => {},
  }
}
