import type { MeetingState } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { titleIn } from '../facts.ts'

/** More than these a hall does not read. */
const shownMost = 6

/** What of the agenda comes after the item that is on, all of it before the start: for a wall that has nothing else to show. */
export function StillToCome({ state: { items, currentItem } }: { state: MeetingState }) {
  const { t, language } = usePage()
  const behind = items.findIndex(({ id }) => id === currentItem) + 1
  const coming = items.slice(behind).filter(({ isDone }) => !isDone)
  if (coming.length === 0) return null
  return (
    <div class="patch-screen__coming">
      <p class="patch-screen__coming-heading">{t(behind > 0 ? 'liveMeeting:stillToCome' : 'liveMeeting:agenda')}</p>
      <ul class="patch-screen__coming-list">
        {coming.slice(0, shownMost).map((item) => (
          <li key={item.id}>
            {titleIn(language, item)}
            {item.plannedMinutes > 0 && (
              <span class="patch-screen__coming-minutes">
                {' '}
                {t('liveMeeting:minutesPlanned', { count: item.plannedMinutes })}
              </span>
            )}
          </li>
        ))}
        {coming.length > shownMost && (
          <li class="patch-screen__coming-minutes">
            {t('liveMeeting:comingMore', { number: coming.length - shownMost })}
          </li>
        )}
      </ul>
    </div>
  )
}
