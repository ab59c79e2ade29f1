import { type RawBuilder, sql } from 'kysely'
import type { CellRange } from './coveringRanges.ts'

/**
 * A condition that a row's cell is in one of the ranges; each is one scan of an index that ends in the cell.
 * @param column the column that holds the cell
 */
export function cellCondition(ranges: readonly CellRange[], column = 'cell'): RawBuilder<boolean> {
  if (ranges.length === 0) return sql`false`
  const each = ranges.map(({ first, last }) => sql`${sql.ref(column)} between ${first}::bigint and ${last}::bigint`)
  return sql`(${sql.join(each, sql` or `)})`
}
