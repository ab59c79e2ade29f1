import type { MinutesEntry } from '../../../shared/live/state.ts'
import { dayInWords } from '../../../shared/time/words.ts'
import { usePage } from '../page.ts'

/** Lines of the minutes as everybody reads them. */
export function Entries({ entries }: { entries: readonly MinutesEntry[] }) {
  const { t, language } = usePage()
  if (entries.length === 0) return null
  return (
    <ul class="patch-entries">
      {entries.map((entry) => (
        <li key={entry.id} class={`patch-entry patch-entry--${entry.kind}`}>
          <span class="patch-entry__kind">{t(`liveMeeting:entry_${entry.kind}`)}</span>{' '}
          <span class="patch-entry__text">{entry.text}</span>
          {(entry.owner !== '' || entry.dueOn) && (
            <span class="patch-entry__who">
              {[
                entry.owner && t('liveMeeting:actionBy', { owner: entry.owner }),
                entry.dueOn && t('liveMeeting:actionDue', { day: dayInWords(entry.dueOn, language) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
