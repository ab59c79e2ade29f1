import { type Kysely, sql } from 'kysely'
import type { CategorySlug } from '../../shared/categories.ts'
import type { CountRow } from '../../shared/figures/series.ts'
import { firstDay, type Month } from '../../shared/month.ts'
import type { Tables } from '../database/tables.ts'

/** One month of street-level crime that a force published and this service holds. */
export interface PublishedMonth {
  month: Month
  rowCount: number
  /** Rows with a place on the map; the rest are counted in the force and in no neighbourhood. */
  placedCount: number
  /** When this service took it in. */
  loadedAt: Date
}

/** The street-crime months of a force, oldest first. A month that is not here is missing or not loaded, never zero. */
export async function publishedMonths(kysely: Kysely<Tables>, forceId: string): Promise<PublishedMonth[]> {
  const { rows } = await sql<{ month: Month; row_count: number; placed_count: number; published_at: Date }>`
    select to_char(month, 'YYYY-MM') as month, row_count, placed_count, published_at
    from publication
    where force_id = ${forceId} and dataset = 'street'
    order by publication.month`.execute(kysely)
  return rows.map((row) => ({
    month: row.month,
    rowCount: row.row_count,
    placedCount: row.placed_count,
    loadedAt: new Date(row.published_at),
  }))
}

interface CountRowInSql {
  month: Month
  category: CategorySlug
  count: number
}

/** Incidents at map points inside a neighbourhood's outline, by month and category, whoever recorded them. */
export async function neighbourhoodCounts(
  kysely: Kysely<Tables>,
  neighbourhoodId: number,
  months: readonly Month[],
): Promise<CountRow[]> {
  if (months.length === 0) return []
  const { rows } = await sql<CountRowInSql>`
    select to_char(counted.month, 'YYYY-MM') as month, category.slug as category, sum(counted.count)::integer as count
    from neighbourhood_count counted join category on category.id = counted.category_id
    where counted.neighbourhood_id = ${neighbourhoodId} and counted.month in (${daysOf(months)})
    group by counted.month, category.slug`.execute(kysely)
  return rows
}

/** Everything a force recorded, by month and category, incidents without a place among it. */
export async function forceCounts(
  kysely: Kysely<Tables>,
  forceId: string,
  months: readonly Month[],
): Promise<CountRow[]> {
  if (months.length === 0) return []
  const { rows } = await sql<CountRowInSql>`
    select to_char(counted.month, 'YYYY-MM') as month, category.slug as category, counted.count
    from force_count counted join category on category.id = counted.category_id
    where counted.force_id = ${forceId} and counted.month in (${daysOf(months)})`.execute(kysely)
  return rows
}

function daysOf(months: readonly Month[]) {
  return sql.join(months.map((month) => sql`${firstDay(month)}::date`))
}
