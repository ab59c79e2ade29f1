import { type CategorySlug, categorySlugs } from '../categories.ts'
import type { SeriesMonth } from './series.ts'

/** One category of a month beside the same month a year earlier; `earlier` is null where that month has no figures. */
export interface ComparedCategory {
  category: CategorySlug
  count: number
  earlier: number | null
}

/** A month's categories, most incidents first, those of equal count in the published order. */
export interface Comparison {
  total: number
  earlierTotal: number | null
  /** Categories with an incident in either month. */
  recorded: ComparedCategory[]
  /** Categories without one in both months, or in the only month that has figures. */
  none: CategorySlug[]
  /** The largest count or earlier count: what the longest bar or farthest tick stands for. */
  largest: number
}

/** Sets a published month beside another; no verdict is drawn from the two. */
export function compareCategories(
  month: SeriesMonth & { status: 'published' },
  yearEarlier: SeriesMonth | undefined,
): Comparison {
  const earlier = yearEarlier?.status === 'published' ? yearEarlier : undefined
  const all = categorySlugs.map((category) => ({
    category,
    count: month.counts[category],
    earlier: earlier?.counts[category] ?? null,
  }))
  const recorded = all.filter((row) => row.count > 0 || (row.earlier ?? 0) > 0).sort((a, b) => b.count - a.count)
  return {
    total: month.total,
    earlierTotal: earlier?.total ?? null,
    recorded,
    none: all.filter((row) => !recorded.includes(row)).map((row) => row.category),
    largest: Math.max(0, ...recorded.map((row) => Math.max(row.count, row.earlier ?? 0))),
  }
}
