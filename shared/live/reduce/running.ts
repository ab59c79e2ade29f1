import type { AgendaItem, MeetingState } from '../state.ts'
import { withChanged } from './order.ts'
import type { Reducers } from './reducers.ts'

/** The pointer, the clocks and the phases. Only the clock of the item that is on runs, and only while the meeting does. */
export const runningReducers: Reducers<
  | 'meeting:started'
  | 'meeting:moved'
  | 'meeting:paused'
  | 'meeting:resumed'
  | 'meeting:closed'
  | 'meeting:reopened'
  | 'minutes:published'
  | 'minutes:withdrawn'
> = {
  'meeting:started': ({ items }, { item }, { at }) => ({
    phase: 'running',
    startedAt: at,
    pausedSince: null,
    currentItem: item,
    items: start(items, item, at),
  }),
  'meeting:moved': ({ items, pausedSince }, { from, to, isDone }, { at }) => {
    const stopped = stop(items, at)
    const left = from === null ? stopped : withChanged(stopped, from, (item) => ({ ...item, isDone }))
    return { currentItem: to, items: pausedSince === null ? start(left, to, at) : bringOn(left, to) }
  },
  'meeting:paused': ({ items }, _detail, { at }) => ({ pausedSince: at, items: stop(items, at) }),
  'meeting:resumed': ({ items, currentItem }, _detail, { at }) => ({
    pausedSince: null,
    items: start(items, currentItem, at),
  }),
  'meeting:closed': ({ items, attendance, questions }, { online }, { at }) => ({
    phase: 'closed',
    closedAt: at,
    pausedSince: null,
    items: stop(items, at),
    queue: [],
    questions: questions.map((one) => (one.state === 'answering' ? { ...one, state: 'open' as const } : one)),
    attendance: { ...attendance, online },
  }),
  'meeting:reopened': ({ items, currentItem }, _detail, { at }) => ({
    phase: 'running',
    closedAt: null,
    items: start(items, currentItem, at),
  }),
  'minutes:published': (_state, { minutes }, { at }) => ({
    phase: 'published',
    publishedAt: at,
    ...(minutes ? { minutes } : {}),
  }),
  'minutes:withdrawn': (_state, { minutes }) => ({
    phase: 'closed',
    ...(minutes ? { minutes } : {}),
  }),
}

type Items = MeetingState['items']

function stop(items: Items, at: number): Items {
  return items.map((item) =>
    item.runningSince === null
      ? item
      : { ...item, spentMs: item.spentMs + Math.max(0, at - item.runningSince), runningSince: null },
  )
}

function start(items: Items, id: string | null, at: number): Items {
  const started = (item: AgendaItem) => ({ ...item, runningSince: at, isDone: false })
  return id === null ? items : withChanged(items, id, started)
}

/** An item that comes on during a pause: its clock waits. */
function bringOn(items: Items, id: string): Items {
  return withChanged(items, id, (item) => ({ ...item, isDone: false }))
}
