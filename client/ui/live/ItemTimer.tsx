import { itemClock } from '../../../shared/live/clock.ts'
import type { AgendaItem } from '../../../shared/live/state.ts'
import { usePage } from '../page.ts'
import { clockTime } from './times.ts'
import { useNow } from './useNow.ts'

/** How much of an item's time is left, or by how much it is over. It is not read out as it ticks. */
export function ItemTimer({ item }: { item: AgendaItem }) {
  const { t } = usePage()
  const { leftMs, overMs, spentMs, plannedMs } = itemClock(item, useNow())
  if (plannedMs === 0)
    return <span class="patch-timer">{t('liveMeeting:timeSpent', { time: clockTime(spentMs) })}</span>
  // What is left is rounded up: "0:00 left" is said when there is nothing left.
  return overMs >= 1000 ? (
    <span class="patch-timer patch-timer--over">{t('liveMeeting:timeOver', { time: clockTime(overMs) })}</span>
  ) : (
    <span class="patch-timer">{t('liveMeeting:timeLeft', { time: clockTime(Math.ceil(leftMs / 1000) * 1000) })}</span>
  )
}
