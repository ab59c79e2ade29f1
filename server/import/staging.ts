import type { Handle } from '../database/database.ts'
import { csvField } from './rejectedRows.ts'

/** A value on its way into a temporary table; null is no value. */
export type StagedValue = string | number | null

/**
 * Makes a temporary table, gone with the transaction, and fills it.
 * @param columns as in `create table`: `line integer, code text`
 */
export async function stage(handle: Handle, table: string, columns: string, rows: StagedValue[][]): Promise<void> {
  await handle.execute(`drop table if exists pg_temp.${table}; create temp table ${table} (${columns}) on commit drop`)
  if (rows.length === 0) return
  await handle.copyIn(table, 'format csv', lotsOfLines(rows))
  await handle.execute(`analyze ${table}`)
}

function* lotsOfLines(rows: StagedValue[][]): Generator<Buffer> {
  const lot = 5000
  for (let first = 0; first < rows.length; first += lot) {
    const lines = rows.slice(first, first + lot).map((row) => `${row.map(field).join(',')}\n`)
    yield Buffer.from(lines.join(''))
  }
}

function field(value: StagedValue): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : csvField(value)
}
