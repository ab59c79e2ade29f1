import { type CategorySlug, isCategoryFilter } from '../../shared/categories.ts'
import type { Month } from '../../shared/month.ts'

/** Radius of the public service's point search: one mile. */
export const searchRadiusMetres = 1609.344

/** The category to filter by; the public service takes an unknown name for all crime, and so do its clients rely on it. */
export function categoryToFilter(name: string): CategorySlug | undefined {
  return isCategoryFilter(name) && name !== 'all-crime' ? name : undefined
}

/** Which month an answer is for, or why there is none. */
export type MonthDecision = { kind: 'month'; month: Month } | { kind: 'empty' } | { kind: 'not-found' }

/**
 * Decides the month of an answer.
 * @param asked what the client asked for
 * @param published the months that any force has published, newest first
 */
export function decideMonth(asked: Month | 'latest', published: readonly Month[]): MonthDecision {
  const [latest] = published
  if (!latest) return { kind: 'empty' }
  if (asked === 'latest') return { kind: 'month', month: latest }
  if (asked > latest) return { kind: 'empty' }
  const earliest = published.at(-1) ?? latest
  return asked < earliest ? { kind: 'not-found' } : { kind: 'month', month: asked }
}

/** Degrees as the API writes them: a text with six decimals, the precision of the published files. */
export function degrees(microdegrees: number): string {
  return (microdegrees / 1e6).toFixed(6)
}
