/** A calendar month as published files write it: '2022-09'. */
export type Month = `${number}-${number}`

const monthPattern = /^(19|20)\d\d-(0[1-9]|1[0-2])$/

/** Whether a text is a month written YYYY-MM. */
export function isMonth(text: string): text is Month {
  return monthPattern.test(text)
}

/** The month so many months later (or earlier, below zero). */
export function addMonths(month: Month, months: number): Month {
  const count = monthNumber(month) + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}` as Month
}

/** All months from the first to the last, both included; empty when the last is before the first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  return Array.from({ length: Math.max(0, monthNumber(last) - monthNumber(first) + 1) }, (_, index) =>
    addMonths(first, index),
  )
}

/** The first day of the month as the database holds it: '2022-09-01'. */
export function firstDay(month: Month): string {
  return `${month}-01`
}

/** The month of a database date. */
export function monthOf(date: string): Month {
  return date.slice(0, 7) as Month
}

/** The month's name in a locale: "September 2022", "Medi 2022". */
export function monthName(month: Month, locale: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}
