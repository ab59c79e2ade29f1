import { Island } from '../../ui/Island.tsx'
import { forBrowser, type LiveIslandProps } from '../../ui/live/islandProps.ts'
import { PhoneMeeting } from '../../ui/live/phone/PhoneMeeting.tsx'
import { LiveContext } from '../../ui/live/setting.ts'

/** /meetings/{id}: a meeting as it is followed on a phone. The browser takes it over and follows. */
export function MeetingPage(props: LiveIslandProps) {
  const { facts, state, own, online, setting } = props
  return (
    <Island name="LiveMeeting" props={forBrowser(props)} when="load">
      <LiveContext.Provider value={setting}>
        <PhoneMeeting facts={facts} state={state} own={own} online={online} />
      </LiveContext.Provider>
    </Island>
  )
}
