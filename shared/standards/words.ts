import type { Language, Translate } from '../i18n/texts.ts'
import { dateInWords } from '../time/words.ts'
import type { StandardChange } from './changes.ts'
import { measureOf } from './measures/index.ts'
import type { Quarter } from './quarter.ts'
import type { MeasuredFinding, QuarterResult, QuarterState } from './result.ts'
import { decimal, percent, sentenceIn } from './sentence.ts'
import type { Standard } from './standard.ts'

/** A quarter in words: "October to December 2026". */
export function quarterName(t: Translate, quarter: Quarter): string {
  const number = quarter.slice(6) as '1' | '2' | '3' | '4'
  return t('standards:quarter', { months: t(`standards:quarter_${number}`), year: quarter.slice(0, 4) })
}

const stateNames = {
  met: 'standards:state_met',
  missed: 'standards:state_missed',
  'not-measured': 'standards:state_notMeasured',
  'not-promised': 'standards:state_notPromised',
} as const

/** A state in words. */
export function stateName(t: Translate, state: QuarterState): string {
  return t(stateNames[state])
}

/** The number behind a result, or why there is none, as sentences. */
export function wordsOfResult(t: Translate, language: Language, result: QuarterResult): string[] {
  if ('finding' in result) return result.finding.sentences.map((sentence) => sentenceIn(t, language, sentence))
  if ('reason' in result) return [t(`standards:reason_${result.reason}`)]
  return []
}

/** A value with its unit, for setting two beside one another. */
export function valueInWords(t: Translate, language: Language, { value, unit }: MeasuredFinding): string {
  if (unit === 'share') return percent(value, language)
  if (unit === 'percent') return percent(value / 100, language)
  if (unit === 'count') return decimal(value, language)
  return t(`standards:unit_${unit}`, { value: decimal(value, language) })
}

/** Who entered a result, when, and what it rests on. */
export function enteredWords(t: Translate, language: Language, entered: NonNullable<QuarterResult['entered']>): string {
  const { enteredAs, enteredAt, evidence } = entered
  return t('standards:enteredBy', { who: enteredAs, day: dateInWords(enteredAt, language), evidence })
}

/** A change in words; a standard that changed in several ways has a sentence for each. */
export function changeInWords(t: Translate, language: Language, change: StandardChange): string[] {
  const words = (standard: Standard) => (language === 'cy' && standard.promiseWelsh) || standard.promise
  const target = ({ measure, terms }: Standard) => sentenceIn(t, language, measureOf(measure).target(terms))
  if (change.kind === 'added') return [t('standards:change_added', { promise: words(change.after) })]
  if (change.kind === 'dropped') return [t('standards:change_dropped', { promise: words(change.before) })]
  const { before, after } = change
  return change.what.map((what) => {
    if (what === 'promise') return t('standards:change_promise', { promise: words(after), before: words(before) })
    if (what === 'measure') return t('standards:change_measure', { promise: words(after) })
    return t('standards:change_target', { promise: words(after), target: target(after), before: target(before) })
  })
}
