import { londonDayAndTime } from '../../../shared/time/london.ts'

/** A span as a clock shows it: "4:05", "1:02:10". */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** An instant in Britain by the 24-hour clock: "19:05". */
export function timeOfDay(instant: number): string {
  return londonDayAndTime(new Date(instant)).time
}
