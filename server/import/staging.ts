import type { Handle } from '../database/database.ts'
import { csvField } from './rejectedRows.ts'

/** A value on its way into a temporary table; null is no value. */
export type StagedValue = string | number | null

/**
 * Makes a temporary table, gone with the transaction, and fills it.
 * @param columns as in `create table`: `line integer, code text`
 */
export async function stage(
  handle: Handle,
  table: string,
  columns: string,
  rows: Iterable<StagedValue[]> | AsyncIterable<StagedValue[]>,
): Promise<void> {
  await handle.execute(`drop table if exists pg_temp.${table}; create temp table ${table} (${columns}) on commit drop`)
  if ((await handle.copyIn(table, 'format csv', lotsOfLines(rows))) > 0) await handle.execute(`analyze ${table}`)
}

const lotCharacters = 256 * 1024

async function* lotsOfLines(rows: Iterable<StagedValue[]> | AsyncIterable<StagedValue[]>): AsyncGenerator<Buffer> {
  let lot = ''
  for await (const row of rows) {
    lot += `${row.map(field).join(',')}\n`
    if (lot.length < lotCharacters) continue
    yield Buffer.from(lot)
    lot = ''
  }
  if (lot !== '') yield Buffer.from(lot)
}

function field(value: StagedValue): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : csvField(value)
}
