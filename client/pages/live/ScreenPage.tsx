import { Island } from '../../ui/Island.tsx'
import { forBrowser, type LiveIslandProps } from '../../ui/live/islandProps.ts'
import { ScreenMeeting } from '../../ui/live/screen/ScreenMeeting.tsx'
import { LiveContext } from '../../ui/live/setting.ts'

/** /meetings/{id}/screen: what the hall sees. */
export function ScreenPage(props: LiveIslandProps & { code: { size: number; path: string } }) {
  const { facts, state, online, setting, code } = props
  return (
    <main id="content">
      <Island name="LiveScreen" props={forBrowser(props)} when="load">
        <LiveContext.Provider value={setting}>
          <ScreenMeeting facts={facts} state={state} online={online} code={code} />
        </LiveContext.Provider>
      </Island>
    </main>
  )
}
