import { type Outcome, tally } from '../../../shared/standards/result.ts'
import type { PublishedStandard } from '../../../shared/standards/standard.ts'
import { stateName } from '../../../shared/standards/words.ts'
import { usePage } from '../page.ts'
import { Promised } from '../standards/StandardCard.tsx'
import { StateMark } from '../standards/StateMark.tsx'
import { Summary } from '../standards/Summary.tsx'
import { PanelFrame } from './PanelFrame.tsx'

export interface StandardsPanelProps {
  /** Every standard in force with what became of it this quarter so far; null: the team has published none. */
  standards: readonly { standard: PublishedStandard; outcome: Outcome }[] | null
  asOf: Date
  url: string
}

/** Which promises are kept this quarter so far. */
export function StandardsPanel({ standards, asOf, url }: StandardsPanelProps) {
  const { t } = usePage()
  return (
    <PanelFrame
      title={t('panels:standards')}
      asOf={asOf}
      source={t('panels:teamsRecord')}
      more={{ path: url, text: t('panels:standardsAll') }}
    >
      {standards === null ? (
        <p class="govuk-body">{t('standards:none')}</p>
      ) : (
        <>
          <Summary counts={tally(standards.map(({ outcome }) => outcome))} />
          <ul class="patch-live-panel__list">
            {standards.map(({ standard, outcome }) => (
              <li class={`patch-live-panel__standard patch-live-panel__standard--${outcome.state}`} key={standard.key}>
                <StateMark state={outcome.state} />
                <span>
                  <strong>{stateName(t, outcome.state)}:</strong> <Promised standard={standard} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </PanelFrame>
  )
}
