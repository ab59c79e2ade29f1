import { itemClock } from '../../../../shared/live/clock.ts'
import { usePage } from '../../page.ts'
import { timeOfDay } from '../times.ts'
import { useNow } from '../useNow.ts'
import type { ItemPartProps, KindParts } from './kinds.ts'

/** A break: when it goes on. */
export const breakParts: KindParts = {
  Phone: (props) => <BackAt {...props} />,
  Screen: (props) => <BackAt {...props} />,
  Chair: (props) => <BackAt {...props} />,
}

function BackAt({ item }: ItemPartProps) {
  const { t } = usePage()
  const now = useNow()
  const { leftMs, isRunning } = itemClock(item, now)
  if (!isRunning || leftMs === 0) return null
  // To the nearest minute, so that it does not flicker between two.
  const time = timeOfDay(Math.round((now + leftMs) / 60_000) * 60_000)
  return <p class="patch-break">{t('liveMeeting:backAt', { time })}</p>
}
