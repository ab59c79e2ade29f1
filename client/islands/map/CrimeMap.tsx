import { hydrate } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { PointAnswer, ViewAnswer } from '../../../shared/map/answers.ts'
import { boxOfView, type MapBox, type MapView, mapPath, usualWindow } from '../../../shared/map/view.ts'
import { MapScreen } from '../../ui/map/MapScreen.tsx'
import { type CrimeMapProps, inLanguage, type StageState } from '../../ui/map/props.ts'
import { viewOfAddress } from './address.ts'
import { fetchPoint, fetchView } from './answers.ts'
import type { DrawnMap } from './drawMap.ts'
import { Latest } from './latest.ts'

/** Takes the map page over: draws the map, and keeps map, table, details and address saying the same. */
export function start(element: HTMLElement, props: CrimeMapProps): void {
  hydrate(<CrimeMap {...props} />, element)
}

/** After the map rests, its table is asked for when nothing moves for this long. */
const restMs = 250

function CrimeMap(props: CrimeMapProps) {
  const { language, words } = props
  const [view, setView] = useState<MapView>(props.view)
  const [answer, setAnswer] = useState<ViewAnswer>(props.answer)
  const [point, setPoint] = useState<PointAnswer | undefined>(props.point)
  const [trouble, setTrouble] = useState<string>()
  const [stage, setStage] = useState<StageState>({ kind: 'starting' })
  const canvas = useRef<HTMLDivElement>(null)
  const map = useRef<DrawnMap>(undefined)
  // What the listeners of map and history read: the newest, not what was there when they were made.
  const now = useRef({
    view: props.view,
    box: boxOfView(props.view, usualWindow) as MapBox,
    version: props.answer.dataVersion,
  })
  const opener = useRef<number | 'map'>('map')
  const tableFetch = useRef(new Latest())
  const pointFetch = useRef(new Latest())

  const change = useCallback(
    (next: MapView, history: 'push' | 'replace' | 'keep') => {
      now.current.view = next
      setView(next)
      const address = inLanguage(language, mapPath(next))
      if (history === 'push') window.history.pushState(null, '', address)
      else if (history === 'replace') window.history.replaceState(null, '', address)
    },
    [language],
  )

  const loadTable = useCallback(
    (page: number, delayMs = 0) => {
      tableFetch.current.run(
        delayMs,
        async (signal) => {
          const { view: of, box, version } = now.current
          return fetchView(of, box, page, language, version, signal)
        },
        (fetched) => {
          now.current.version = fetched.dataVersion
          setAnswer(fetched)
          setTrouble(undefined)
          map.current?.draw(drawnOf(now.current.view, fetched, language))
        },
        () => setTrouble(words.couldNotFetch),
      )
    },
    [language, words],
  )

  const loadPoint = useCallback(
    (id: number, focus: boolean) => {
      pointFetch.current.run(
        0,
        (signal) => fetchPoint(id, now.current.view, language, now.current.version, signal),
        (fetched) => {
          setPoint(fetched)
          map.current?.bringIntoView(fetched.longitude, fetched.latitude)
          if (focus) requestAnimationFrame(() => document.getElementById('point-name')?.focus())
        },
        () => setTrouble(words.couldNotFetch),
      )
    },
    [language, words],
  )

  const openPoint = useCallback(
    (id: number, from: number | 'map') => {
      opener.current = from
      change({ ...now.current.view, point: id }, 'push')
      map.current?.draw({ ...drawnOf(now.current.view, undefined, language), missing: missingNow.current })
      loadPoint(id, true)
    },
    [change, loadPoint, language],
  )

  const missingNow = useRef<string[]>([])
  missingNow.current = answer.missing.map(({ force }) => force)

  const closePoint = useCallback(
    (history: 'push' | 'keep') => {
      const { point: _closed, ...rest } = now.current.view
      pointFetch.current.stop()
      setPoint(undefined)
      change(rest, history)
      map.current?.draw({ ...drawnOf(rest, undefined, language), missing: missingNow.current })
      if (history === 'keep') return
      const link = document.querySelector<HTMLElement>(`[data-point="${opener.current}"]`)
      if (link) link.focus()
      else map.current?.focus()
    },
    [change, language],
  )

  useEffect(() => {
    if (innerWidth < 720) element('.patch-map__filters')?.removeAttribute('open')
    const place = canvas.current
    if (!place) return
    if (!document.createElement('canvas').getContext('webgl2'))
      return setStage({ kind: 'unavailable', reason: words.needsWebGl })
    let removed = false
    import('./drawMap.ts')
      .then(({ drawMap }) => {
        if (removed) return
        map.current = drawMap(
          place,
          { ...now.current.view, fit: props.fit },
          drawnOf(now.current.view, props.answer, language),
          words,
          {
            onRest: (at, box) => {
              now.current.box = box
              change({ ...now.current.view, ...at }, 'replace')
              loadTable(1, restMs)
            },
            onZoom: (zoom) => setView((known) => ({ ...known, zoom })),
            onPoint: (id) => openPoint(id, 'map'),
          },
        )
        setStage({ kind: 'drawn' })
      })
      .catch((error: unknown) => {
        console.error('The map could not start', error)
        setStage({ kind: 'unavailable', reason: words.couldNotStart })
      })
    return () => {
      removed = true
      map.current?.remove()
    }
  }, [])

  useEffect(() => {
    const onHistory = () => {
      const next = viewOfAddress(location.search, props.view)
      change(next, 'keep')
      map.current?.goTo(next)
      if (!map.current) now.current.box = boxOfView(next, usualWindow)
      loadTable(1)
      if (next.point === undefined) closePoint('keep')
      else loadPoint(next.point, false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && now.current.view.point !== undefined) closePoint('push')
    }
    addEventListener('popstate', onHistory)
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('popstate', onHistory)
      removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <MapScreen
      {...props}
      view={view}
      answer={answer}
      {...(point ? { point } : {})}
      stage={stage}
      stageRef={canvas}
      trouble={trouble}
      actions={{
        onFilter: (changes) => {
          change({ ...now.current.view, ...changes }, 'push')
          loadTable(1)
          const open = now.current.view.point
          if (open !== undefined) loadPoint(open, false)
        },
        onPage: (page) => {
          window.history.replaceState(null, '', inLanguage(language, mapPath(now.current.view, page)))
          loadTable(page)
          element('.patch-map__summary')?.scrollIntoView()
        },
        onPoint: (id) => openPoint(id, id),
        onClosePoint: () => closePoint('push'),
      }}
    />
  )
}

/** What is drawn for a view; areas without figures are known once its table is there. */
function drawnOf(
  { month, category, point }: MapView,
  answer: ViewAnswer | undefined,
  language: CrimeMapProps['language'],
) {
  return {
    language,
    month,
    category,
    missing: answer?.missing.map(({ force }) => force) ?? [],
    chosenPoint: point,
  }
}

function element(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector)
}
