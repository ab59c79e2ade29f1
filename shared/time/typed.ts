import type { Day } from './london.ts'

/** A day as people and browsers type it: 2026-12-08 or 8/12/2026. Undefined when it is no real day of this or the last century. */
export function readDay(text: string): Day | undefined {
  const typed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  const british = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed)
  const [year, month, date] = iso ? iso.slice(1) : british ? british.slice(1).reverse() : []
  if (!year || !month || !date || Number(year) < 1970 || Number(year) > 2099) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  // A day that no month has rolls over into the next one, or is none at all.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : undefined
}

/** A time of day as people and browsers type it: 19:00, 7.30. Undefined when it is none. */
export function readTime(text: string): string | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?$/.exec(text.trim()) ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
