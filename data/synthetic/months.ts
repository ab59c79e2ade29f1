/** Calendar months as `YYYY-MM`. */

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Months since year 0. Throws for anything that is not `YYYY-MM`. */
export function monthNumber(month: string): number {
  const parts = MONTH.exec(month)
  if (!parts) throw new RangeError(`"${month}" is not a month like 2026-09`)
  return Number(parts[1]) * 12 + Number(parts[2]) - 1
}

export function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** So many consecutive months, the oldest first, ending with `latest`. */
export function monthsUpTo(latest: string, count: number): string[] {
  const last = monthNumber(latest)
  return Array.from({ length: count }, (_, index) => monthText(last - count + 1 + index))
}

export function daysIn(month: string): number {
  const number = monthNumber(month)
  return new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate()
}

/** 0 for January. */
export const monthOfYear = (month: string): number => monthNumber(month) % 12
