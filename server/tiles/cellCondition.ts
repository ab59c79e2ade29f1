import { type RawBuilder, sql } from 'kysely'
import type { CellRange } from './coveringRanges.ts'

/** A condition that a row's `cell` is in one of the ranges; each is one scan of an index that ends in `cell`. */
export function cellCondition(ranges: readonly CellRange[]): RawBuilder<boolean> {
  if (ranges.length === 0) return sql`false`
  const each = ranges.map(({ first, last }) => sql`cell between ${first}::bigint and ${last}::bigint`)
  return sql`(${sql.join(each, sql` or `)})`
}
