import { formatCount, formatMonth } from '../figures/numbers.ts'
import { type Language, locales, type TextKey, type Translate } from '../i18n/texts.ts'
import type { Month } from '../month.ts'
import { dateInWords } from '../time/words.ts'

/** A value inside a sentence, which each language writes in its own way. */
export type SentenceValue =
  | number
  | { share: number }
  | { decimal: number }
  | { day: string }
  | { month: Month }
  | { text: string }

/** A sentence of a result: a text by its key, and the values in it. */
export interface Sentence {
  key: TextKey
  values?: Record<string, SentenceValue>
}

/** A sentence in a language. */
export function sentenceIn(t: Translate, language: Language, { key, values = {} }: Sentence): string {
  const written = Object.entries(values).map(([name, value]) => [name, valueIn(language, value)])
  return t(key, Object.fromEntries(written))
}

function valueIn(language: Language, value: SentenceValue): string {
  if (typeof value === 'number') return formatCount(value, language)
  if ('share' in value) return percent(value.share, language)
  if ('decimal' in value) return decimal(value.decimal, language)
  if ('day' in value) return dateInWords(new Date(`${value.day}T12:00:00Z`), language)
  if ('month' in value) return formatMonth(value.month, language)
  return value.text
}

/** A number to one decimal: 6.5, and 72 without one. */
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value)
}

/** A share in per cent. It says 100% only of a whole, and 0% only of nothing. */
export function percent(share: number, language: Language): string {
  const isNearlyAll = share < 1 && share > 0.99
  const shown = isNearlyAll ? Math.floor(share * 1000) / 1000 : share
  const digits = isNearlyAll || (share > 0 && share < 0.01) ? 1 : 0
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: digits }).format(shown)
}
