import { type Language, locales } from '../../shared/i18n/texts.ts'

/** A moment as people read it, "22 September 2022 at 14:05", in British time. */
export function momentName(moment: Date, language: Language): string {
  return moment.toLocaleString(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/London',
  })
}
