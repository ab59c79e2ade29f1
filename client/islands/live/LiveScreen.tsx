import type { LiveIslandProps } from '../../ui/live/islandProps.ts'
import { ScreenMeeting } from '../../ui/live/screen/ScreenMeeting.tsx'
import { startLive } from './startLive.tsx'

/** Follows a meeting on the projector. */
export function start(element: HTMLElement, props: LiveIslandProps): void {
  const { facts, code } = props
  if (!code) return
  startLive(element, props, 'screen', ({ view: { state, online } }) => (
    <ScreenMeeting facts={facts} state={state} online={online} code={code} />
  ))
}
