import { type Deciders, done, nothingToDo, refuse } from '../decision.ts'
import { panelsOf } from '../itemKinds.ts'
import { most } from '../limits.ts'
import type { AgendaItem, MeetingState, PlannedItem } from '../state.ts'

/** The agenda and the settings, before and during the meeting. */
export const agendaDeciders: Deciders<
  'agenda:add' | 'agenda:change' | 'agenda:move' | 'agenda:drop' | 'settings:change' | 'attendance:room'
> = {
  'agenda:add': (state, { item, before }) => {
    if (itemOf(state, item.id)) return refuse('id-taken')
    if (state.items.length >= most.items) return refuse('too-many-items')
    return done({ kind: 'agenda:added', detail: { item: sound(item), before } })
  },
  'agenda:change': (state, { item, set }) => {
    const old = itemOf(state, item)
    if (!old) return refuse('no-such-item')
    return done({ kind: 'agenda:changed', detail: { item: sound(withSet(planned(old), set)) } })
  },
  'agenda:move': (state, { item, before }) => {
    if (!itemOf(state, item)) return refuse('no-such-item')
    return item === before ? nothingToDo : done({ kind: 'agenda:moved', detail: { item, before } })
  },
  'agenda:drop': (state, { item }) => {
    if (!itemOf(state, item)) return refuse('no-such-item')
    if (state.currentItem === item && state.phase === 'running') return refuse('item-is-on')
    if (state.minutes.some((entry) => entry.item === item)) return refuse('item-has-minutes')
    return done({ kind: 'agenda:dropped', detail: { item } })
  },
  'settings:change': ({ settings }, { knownDevicesOnly, ...set }, _actor, { now }) => {
    // Switched on again while it is on, it goes on from the first moment.
    const since = settings.knownBefore ?? now
    const knownBefore = knownDevicesOnly === undefined ? settings.knownBefore : knownDevicesOnly ? since : null
    return done({ kind: 'settings:changed', detail: { settings: { ...withSet(settings, set), knownBefore } } })
  },
  'attendance:room': (state, { count }) =>
    state.attendance.room === count ? nothingToDo : done({ kind: 'attendance:counted', detail: { room: count } }),
}

export function itemOf(state: MeetingState, id: string | null): AgendaItem | undefined {
  return state.items.find((item) => item.id === id)
}

/** What is planned of an item, without its clock. */
function planned({ spentMs: _spent, runningSince: _since, isDone: _done, ...item }: AgendaItem): PlannedItem {
  return item
}

/** Panels that the item's kind cannot show are left out. */
function sound(item: PlannedItem): PlannedItem {
  return { ...item, shows: panelsOf(item.kind, item.shows) }
}

/** An object with some of its fields set anew. */
export function withSet<Whole extends object>(
  whole: Whole,
  set: { [Field in keyof Whole]?: Whole[Field] | undefined },
): Whole {
  return { ...whole, ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) }
}
