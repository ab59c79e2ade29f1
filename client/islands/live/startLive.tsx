import { type ComponentChildren, hydrate } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { translateBy } from '../../../shared/i18n/dictionary.ts'
import type { Follower } from '../../../shared/live/protocol.ts'
import { type LiveIslandProps, withDrawnParts } from '../../ui/live/islandProps.ts'
import type { LineStatus } from '../../ui/live/Notices.tsx'
import { newUuid } from '../../ui/live/newUuid.ts'
import { LiveContext, type LiveSetting } from '../../ui/live/setting.ts'
import { PageContext } from '../../ui/page.ts'
import { emptySentForms, keepDrafts } from './drafts.ts'
import type { Followed } from './line.ts'
import { type LiveView, MeetingStore } from './meetingStore.ts'
import { plainLine } from './plainLine.ts'
import { socketLine } from './socketLine.ts'

/** What a screen draws with: the meeting as it is now, and how the line stands; undefined before the browser has taken over. */
export interface Drawn {
  view: Pick<LiveView, 'state' | 'own' | 'online'>
  status: LineStatus | undefined
}

/** Takes a live page over: the same markup first, then whatever the meeting comes to. */
export function startLive(
  element: HTMLElement,
  props: LiveIslandProps,
  as: Follower,
  draw: (drawn: Drawn) => ComponentChildren,
): void {
  hydrate(<Live element={element} props={withDrawnParts(element, props)} as={as} draw={draw} />, element)
}

interface LiveProps {
  element: HTMLElement
  props: LiveIslandProps
  as: Follower
  draw(drawn: Drawn): ComponentChildren
}

function Live({ element, props, as, draw }: LiveProps) {
  const { language, words, setting } = props
  const [view, show] = useState<LiveView>()
  const [store] = useState(() => storeOf(element, props, as, show))
  useEffect(() => {
    show(store.view)
    store.start()
    const stopWaking = onWaking(() => store.wake())
    return () => {
      stopWaking()
      store.end()
    }
  }, [store])
  const isTakenOver = view !== undefined
  const live = useMemo<LiveSetting>(() => {
    if (!isTakenOver) return setting
    const drafts = draftsOf(setting.meeting)
    return {
      ...setting,
      live: { now: () => store.now(), send: (kind, detail) => store.send(kind, detail, newUuid()), drafts },
    }
  }, [isTakenOver, setting, store])
  const page = useMemo(
    () => ({ language, t: translateBy(words, language), path: '', dataVersion: '' }),
    [language, words],
  )
  return (
    <PageContext.Provider value={page}>
      <LiveContext.Provider value={live}>
        {draw({ view: view ?? props, status: view && { ...view, onForgetLate: () => store.forgetLate() } })}
      </LiveContext.Provider>
    </PageContext.Provider>
  )
}

function storeOf(
  element: HTMLElement,
  { language, state, own, online, setting }: LiveIslandProps,
  as: Follower,
  show: (view: LiveView) => void,
): MeetingStore {
  const followed: Followed = { meeting: setting.meeting, as, language }
  return new MeetingStore({
    meeting: setting.meeting,
    first: { state, own, online, now: setting.writtenAt },
    socket: socketLine(followed),
    plain: plainLine(followed),
    kept: sessionStorage,
    as,
    onChange: show,
    onLateDone: (command) => emptySentForms(element, draftsOf(setting.meeting), command),
  })
}

function draftsOf(meeting: number) {
  return keepDrafts(sessionStorage, meeting)
}

/** Calls back whenever the line may have changed: the page is shown again, the device on- or offline, or come back to from another page. */
function onWaking(wake: () => void): () => void {
  const shown = () => document.visibilityState === 'visible' && wake()
  const backAgain = (event: PageTransitionEvent) => event.persisted && wake()
  document.addEventListener('visibilitychange', shown)
  addEventListener('online', wake)
  addEventListener('offline', wake)
  addEventListener('pageshow', backAgain)
  return () => {
    document.removeEventListener('visibilitychange', shown)
    removeEventListener('online', wake)
    removeEventListener('offline', wake)
    removeEventListener('pageshow', backAgain)
  }
}
