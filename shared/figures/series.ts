import { type CategorySlug, categorySlugs } from '../categories.ts'
import { addMonths, type Month, monthsBetween } from '../month.ts'

/**
 * What is known of a month: `published` has figures, 0 among them; `missing` lies between published months, but the force
 * published nothing for it; `not-loaded` lies before the first month or after the last that this service holds.
 */
export type MonthStatus = 'published' | 'missing' | 'not-loaded'

export type CategoryCounts = Record<CategorySlug, number>

/** One month of a place. Where nothing was published there are no numbers: missing is never zero. */
export type SeriesMonth =
  | { month: Month; status: 'published'; total: number; counts: CategoryCounts }
  | { month: Month; status: 'missing' | 'not-loaded'; total: null; counts: null }

/** Incidents of one category in one month, as the database adds them up. */
export interface CountRow {
  month: Month
  category: CategorySlug
  count: number
}

/** How many months a series shows: what the public archive offers at any time. */
export const seriesLength = 36

/** The months of a series that ends with the given one. */
export function seriesMonths(last: Month): Month[] {
  return monthsBetween(addMonths(last, 1 - seriesLength), last)
}

/** @param published the months that the force published, in any order */
export function monthStatus(month: Month, published: ReadonlySet<Month>): MonthStatus {
  if (published.has(month)) return 'published'
  // Months written YYYY-MM sort as text.
  let before = false
  let after = false
  for (const other of published) {
    if (other < month) before = true
    else after = true
  }
  return before && after ? 'missing' : 'not-loaded'
}

/**
 * One entry a month, in the order given. A published month without a row of a category has 0 of it; rows of a month that
 * the force did not publish (a neighbour's incidents at points inside the outline) are no figure of that month and left out.
 */
export function buildSeries(
  months: readonly Month[],
  published: ReadonlySet<Month>,
  rows: Iterable<CountRow>,
): SeriesMonth[] {
  const byMonth = new Map<Month, CategoryCounts>()
  for (const month of months) if (published.has(month)) byMonth.set(month, noCounts())
  for (const row of rows) {
    const counts = byMonth.get(row.month)
    if (counts) counts[row.category] += row.count
  }
  return months.map((month) => {
    const counts = byMonth.get(month)
    const status = monthStatus(month, published)
    if (!counts || status !== 'published')
      return { month, status: status === 'published' ? 'missing' : status, total: null, counts: null }
    return { month, status, total: categorySlugs.reduce((sum, slug) => sum + counts[slug], 0), counts }
  })
}

function noCounts(): CategoryCounts {
  return Object.fromEntries(categorySlugs.map((slug) => [slug, 0])) as CategoryCounts
}

/** The series without the months at its start that were never loaded, which a chart need not draw. */
export function fromFirstLoaded(series: readonly SeriesMonth[]): SeriesMonth[] {
  const first = series.findIndex((entry) => entry.status !== 'not-loaded')
  return first === -1 ? [] : series.slice(first)
}

/** Runs of neighbouring months without figures, as first and last index into the series. */
export function gaps(series: readonly SeriesMonth[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = []
  series.forEach((entry, index) => {
    if (entry.status === 'published') return
    const open = found.at(-1)
    if (open && open.last === index - 1) open.last = index
    else found.push({ first: index, last: index })
  })
  return found
}
