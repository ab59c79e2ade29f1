import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { LiveIslandProps } from '../../ui/live/islandProps.ts'
import { PhoneMeeting } from '../../ui/live/phone/PhoneMeeting.tsx'
import { type PhoneView, phoneViews } from '../../ui/live/phone/ViewBar.tsx'
import { type Drawn, startLive } from './startLive.tsx'

/** Follows a meeting on a phone. */
export function start(element: HTMLElement, props: LiveIslandProps): void {
  startLive(element, props, 'phone', (drawn) => <Phone facts={props.facts} drawn={drawn} />)
}

function Phone({ facts, drawn: { view, status } }: { facts: LiveIslandProps['facts']; drawn: Drawn }) {
  // A new object for each touch of the bar, also of the part that is shown already.
  const [shown, show] = useState<{ view: PhoneView; isTouched: boolean }>()
  useEffect(() => {
    show({ view: phoneViews.find((one) => location.hash === `#${one}`) ?? 'now', isTouched: false })
  }, [])
  // Whoever touches the bar goes on from the part that it shows: as soon as it is drawn, before anything else is touched.
  useLayoutEffect(() => {
    if (shown?.isTouched) document.getElementById(shown.view)?.focus()
  }, [shown])
  const onView = (next: PhoneView) => {
    show({ view: next, isTouched: true })
    history.replaceState(null, '', `#${next}`)
  }
  return <PhoneMeeting facts={facts} {...view} view={shown?.view} onView={onView} status={status} />
}
