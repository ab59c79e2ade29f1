/** A day as forms and the database write it: '2026-12-08'. */
export type Day = string

const zone = 'Europe/London'
const dayMs = 86_400_000
/** British Summer Time and Greenwich Mean Time, in minutes before Greenwich: since 1971 there is no other. */
const offsets = [60, 0] as const

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What calendars and clocks in Britain show at an instant: '2026-12-08' and '19:00'. */
export function londonDayAndTime(instant: Date): { day: Day; time: string; seconds: string } {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const { year, month, day, hour, minute, second = '00' } = parts
  return { day: `${year?.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}`, seconds: second }
}

/**
 * The instant at which clocks in Britain show a time of a day. Undefined for the hour that is left out when they go forward; the first of the two
 * when they go back and an hour comes twice.
 */
export function londonInstant(day: Day, time: string): Date | undefined {
  const greenwich = Date.parse(`${day}T${time}:00Z`)
  return offsets
    .map((minutes) => new Date(greenwich - minutes * 60_000))
    .find((instant) => {
      const shown = londonDayAndTime(instant)
      return shown.day === day && shown.time === time
    })
}

/** An instant in British civil time without a zone, as data.police.uk writes it: '2026-12-08T19:00:00'. */
export function londonText(instant: Date): string {
  const { day, time, seconds } = londonDayAndTime(instant)
  return `${day}T${time}:${seconds}`
}

/** The day it is in Britain at an instant. */
export function londonDay(instant: Date): Day {
  return londonDayAndTime(instant).day
}

/** When the next day begins in Britain. The clocks never change at midnight there. */
export function nextLondonMidnight(instant: Date): Date {
  return londonInstant(addDays(londonDay(instant), 1), '00:00') as Date
}

/** The day so many days later, or earlier below zero. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** How many days lie between two days; below zero when the last comes first. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / dayMs)
}

/** The same day of another month; the last of it where it is shorter: three months before 31 May is 28 February. */
export function addMonthsToDay(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
