import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Held while a process has the embedded database open; the operating system takes it back when the process dies. */
export interface DataDirectoryLock {
  release(): Promise<void>
}

/** Another process has the folder. */
export class DataDirectoryLockedError extends Error {
  override name = 'DataDirectoryLockedError'
  readonly dataDirectory: string
  constructor(dataDirectory: string, options?: ErrorOptions) {
    super(
      `Another process is using ${dataDirectory}: two at once would lose what each had saved. ` +
        'Stop the other one, or choose another folder with DATA_DIR.',
      options,
    )
    this.dataDirectory = dataDirectory
  }
}

const busy = 5 // SQLITE_BUSY, https://sqlite.org/rescode.html#busy

/**
 * Takes the folder for this process alone, by an exclusive SQLite transaction that is never ended: SQLite locks the file
 * through the operating system, so nothing is left behind by a process that was killed (docs/decisions/0005).
 * @throws DataDirectoryLockedError when another process, or this one, has it already
 */
export async function lockDataDirectory(dataDirectory: string): Promise<DataDirectoryLock> {
  mkdirSync(dataDirectory, { recursive: true })
  const file = new DatabaseSync(join(dataDirectory, 'lock.sqlite'), { timeout: 0 })
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    file.close()
    if (isBusy(error)) throw new DataDirectoryLockedError(dataDirectory, { cause: error })
    throw error
  }
  return {
    release: async () => {
      if (file.isOpen) file.close()
    },
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}
