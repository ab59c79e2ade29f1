import { type Language, locales } from '../../shared/i18n/texts.ts'

/** A day as people read it, "22 September 2022", in British time. */
export function dayName(day: Date, language: Language): string {
  return day.toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/London',
  })
}
