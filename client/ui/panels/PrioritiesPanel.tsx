import type { PriorityBody } from '../../../shared/api/priorities.ts'
import { usePage } from '../page.ts'
import { Priority } from '../priorities/Priority.tsx'
import { PanelFrame } from './PanelFrame.tsx'

export interface PrioritiesPanelProps {
  open: readonly PriorityBody[]
  asOf: Date
  url: string
}

/** What the team works on, each with what was done. */
export function PrioritiesPanel({ open, asOf, url }: PrioritiesPanelProps) {
  const { t } = usePage()
  return (
    <PanelFrame
      title={t('panels:priorities')}
      asOf={asOf}
      source={t('panels:teamsRecord')}
      more={{ path: url, text: t('panels:prioritiesAll') }}
    >
      {open.length === 0 && <p class="govuk-body">{t('priorities:noneOpen')}</p>}
      {open.map((priority) => (
        <Priority priority={priority} isAnchor={false} key={priority.id} />
      ))}
    </PanelFrame>
  )
}
