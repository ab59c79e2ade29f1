import { type AgendaItem, type MeetingSettings, type PlannedItem, usualSettings } from '../state.ts'
import { moveBefore, putBefore, withChanged } from './order.ts'
import type { Reducers } from './reducers.ts'

const untouched = (item: PlannedItem): AgendaItem => ({ ...item, spentMs: 0, runningSince: null, isDone: false })

/** Logs that are older than a setting do not name it. */
const whole = (settings: Partial<MeetingSettings>): MeetingSettings => ({ ...usualSettings, ...settings })

/** The agenda and what the chair has set. */
export const agendaReducers: Reducers<
  | 'meeting:planned'
  | 'settings:changed'
  | 'agenda:added'
  | 'agenda:changed'
  | 'agenda:moved'
  | 'agenda:dropped'
  | 'attendance:counted'
> = {
  'meeting:planned': (_state, { settings, items }) => ({ settings: whole(settings), items: items.map(untouched) }),
  'settings:changed': (_state, { settings, minutes }) => ({
    settings: whole(settings),
    ...(minutes ? { minutes } : {}),
  }),
  'agenda:added': ({ items }, { item, before }) => ({ items: putBefore(items, untouched(item), before) }),
  'agenda:changed': ({ items }, { item }) => ({ items: withChanged(items, item.id, (old) => ({ ...old, ...item })) }),
  'agenda:moved': ({ items }, { item, before }) => ({ items: moveBefore(items, item, before) }),
  'agenda:dropped': ({ items, questions }, { item }) => ({
    items: items.filter(({ id }) => id !== item),
    questions: questions.map((question) => (question.item === item ? { ...question, item: null } : question)),
  }),
  'attendance:counted': ({ attendance }, { room }) => ({ attendance: { ...attendance, room } }),
}
