import type { Handle } from '../database/database.ts'
import { moveDataVersion } from '../database/dataVersion.ts'
import { type Derivation, noteDerivation } from './derive/pending.ts'
import { fileHash, finishFileRecord, renewFileRecord } from './fileRecord.ts'
import type { RejectedRows } from './rejectedRows.ts'
import { checkStop, type FileOutcome, type ImportRun, type SourceFile } from './source.ts'

/** What applying a file of reference data did. */
export interface Applied {
  /** Rows that are in the database now as the file says. */
  loaded: number
  /** Rows of the database that are other than before. */
  changed: number
}

/**
 * Applies a file of reference data in one transaction: its rows are added or brought up to date, so doing it again changes nothing.
 * @param rejected rows that are set aside, before or while applying
 * @param derivations what must be derived anew when something changed
 * @param apply writes the good ones; a file that may be a country's is read in it, so that no more than a lot of rows is held
 */
export async function applyReference(
  source: string,
  file: SourceFile,
  run: ImportRun,
  { rejected, derivations }: { rejected: RejectedRows; derivations: Derivation[] },
  apply: (handle: Handle) => Promise<Applied>,
): Promise<FileOutcome> {
  const sha256 = await fileHash(file, run.signal)
  return run.database.transaction(async (handle) => {
    const importFileId = await renewFileRecord(handle, source, file.name, sha256)
    const { loaded, changed } = await apply(handle)
    checkStop(run.signal)
    await rejected.write(handle, importFileId)
    const rows = loaded + rejected.count
    await finishFileRecord(handle, importFileId, rows, loaded)
    if (changed > 0) {
      await noteDerivation(handle, ...derivations, 'analyze')
      await moveDataVersion(handle)
    }
    return { rows, loaded, rejected, unchanged: changed === 0, months: [] }
  })
}
