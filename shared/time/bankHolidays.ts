import { addDays, type Day, weekday } from './london.ts'

/** What the rule cannot know: days proclaimed for one year, and days moved away. By year; 'MM-DD'. */
export type OneOffDays = Readonly<Record<number, { added: readonly string[]; removed: readonly string[] }>>

/** As proclaimed so far: VE Day's 75 years, the Platinum Jubilee, the Queen's funeral, the Coronation. Add new ones here. */
export const proclaimed: OneOffDays = {
  2020: { added: ['05-08'], removed: ['05-04'] },
  2022: { added: ['06-02', '06-03', '09-19'], removed: ['05-30'] },
  2023: { added: ['05-08'], removed: [] },
}

/**
 * The bank holidays of England and Wales in a year, in order.
 *
 * New Year's Day, Good Friday, Easter Monday, the first and last Monday in May, the last Monday in August, Christmas Day and Boxing Day
 * (Banking and Financial Dealings Act 1971, schedule 1, with the two days that are proclaimed every year). One that falls on a Saturday
 * or Sunday is kept on the next weekday that is not a bank holiday itself.
 */
export function bankHolidays(year: number, oneOff: OneOffDays = proclaimed): Day[] {
  const { added = [], removed = [] } = oneOff[year] ?? {}
  const easter = easterSunday(year)
  const byRule = new Set([
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(`${year}-05-01`),
    firstMonday(`${year}-05-25`), // the last in May
    firstMonday(`${year}-08-25`), // the last in August
  ])
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]
  // Those on weekdays first: Boxing Day on a Monday keeps it, and Christmas Day, a Sunday, is kept on the Tuesday.
  for (const day of fixed.filter((one) => !isWeekend(one))) byRule.add(day)
  for (const day of fixed.filter(isWeekend)) byRule.add(nextFree(day, byRule))
  for (const day of removed) byRule.delete(`${year}-${day}`)
  for (const day of added) byRule.add(`${year}-${day}`)
  return [...byRule].sort()
}

/** Easter Sunday of a year in the Gregorian calendar (the "anonymous" algorithm, Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6
}

function firstMonday(from: Day): Day {
  return addDays(from, (8 - weekday(from)) % 7)
}

function nextFree(day: Day, taken: ReadonlySet<string>): Day {
  const next = addDays(day, 1)
  return isWeekend(next) || taken.has(next) ? nextFree(next, taken) : next
}
