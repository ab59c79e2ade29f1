import { type Deciders, type Decision, done, nothingToDo, refuse } from '../decision.ts'
import type { MeetingState } from '../state.ts'
import { itemOf } from './agenda.ts'

/** Starting, moving on, pausing and closing. Whoever moves on says which item they saw: of two who do so at once one is told. */
export const runningDeciders: Deciders<
  | 'meeting:start'
  | 'meeting:next'
  | 'meeting:back'
  | 'meeting:goto'
  | 'meeting:pause'
  | 'meeting:resume'
  | 'meeting:close'
  | 'meeting:reopen'
> = {
  'meeting:start': ({ items }) => done({ kind: 'meeting:started', detail: { item: items[0]?.id ?? null } }),
  'meeting:next': (state, { from }) => {
    if (from !== state.currentItem) return refuse('moved-already')
    const next = state.items.slice(placeOf(state) + 1).find((item) => !item.isDone)
    return next ? move(state, next.id, true) : refuse('no-next-item')
  },
  'meeting:back': (state, { from }) => {
    if (from !== state.currentItem) return refuse('moved-already')
    const before = state.items[placeOf(state) - 1]
    return before ? move(state, before.id, false) : refuse('no-item-before')
  },
  'meeting:goto': (state, { item }) => {
    if (!itemOf(state, item)) return refuse('no-such-item')
    return item === state.currentItem ? nothingToDo : move(state, item, false)
  },
  'meeting:pause': ({ pausedSince }) =>
    pausedSince === null ? done({ kind: 'meeting:paused', detail: {} }) : nothingToDo,
  'meeting:resume': ({ pausedSince }) =>
    pausedSince === null ? nothingToDo : done({ kind: 'meeting:resumed', detail: {} }),
  'meeting:close': (_state, _detail, _actor, { online }) => done({ kind: 'meeting:closed', detail: { online } }),
  // Once the minutes were published, it is forgotten which device did what: phones could act twice.
  'meeting:reopen': ({ publishedAt }) =>
    publishedAt === null ? done({ kind: 'meeting:reopened', detail: {} }) : refuse('published'),
}

function placeOf({ items, currentItem }: MeetingState): number {
  return items.findIndex((item) => item.id === currentItem)
}

function move(state: MeetingState, to: string, isDone: boolean): Decision {
  return done({ kind: 'meeting:moved', detail: { from: state.currentItem, to, isDone } })
}
