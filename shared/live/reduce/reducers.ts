import type { ChangeDetails, ChangeKind } from '../changes.ts'
import type { MeetingState } from '../state.ts'

/** For each kind of change what becomes of the state: only the parts that change. */
export type Reducers<Kind extends ChangeKind> = {
  [K in Kind]: (
    state: MeetingState,
    detail: ChangeDetails[K],
    change: { at: number; sequence: number },
  ) => Partial<MeetingState>
}
