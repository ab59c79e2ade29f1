import type { AgendaDocument, EntryKind } from '../live/state.ts'

/** Minutes as data. Times are milliseconds of the server's clock, days are 'YYYY-MM-DD'. */
export interface Minutes {
  startedAt: number | null
  closedAt: number | null
  /** When they were published last; null while they are not. */
  publishedAt: number | null
  /** How many came; null where nobody counted. */
  attendance: { room: number | null; online: number | null }
  /** Items in the order in which they were really taken. */
  items: MinutesItem[]
  /** Items of the agenda that were never on. */
  notTaken: { id: string; title: string; titleWelsh: string }[]
  /** Lines and questions that belong to no item. */
  lines: MinutesLine[]
  questions: MinutesQuestion[]
}

/** An item as it was taken. */
export interface MinutesItem {
  id: string
  title: string
  /** '' where there is only the one title. */
  titleWelsh: string
  lead: string
  documents: AgendaDocument[]
  /** From when to when it was on: more than once when the meeting came back to it. */
  spans: Span[]
  lines: MinutesLine[]
  questions: MinutesQuestion[]
}

export interface Span {
  from: number
  /** null while it is on. */
  to: number | null
}

/** A note, a decision or an action. */
export interface MinutesLine {
  id: string
  kind: EntryKind
  text: string
  /** Owner and due day are an action's. */
  owner: string
  dueOn: string | null
}

/** What became of a question: answered aloud or in words at the meeting, answered after it, or not answered. */
export type QuestionOutcome = 'aloud' | 'words' | 'later' | 'unanswered'

export interface MinutesQuestion {
  id: string
  text: string
  name: string | null
  /** How many devices wanted it answered. */
  backings: number
  /** The words of questions that were put together with it. */
  alsoAsked: string[]
  outcome: QuestionOutcome
  /** Without words it was given aloud. */
  answer: string | null
  answeredAt: number | null
}
