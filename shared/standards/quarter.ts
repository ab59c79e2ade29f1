import { londonDay, londonInstant } from '../time/london.ts'

/** A calendar quarter in British time: '2026-Q4'. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`

/** Whether a text is a quarter written YYYY-Qn. */
export function isQuarter(text: string): text is Quarter {
  return /^(19|20)\d\d-Q[1-4]$/.test(text)
}

/** The quarter that an instant is in. */
export function quarterOf(instant: Date): Quarter {
  const [year, month] = londonDay(instant).split('-').map(Number)
  return quarterNumbered((year ?? 0) * 4 + Math.floor(((month ?? 1) - 1) / 3))
}

/** The quarter so many quarters later, or earlier below zero. */
export function addQuarters(quarter: Quarter, quarters: number): Quarter {
  return quarterNumbered(numberOf(quarter) + quarters)
}

/** So many quarters before one, the latest first. */
export function quartersBefore(quarter: Quarter, count: number): Quarter[] {
  return Array.from({ length: count }, (_, index) => addQuarters(quarter, -1 - index))
}

/** When a quarter begins and when the next one does. */
export function quarterBounds(quarter: Quarter): { from: Date; to: Date } {
  return { from: beginning(quarter), to: beginning(addQuarters(quarter, 1)) }
}

/** Midnight of its first day in British time. */
function beginning(quarter: Quarter): Date {
  const month = String(3 * Number(quarter.slice(6)) - 2).padStart(2, '0')
  return londonInstant(`${quarter.slice(0, 4)}-${month}-01`, '00:00') as Date
}

function numberOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1
}

function quarterNumbered(number: number): Quarter {
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}` as Quarter
}
