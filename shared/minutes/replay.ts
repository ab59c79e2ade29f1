import { asSeenBy } from '../live/audience.ts'
import type { MeetingChange } from '../live/changes.ts'
import { reduce } from '../live/reduce.ts'
import { emptyMeeting, type MeetingState } from '../live/state.ts'
import type { MinutesLine } from './minutes.ts'
import { asPublished } from './minutesOf.ts'

/** Something that happened in a meeting, as a replay tells it: what, and when by the server's clock. */
export type ReplayEvent = { at: number; sequence: number } & Happened

type Happened =
  | { kind: 'paused' | 'resumed' | 'closed' | 'reopened' | 'published' | 'withdrawn' }
  /** The meeting began, with its first item if it has one; or another item came on. */
  | { kind: 'started' | 'item'; title: string; titleWelsh: string }
  | { kind: 'line'; line: MinutesLine; isAfterClose: boolean }
  | { kind: 'asked' | 'putOff'; text: string }
  | { kind: 'answered'; text: string; answer: string | null }

/**
 * What happened when, for everyone. It tells no more than the published minutes: a question that is hidden now is not in it, and a line of
 * the minutes stands in its approved words at the time at which it was first written down.
 * @param changes the whole log
 */
export function replayOf(changes: readonly MeetingChange[]): ReplayEvent[] {
  const last = asPublished(changes.reduce(reduce, emptyMeeting))
  const events: ReplayEvent[] = []
  let before = emptyMeeting
  for (const change of changes) {
    const happened = happenedBy(change, asSeenBy('everyone', change, before), before, last)
    before = reduce(before, change)
    if (happened) events.push({ ...happened, at: change.at, sequence: change.sequence })
  }
  return events
}

/** Decisions and actions only. */
export function isDecided(event: ReplayEvent): boolean {
  return event.kind === 'line' && event.line.kind !== 'note'
}

/**
 * @param told the change as everyone was told of it
 * @param last the meeting as everyone sees it in the end
 */
function happenedBy(
  change: MeetingChange,
  told: MeetingChange,
  before: MeetingState,
  last: MeetingState,
): Happened | null {
  const question = (id: string) => last.questions.find((one) => one.id === id)
  switch (told.kind) {
    case 'meeting:started':
      return { kind: 'started', ...titlesOf(told.detail.item, last) }
    case 'meeting:moved':
      return { kind: 'item', ...titlesOf(told.detail.to, last) }
    case 'meeting:paused':
      return { kind: 'paused' }
    case 'meeting:resumed':
      return { kind: 'resumed' }
    case 'meeting:closed':
      return { kind: 'closed' }
    case 'meeting:reopened':
      return { kind: 'reopened' }
    case 'minutes:published':
      return { kind: 'published' }
    case 'minutes:withdrawn':
      return { kind: 'withdrawn' }
    case 'question:asked':
    case 'question:shown': {
      const id = told.kind === 'question:asked' ? told.detail.question : told.detail.question.id
      const found = question(id)
      return found ? { kind: 'asked', text: found.text } : null
    }
    case 'question:answered': {
      const found = question(told.detail.question)
      return found ? { kind: 'answered', text: found.text, answer: told.detail.text || null } : null
    }
    case 'question:put-off': {
      const found = question(told.detail.question)
      return found ? { kind: 'putOff', text: found.text } : null
    }
    default:
  }
  if (change.kind !== 'minutes:added') return null
  const line = last.minutes.find(({ id }) => id === change.detail.entry.id)
  if (!line) return null
  const { id, kind, text, owner, dueOn } = line
  return { kind: 'line', line: { id, kind, text, owner, dueOn }, isAfterClose: before.phase === 'closed' }
}

/** An item's titles; empty ones for an item that was dropped since. */
function titlesOf(id: string | null, { items }: MeetingState) {
  const { title = '', titleWelsh = '' } = items.find((one) => one.id === id) ?? {}
  return { title, titleWelsh }
}
