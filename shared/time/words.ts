import { type Language, locales } from '../i18n/texts.ts'
import { type Day, londonDayAndTime } from './london.ts'

/** A day in words: "8 December 2026". */
export function dayInWords(day: Day, language: Language): string {
  return written(new Date(`${day}T00:00:00Z`), language, 'UTC')
}

/** The day of an instant in Britain: "22 September 2022". */
export function dateInWords(instant: Date, language: Language): string {
  return written(instant, language, 'Europe/London')
}

/** An instant by the 24-hour clock in Britain: "22 September 2022 at 14:05". */
export function momentInWords(instant: Date, language: Language): string {
  return instant.toLocaleString(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/London',
  })
}

/** The day of an instant in Britain, with its weekday: "Tuesday 8 December 2026". */
export function weekdayInWords(instant: Date, language: Language): string {
  return written(instant, language, 'Europe/London', 'long')
}

/** From when to when, by the 24-hour clock in Britain: "19:00 to 20:30"; "19:00" without an end, or where it ends in the same minute. */
export function hoursInWords(starts: Date, ends: Date | null, language: Language): string {
  const from = londonDayAndTime(starts).time
  if (!ends) return from
  const { day, time } = londonDayAndTime(ends)
  if (day === londonDayAndTime(starts).day && time === from) return from
  const until = day === londonDayAndTime(starts).day ? time : `${dayInWords(day, language)}, ${time}`
  return language === 'cy' ? `${from}–${until}` : `${from} to ${until}`
}

function written(date: Date, language: Language, timeZone: string, weekday?: 'long'): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
    ...(weekday ? { weekday } : {}),
  })
    .format(date)
    .replace(',', '')
}
