import type { MeetingChange } from './changes.ts'
import { reduce } from './reduce.ts'
import type { MeetingState } from './state.ts'

/**
 * Takes changes as they come in, in any order and more than once: those already known are passed over, and from a gap on nothing is taken.
 * @returns the state, and whether something is missing: ask for what is after `state.sequence`
 */
export function takeChanges(
  state: MeetingState,
  changes: readonly MeetingChange[],
): { state: MeetingState; isMissingSome: boolean } {
  let after = state
  for (const change of changes.toSorted((one, other) => one.sequence - other.sequence)) {
    if (change.sequence <= after.sequence) continue
    if (change.sequence > after.sequence + 1) return { state: after, isMissingSome: true }
    after = reduce(after, change)
  }
  return { state: after, isMissingSome: false }
}
