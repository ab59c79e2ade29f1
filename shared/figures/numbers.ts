import { type Language, locales } from '../i18n/texts.ts'
import { type Month, monthName } from '../month.ts'

/** Whole numbers as the language writes them: 12,345. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(count)
}

/** A share of a whole in per cent, to one decimal under ten: 2.1%. */
export function formatShare(part: number, whole: number, language: Language): string {
  const share = whole === 0 ? 0 : part / whole
  return new Intl.NumberFormat(locales[language], {
    style: 'percent',
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  }).format(share)
}

/** Names in a row: "Abbey, Castle and Wycliffe". In Welsh only commas: the word "and" would change the name after it. */
export function formatList(names: readonly string[], language: Language): string {
  if (language === 'cy') return names.join(', ')
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names)
}

/** A month in full: "September 2022", "Medi 2022". */
export function formatMonth(month: Month, language: Language): string {
  return monthName(month, locales[language])
}

/** A month as short as the language writes it: "Sept 2022", "Medi 2022". */
export function formatShortMonth(month: Month, language: Language): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locales[language], {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
