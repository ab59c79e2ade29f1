import type { MonthFigures } from '../../../shared/figures/monthFigures.ts'
import { type BehindProps, BehindTheFigures } from '../figures/BehindTheFigures.tsx'
import { MonthOfCrimes } from '../figures/MonthOfCrimes.tsx'
import { usePage } from '../page.ts'
import { PanelFrame } from './PanelFrame.tsx'

export interface FiguresPanelProps {
  force: string
  /** null: nothing is held, or the place has no outline. */
  figures: MonthFigures | null
  hasOutline: boolean
  behind: BehindProps
  url: string
}

/** What was recorded in the newest month, as on the neighbourhood's page: month and count stand in the heading that the figures bring along. */
export function FiguresPanel({ force, figures, hasOutline, behind, url }: FiguresPanelProps) {
  const { t } = usePage()
  return (
    <PanelFrame
      title={t(figures ? 'panels:figures' : 'neighbourhood:noFigures')}
      asOf={null}
      more={{ path: url, text: t('panels:figuresAll') }}
    >
      {figures ? (
        <MonthOfCrimes figures={figures} force={force} />
      ) : (
        <p class="govuk-body">
          {t(hasOutline ? 'neighbourhood:nothingLoaded' : 'neighbourhood:noOutlineNoFigures', { force })}
        </p>
      )}
      <BehindTheFigures {...behind} />
    </PanelFrame>
  )
}
