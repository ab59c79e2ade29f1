import type { Refusal } from '../../shared/live/refusals.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Person } from '../accounts/rules.ts'
import type { Handle } from '../database/database.ts'
import type { StoredChange } from './log.ts'

/** A change that is being stored. */
export interface Storing {
  meeting: number
  change: StoredChange
  /** The meeting as it stands after it. */
  after: MeetingState
  /** Who of the team made it; null where that is not known, or it was not the team. */
  person: Person | null
}

/**
 * Stores what follows from a change of the chair's or the team's, in the same transaction: with the handle that it is given, and nothing
 * else. Throw `RefusedAlongside` to refuse the command; then nothing of it is stored.
 */
export type Alongside = (handle: Handle, storing: Storing) => Promise<void>

export class RefusedAlongside extends Error {
  override name = 'RefusedAlongside'
  readonly reason: Refusal
  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}
