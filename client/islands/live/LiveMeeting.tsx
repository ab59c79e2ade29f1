import { useEffect, useState } from 'preact/hooks'
import type { LiveIslandProps } from '../../ui/live/islandProps.ts'
import { PhoneMeeting } from '../../ui/live/phone/PhoneMeeting.tsx'
import { type PhoneView, phoneViews } from '../../ui/live/phone/ViewBar.tsx'
import { type Drawn, startLive } from './startLive.tsx'

/** Follows a meeting on a phone. */
export function start(element: HTMLElement, props: LiveIslandProps): void {
  startLive(element, props, 'phone', (drawn) => <Phone facts={props.facts} drawn={drawn} />)
}

function Phone({ facts, drawn: { view, status } }: { facts: LiveIslandProps['facts']; drawn: Drawn }) {
  const [shown, show] = useState<PhoneView>()
  useEffect(() => show(phoneViews.find((one) => location.hash === `#${one}`) ?? 'now'), [])
  const onView = (next: PhoneView) => {
    show(next)
    history.replaceState(null, '', `#${next}`)
    // Whoever touches the bar goes on from the part that it shows.
    requestAnimationFrame(() => document.getElementById(next)?.focus())
  }
  return <PhoneMeeting facts={facts} {...view} view={shown} onView={onView} status={status} />
}
