import type { ChangeKind, MeetingChange } from './changes.ts'
import { agendaReducers } from './reduce/agenda.ts'
import { minutesReducers } from './reduce/minutes.ts'
import { questionReducers } from './reduce/questions.ts'
import { queueReducers } from './reduce/queue.ts'
import type { Reducers } from './reduce/reducers.ts'
import { runningReducers } from './reduce/running.ts'
import type { MeetingState } from './state.ts'

const reducers: Reducers<ChangeKind> = {
  ...agendaReducers,
  ...runningReducers,
  ...queueReducers,
  ...questionReducers,
  ...minutesReducers,
  nothing: () => ({}),
}

/**
 * The state after a change: the same on the server, on every screen and in tests. A kind that this side does not know, because the other
 * is newer, changes nothing but the number.
 */
export function reduce(state: MeetingState, change: MeetingChange): MeetingState {
  const { kind, detail, at, sequence } = change
  const reducer = (Object.hasOwn(reducers, kind) ? reducers[kind] : undefined) as
    | Reducers<'nothing'>['nothing']
    | undefined
  return { ...state, ...reducer?.(state, detail, { at, sequence }), sequence, at }
}
