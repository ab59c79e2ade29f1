import { type Audience, asSeenBy, stateSeenBy } from '../../shared/live/audience.ts'
import type { MeetingChange } from '../../shared/live/changes.ts'
import { reduce } from '../../shared/live/reduce.ts'
import { emptyMeeting, type MeetingState } from '../../shared/live/state.ts'
import type { StoredChange } from './log.ts'

/** A change as each audience is told of it. */
export type Told = Record<Audience, MeetingChange>

/** So many changes back a client gets what it missed; further back it gets the whole state, which is then the shorter. */
const keptChanges = 500

/** A meeting as this process knows it: what its log comes to, as far as it has been read. */
export class Room {
  readonly meeting: number
  private whole: MeetingState = emptyMeeting
  private recent: Told[] = []
  private views: Partial<Record<Audience, MeetingState>> = {}

  constructor(meeting: number, log: readonly StoredChange[]) {
    this.meeting = meeting
    this.take(log)
  }

  get state(): MeetingState {
    return this.whole
  }

  get sequence(): number {
    return this.whole.sequence
  }

  /** Takes changes of the log that follow what is known; those known already are passed over. @returns what is to be told of the new ones */
  take(changes: readonly StoredChange[]): Told[] {
    const told: Told[] = []
    for (const change of changes) {
      if (change.sequence !== this.whole.sequence + 1) continue
      told.push({ chair: change, everyone: asSeenBy('everyone', change, this.whole) })
      this.whole = reduce(this.whole, change)
    }
    if (told.length > 0) {
      this.views = {}
      this.recent = [...this.recent, ...told].slice(-keptChanges)
    }
    return told
  }

  /** What a client needs that has everything up to a number, or nothing (null). */
  missedBy(audience: Audience, after: number | null): { snapshot: MeetingState | null; changes: MeetingChange[] } {
    const missed = after === null ? Number.POSITIVE_INFINITY : this.sequence - after
    // A client that is ahead of the log has seen one that is no longer there: it starts afresh.
    if (missed < 0 || missed > this.recent.length) return { snapshot: this.seenBy(audience), changes: [] }
    const changes = missed === 0 ? [] : this.recent.slice(-missed).map((told) => told[audience])
    return { snapshot: null, changes: audience === 'chair' ? changes : changes.map((change) => this.asSeenNow(change)) }
  }

  /** Whoever comes later is not told what a question said that has been hidden since. */
  private asSeenNow(change: MeetingChange): MeetingChange {
    const { kind, detail, sequence, at } = change
    if (kind !== 'question:asked' && kind !== 'question:shown' && kind !== 'question:answered') return change
    const id = kind === 'question:shown' ? detail.question.id : detail.question
    const isPublic = this.whole.questions.some((question) => question.id === id && question.isPublic)
    return isPublic ? change : { kind: 'nothing', detail: {}, sequence, at }
  }

  /** The state as an audience sees it. */
  seenBy(audience: Audience): MeetingState {
    const view = this.views[audience] ?? stateSeenBy(audience, this.whole)
    this.views[audience] = view
    return view
  }
}
