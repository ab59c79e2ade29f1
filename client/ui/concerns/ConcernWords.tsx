import type { ConcernBody } from '../../../shared/api/concerns.ts'
import { formatCount } from '../../../shared/figures/numbers.ts'
import { dateInWords, dayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'

/** What a resident wrote, marked with the language of the page that they wrote it on. */
export function ConcernWords({ words, language }: Pick<ConcernBody, 'words' | 'language'>) {
  return (
    <div class="patch-concern__words" lang={language}>
      {words.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
    </div>
  )
}

/** The nearest public map point, or that it is about the whole place. */
export function Near({ near }: Pick<ConcernBody, 'near'>) {
  const { t } = usePage()
  if (!near) return t('concerns:everywhere')
  return near.street === '' ? t('concerns:nearUnnamed') : <ForceWords>{near.street}</ForceWords>
}

/** How many devices backed it. */
export function Devices({ devices }: Pick<ConcernBody, 'devices'>) {
  const { t, language } = usePage()
  return t('concerns:devices', { count: devices, number: formatCount(devices, language) })
}

/** What became of a concern: since when it is shown, or the priority that took it up. */
export function Fate({ concern, priorities }: { concern: ConcernBody; priorities: string }) {
  const { t, language } = usePage()
  const to = usePath()
  const { takenUp, shownAt, merged } = concern
  const also = merged > 0 && ` ${t('concerns:mergedHere', { count: merged, number: formatCount(merged, language) })}`
  if (!takenUp)
    return (
      <>
        {t('concerns:shownSince', { day: dateInWords(new Date(shownAt), language) })}
        {also}
      </>
    )
  return (
    <>
      {t('concerns:takenUp', { day: dateInWords(new Date(takenUp.at), language) })}{' '}
      <a class="govuk-link" href={to(`${priorities}#priority-${takenUp.priority}`)}>
        <ForceWords>{takenUp.issue}</ForceWords>
      </a>
      . {takenUp.closedOn && t('concerns:takenUpClosed', { day: dayInWords(takenUp.closedOn, language) })}
      {also}
    </>
  )
}
