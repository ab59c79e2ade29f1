import type { ConcernBody } from '../../../shared/api/concerns.ts'
import { formatCount } from '../../../shared/figures/numbers.ts'
import { ConcernWords, Devices, Near } from '../concerns/ConcernWords.tsx'
import { usePage } from '../page.ts'
import { PanelFrame } from './PanelFrame.tsx'

export interface ConcernsPanelProps {
  /** Those that are not taken up, those that the most devices back first. */
  concerns: readonly ConcernBody[]
  asOf: Date
  url: string
}

/** More would not be read in a hall. */
const shownMost = 5

/** What residents put forward, the most backed first. */
export function ConcernsPanel({ concerns, asOf, url }: ConcernsPanelProps) {
  const { t, language } = usePage()
  const more = concerns.length - shownMost
  return (
    <PanelFrame title={t('panels:concerns')} asOf={asOf} more={{ path: url, text: t('panels:concernsAll') }}>
      {concerns.length === 0 ? (
        <p class="govuk-body">{t('concerns:none')}</p>
      ) : (
        <ol class="patch-live-panel__list">
          {concerns.slice(0, shownMost).map((concern) => (
            <li class="patch-live-panel__concern" key={concern.id}>
              <h3 class="govuk-heading-s">
                {t(`concerns:topic_${concern.topic}`)}:{' '}
                <span class="patch-live-panel__near">
                  <Near near={concern.near} />
                </span>
              </h3>
              <ConcernWords words={concern.words} language={concern.language} />
              <p class="patch-concern__devices">
                <strong>
                  <Devices devices={concern.devices} />
                </strong>
              </p>
            </li>
          ))}
        </ol>
      )}
      {more > 0 && (
        <p class="govuk-body">{t('panels:concernsMore', { count: more, number: formatCount(more, language) })}</p>
      )}
      {concerns.length > 0 && <p class="patch-figure__note">{t('concerns:whatDevices')}</p>}
    </PanelFrame>
  )
}
