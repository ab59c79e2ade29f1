import { bankHolidays, isWeekend, type OneOffDays, proclaimed } from './bankHolidays.ts'
import { addDays, type Day, londonDay, londonInstant } from './london.ts'

/** How promised hours are counted: every hour, or only those in which an office works. */
export type HoursCounted = 'calendar' | 'working'

const hourMs = 3_600_000
/** Working hours, by clocks in Britain, Monday to Friday but not on bank holidays. */
export const workingDay = { opens: '09:00', closes: '17:00' } as const

/** The instant by which something promised within some hours is due. */
export function dueTime(from: Date, hours: number, counted: HoursCounted, oneOff: OneOffDays = proclaimed): Date {
  if (counted === 'calendar') return new Date(from.getTime() + hours * hourMs)
  let left = hours * hourMs
  for (let day = londonDay(from); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, oneOff)) continue
    const start = Math.max(from.getTime(), timeOf(day, workingDay.opens))
    const room = timeOf(day, workingDay.closes) - start
    if (room <= 0) continue
    if (left <= room) return new Date(start + left)
    left -= room
  }
}

/** Milliseconds of an hour in which clocks never change. */
function timeOf(day: Day, hour: string): number {
  return (londonInstant(day, hour) as Date).getTime()
}

/** Whether an office works on a day. */
export function isWorkingDay(day: Day, oneOff: OneOffDays = proclaimed): boolean {
  return !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4)), oneOff).includes(day)
}
