import { Island } from '../../ui/Island.tsx'
import { ChairDesk } from '../../ui/live/chair/ChairDesk.tsx'
import { forBrowser, type LiveIslandProps } from '../../ui/live/islandProps.ts'
import { LiveContext } from '../../ui/live/setting.ts'

/** /meetings/{id}/chair: everything that a chair does. In English only. */
export function ChairPage(props: LiveIslandProps) {
  const { facts, state, online, setting } = props
  return (
    <main id="content">
      <Island name="LiveChair" props={forBrowser(props)} when="load">
        <LiveContext.Provider value={setting}>
          <ChairDesk facts={facts} state={state} online={online} status={undefined} />
        </LiveContext.Provider>
      </Island>
    </main>
  )
}
