import type { ChangeBody, ChangeKind, MeetingChange } from './changes.ts'
import { approved } from './reduce/questions.ts'
import type { MeetingState, MinutesEntry, Question } from './state.ts'

/** Who is told: the chair everything; everyone (phones, the projector, the public page) what is meant for them. */
export type Audience = 'everyone' | 'chair'

/** The state as an audience sees it: without questions that are not public, and without minutes before their time. */
export function stateSeenBy(audience: Audience, state: MeetingState): MeetingState {
  if (audience === 'chair') return state
  return { ...state, questions: state.questions.filter(({ isPublic }) => isPublic), minutes: minutesSeen(state) }
}

/**
 * A change as an audience is told of it. What is not for it becomes `nothing`, so that numbers have no gaps; a change that brings
 * something into sight carries it. Reducing these changes gives what `stateSeenBy` gives.
 * @param before the whole state before the change
 */
export function asSeenBy(audience: Audience, change: MeetingChange, before: MeetingState): MeetingChange {
  return audience === 'chair' ? change : { ...seenByEveryone(change, before), sequence: change.sequence, at: change.at }
}

const nothing: ChangeBody<'nothing'> = { kind: 'nothing', detail: {} }

function seenByEveryone(change: MeetingChange, before: MeetingState): ChangeBody<ChangeKind> {
  const find = (id: string) => before.questions.find((question) => question.id === id)
  switch (change.kind) {
    case 'question:asked':
      return change.detail.isPublic ? change : nothing
    case 'question:approved': {
      const question = find(change.detail.question)
      if (!question || question.isPublic) return change
      return { kind: 'question:shown', detail: { question: approved(question) } }
    }
    case 'question:hidden': {
      const { question } = change.detail
      return find(question)?.isPublic ? { kind: 'question:withdrawn', detail: { question } } : nothing
    }
    case 'questions:hidden': // none of them was seen
      return nothing
    case 'question:merged':
      return find(change.detail.into)?.isPublic ? change : nothing
    case 'question:backed':
      return find(change.detail.question)?.isPublic ? change : nothing
    case 'minutes:added':
    case 'minutes:changed':
    case 'minutes:removed':
      return minutesAreSeen(before) ? change : nothing
    case 'settings:changed': {
      const after = { ...before, settings: change.detail.settings }
      return { ...change, detail: { ...change.detail, minutes: minutesSeen(after) } }
    }
    case 'minutes:published':
      return { ...change, detail: { minutes: minutesSeen({ ...before, phase: 'published' }) } }
    case 'minutes:withdrawn':
      return { ...change, detail: { minutes: minutesSeen({ ...before, phase: 'closed' }) } }
    default:
      return change
  }
}

type Minutes = Pick<MeetingState, 'settings' | 'phase' | 'minutes'>

function minutesAreSeen({ settings, phase }: Omit<Minutes, 'minutes'>): boolean {
  return settings.minutesShown === 'live' || phase === 'published'
}

function minutesSeen(state: Minutes): MinutesEntry[] {
  return minutesAreSeen(state) ? state.minutes : []
}

/**
 * The questions of which a change can keep from everyone what became of them: those that asked them are told by themselves, where what comes
 * of the change is nothing that everyone sees. Of a question that is asked its device knows by the answer.
 */
export function questionsLearntAlone({ kind, detail }: MeetingChange): readonly string[] {
  if (kind === 'questions:hidden') return detail.questions
  return kind === 'question:hidden' || kind === 'question:merged' ? [detail.question] : []
}

/** A question as a device that asked it may know it, also while it waits. */
export type OwnQuestion = Pick<Question, 'id' | 'text' | 'state'>
