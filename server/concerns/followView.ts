import { formatCount } from '../../shared/figures/numbers.ts'
import type { Language, Translate } from '../../shared/i18n/texts.ts'
import { dateInWords, dayInWords, momentInWords } from '../../shared/time/words.ts'
import type { Concern } from './readConcerns.ts'
import { keptDaysAfterSettling } from './rules.ts'

const dayMs = 86_400_000

/**
 * What a sender is told of their concern, a sentence each.
 * @param standsFor the concern that it was merged into, which then stands for it; null when it stands for itself
 */
export function statusLines(
  { t, language }: { t: Translate; language: Language },
  concern: Concern,
  standsFor: Concern | null,
): string[] {
  const [status, ...more] = lines(concern)
  const own = status === undefined ? [] : [status, ...mergedHere(concern), ...more]
  return standsFor ? [...own, ...lines(standsFor)] : own

  /** Whoever's concern stands for others is told so: never in whose words, or whose they were. */
  function mergedHere({ merged, lastMergedAt }: Concern): string[] {
    if (!lastMergedAt) return []
    const when = momentInWords(lastMergedAt, language)
    return [t('concerns:mergedInto', { count: merged, number: formatCount(merged, language), when })]
  }

  function lines({ state, since, shownAt, reason, takenUpAt, priority, backings }: Concern): string[] {
    if (state === 'withdrawn') return []
    const when = momentInWords(state === 'shown' ? (shownAt ?? since) : since, language)
    const said = [t(`concerns:status_${state}`, { when })]
    if (reason) said.push(t('concerns:reason', { reason }))
    if (state === 'shown') {
      said.push(`${t('concerns:devices', { count: backings, number: formatCount(backings, language) })}.`)
      if (priority && takenUpAt)
        said.push(`${t('concerns:takenUp', { day: dateInWords(takenUpAt, language) })} “${priority.issue}”.`)
      if (priority?.closedOn) said.push(t('concerns:takenUpClosed', { day: dayInWords(priority.closedOn, language) }))
    }
    if (state === 'refused' || state === 'taken-off' || state === 'ended') {
      const day = dateInWords(new Date(since.getTime() + keptDaysAfterSettling * dayMs), language)
      said.push(t('concerns:erasedOn', { day }))
    }
    return said
  }
}
