import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeetingState } from '../../../shared/live/state.ts'
import { usePage } from '../page.ts'
import { itemOn, titleIn } from './facts.ts'

/** Tells a screen reader, politely, when another item comes on, and when the meeting pauses or closes; nothing else. */
export function Announced({ state }: { state: MeetingState }) {
  const { t, language } = usePage()
  const item = itemOn(state)
  let text = ''
  if (state.phase === 'closed' || state.phase === 'published') text = t('liveMeeting:over')
  else if (state.pausedSince !== null) text = t('liveMeeting:paused')
  else if (state.phase === 'running' && item) text = t('liveMeeting:itemNow', { title: titleIn(language, item) })
  const first = useRef(text)
  const [said, say] = useState('')
  useEffect(() => {
    // What the page came with is on it; only what changes is said.
    if (text !== first.current) say(text)
    first.current = text
  }, [text])
  return (
    <p class="govuk-visually-hidden" role="status">
      {said}
    </p>
  )
}
