import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Handle } from '../database/database.ts'
import { checkStop, type SourceFile } from './source.ts'

/** The SHA-256 of a file's bytes, in lower-case hexadecimal. */
export async function fileHash(file: SourceFile, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of file.read()) {
    checkStop(signal)
    hash.update(chunk)
  }
  return hash.digest('hex')
}

/**
 * Whether crimes of a file with this content are what readers see now: it was loaded, and nothing has replaced any of its months since.
 */
export async function isCurrent(database: Database, source: string, sha256: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from import_file f
    where f.sha256 = ${sha256} and f.source = ${source}
      and f.loaded_count = coalesce((select sum(p.row_count) from publication p where p.import_file_id = f.id), 0)
    limit 1`.execute(database.kysely)
  return rows.length > 0
}

/** Notes a file that is being loaded; its counts follow with `finishFileRecord`. */
export async function startFileRecord(handle: Handle, source: string, name: string, sha256: string): Promise<number> {
  const row = await handle.kysely
    .insertInto('import_file')
    .values({ source, name, sha256, row_count: 0, loaded_count: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/**
 * Notes a file of reference data that is being applied; applied again, it keeps its one record and its rejected rows are written anew.
 */
export async function renewFileRecord(handle: Handle, source: string, name: string, sha256: string): Promise<number> {
  const held = await handle.kysely
    .selectFrom('import_file')
    .select('id')
    .where('source', '=', source)
    .where('name', '=', name)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!held) return startFileRecord(handle, source, name, sha256)
  await handle.kysely.deleteFrom('import_rejected_row').where('import_file_id', '=', held.id).execute()
  return held.id
}

/** Writes what a file held and how much of it was loaded. */
export async function finishFileRecord(handle: Handle, id: number, rows: number, loaded: number): Promise<void> {
  await handle.kysely
    .updateTable('import_file')
    .set({ row_count: rows, loaded_count: loaded })
    .where('id', '=', id)
    .execute()
}
