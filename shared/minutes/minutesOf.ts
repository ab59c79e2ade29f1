import { stateSeenBy } from '../live/audience.ts'
import type { MeetingChange } from '../live/changes.ts'
import type { Answer, MeetingState, MinutesEntry, Question } from '../live/state.ts'
import type { Minutes, MinutesItem, MinutesLine, MinutesQuestion, QuestionOutcome } from './minutes.ts'
import { spansOf } from './spans.ts'

/** A meeting as everyone sees it once its minutes are published: what stays hidden is not in it. */
export function asPublished(state: MeetingState): MeetingState {
  return stateSeenBy('everyone', { ...state, phase: 'published' })
}

/**
 * The minutes that a meeting's log comes to, as everyone reads them once they are published. Who chaired is not in them unless somebody
 * typed it.
 * @param state the whole state
 * @param changes the log that led to it
 */
export function minutesOf(state: MeetingState, changes: readonly MeetingChange[]): Minutes {
  const { items, minutes, questions, attendance, startedAt, closedAt, publishedAt } = asPublished(state)
  const known = new Set(items.map(({ id }) => id))
  const spans = new Map([...spansOf(changes)].filter(([id]) => known.has(id)))
  const asked = questions.filter((question) => question.mergedInto === null)
  const about = (item: string | null) => ({
    lines: minutes.filter((line) => belongsTo(line.item, item, known)).map(lineOf),
    questions: asked
      .filter((question) => belongsTo(question.item, item, known))
      .map((question) => questionOf(question, questions, closedAt)),
  })
  const isTaken = (id: string) => spans.has(id) || about(id).lines.length > 0 || about(id).questions.length > 0
  // What was said about an item that was never on stands where the agenda has it, after those that were.
  const inOrder = [...spans.keys(), ...items.map(({ id }) => id).filter((id) => !spans.has(id) && isTaken(id))]
  return {
    startedAt,
    closedAt,
    publishedAt,
    attendance,
    items: inOrder.flatMap((id): MinutesItem[] => {
      const item = items.find((one) => one.id === id)
      if (!item) return []
      const { title, titleWelsh, lead, documents } = item
      return [{ id, title, titleWelsh, lead, documents, spans: spans.get(id) ?? [], ...about(id) }]
    }),
    notTaken: items.filter(({ id }) => !isTaken(id)).map(({ id, title, titleWelsh }) => ({ id, title, titleWelsh })),
    ...about(null),
  }
}

/** Questions that residents may expect an answer to: public, and answered neither at the meeting nor since. */
export function unansweredQuestions(state: MeetingState): Question[] {
  return asPublished(state).questions.filter((question) => question.mergedInto === null && !isAnswered(question))
}

/** Every decision and action, each with the item that it was taken under. */
export function linesOfKind(
  minutes: Minutes,
  kind: MinutesLine['kind'],
): { line: MinutesLine; item: MinutesItem | null }[] {
  const all = [
    ...minutes.items.flatMap((item) => item.lines.map((line) => ({ line, item }))),
    ...minutes.lines.map((line) => ({ line, item: null })),
  ]
  return all.filter(({ line }) => line.kind === kind)
}

/** Whether something belongs to an item; what names an item that is gone belongs to none. */
function belongsTo(named: string | null, item: string | null, known: ReadonlySet<string>): boolean {
  return item === null ? named === null || !known.has(named) : named === item
}

function lineOf({ id, kind, text, owner, dueOn }: MinutesEntry): MinutesLine {
  return { id, kind, text, owner, dueOn }
}

function questionOf(question: Question, all: readonly Question[], closedAt: number | null): MinutesQuestion {
  const { id, text, name, backings } = question
  const answer = isAnswered(question) ? question.answer : null
  return {
    id,
    text,
    name,
    backings,
    alsoAsked: mergedInto(id, all).map((one) => one.text),
    outcome: outcomeOf(question, closedAt),
    answer: answer?.text || null,
    answeredAt: answer?.at ?? null,
  }
}

/** Questions that went up in another, by whatever way. */
function mergedInto(id: string, all: readonly Question[]): Question[] {
  return all.filter((one) => one.mergedInto === id).flatMap((one) => [one, ...mergedInto(one.id, all)])
}

/** An answer that was taken back, because the question was put off or taken up again, is none. */
function isAnswered(question: Question): question is Question & { answer: Answer } {
  return question.state === 'answered' && question.answer !== null
}

function outcomeOf(question: Question, closedAt: number | null): QuestionOutcome {
  if (!isAnswered(question)) return 'unanswered'
  const { answer } = question
  if (closedAt !== null && answer.at > closedAt) return 'later'
  return answer.text === '' ? 'aloud' : 'words'
}
