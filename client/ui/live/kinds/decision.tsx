import { usePage } from '../../page.ts'
import { Entries } from '../Entries.tsx'
import type { ItemPartProps, KindParts } from './kinds.ts'

/** Something is to be agreed: what has been is shown as it is written down. */
export const decisionParts: KindParts = {
  Phone: (props) => <Agreed {...props} />,
  Screen: (props) => <Agreed {...props} />,
  Chair: () => <p class="patch-chair__hint">Write what is agreed as a decision, in the words that were agreed.</p>,
}

/** The decisions and actions of an item. */
export function Agreed({ item, state }: ItemPartProps) {
  const { t } = usePage()
  const agreed = state.minutes.filter((entry) => entry.item === item.id && entry.kind !== 'note')
  if (agreed.length === 0) {
    return state.settings.minutesShown === 'live' ? <p class="patch-quiet">{t('liveMeeting:noDecisions')}</p> : null
  }
  return (
    <div class="patch-agreed">
      <p class="patch-agreed__heading">{t('liveMeeting:decided')}</p>
      <Entries entries={agreed} />
    </div>
  )
}
