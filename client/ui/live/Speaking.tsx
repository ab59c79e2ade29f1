import { speakingMs } from '../../../shared/live/clock.ts'
import type { Speaker } from '../../../shared/live/state.ts'
import { usePage } from '../page.ts'
import { clockTime } from './times.ts'
import { useNow } from './useNow.ts'

/** Whoever speaks, by the name they gave. */
export function useSpeakerName(): (speaker: Speaker) => string {
  const { t } = usePage()
  return ({ name, hall }) => name ?? t(hall ? 'liveMeeting:speaker' : 'liveMeeting:speakerPhone')
}

/** The one who speaks now, and for how long. */
export function Speaking({ queue }: { queue: readonly Speaker[] }) {
  const { t } = usePage()
  const nameOf = useSpeakerName()
  const now = useNow()
  const speaker = queue.find(({ speakingSince }) => speakingSince !== null)
  if (!speaker) return null
  return (
    <p class="patch-speaking">
      <span class="patch-speaking__label">{t('liveMeeting:speaking')}</span>{' '}
      <span class="patch-speaking__name">{nameOf(speaker)}</span>{' '}
      <span class="patch-speaking__time">{clockTime(speakingMs(speaker.speakingSince, now))}</span>
    </p>
  )
}
