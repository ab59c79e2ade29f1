import type { ItemKind, Panel } from './itemKinds.ts'

/** Times are milliseconds of the server's clock, days are 'YYYY-MM-DD', ids are UUIDs that whoever adds something makes. */

/** planned → running → closed → published; a close and a publication can be undone. */
export const phases = ['planned', 'running', 'closed', 'published'] as const
export type Phase = (typeof phases)[number]

/** What the chair chooses. */
export interface MeetingSettings {
  /** Whether a resident's question waits for the chair before anybody sees it. Before the start it always does. */
  questionsModerated: boolean
  /** How many questions that are not dealt with one device may have. */
  questionsPerDevice: number
  /** Whether minutes show as they are typed, or only once published. */
  minutesShown: 'live' | 'end'
  /** Only devices that came before this moment may ask; null for all. */
  knownBefore: number | null
}

/** What is planned of an item. */
export interface PlannedItem {
  id: string
  kind: ItemKind
  title: string
  /** '' where there is only the one title. */
  titleWelsh: string
  plannedMinutes: number
  /** Who leads it. */
  lead: string
  documents: AgendaDocument[]
  /** Live panels that it shows. */
  shows: Panel[]
}

export interface AgendaDocument {
  title: string
  url: string
}

/** An item with its clock: clock.ts says what the two times come to. */
export interface AgendaItem extends PlannedItem {
  /** Time spent on it before `runningSince`. */
  spentMs: number
  /** Since when its clock runs; null while it does not. */
  runningSince: number | null
  isDone: boolean
}

/** Somebody who wants to speak, or does. */
export interface Speaker {
  id: string
  name: string | null
  /** Added by the chair for somebody in the hall; otherwise a hand raised on a phone. */
  hall: boolean
  speakingSince: number | null
}

export const questionStates = ['waiting', 'open', 'answering', 'answered', 'later', 'hidden', 'merged'] as const
export type QuestionState = (typeof questionStates)[number]

export interface Question {
  id: string
  /** The number of the change by which it was asked: questions stand in this order. */
  number: number
  text: string
  name: string | null
  item: string | null
  state: QuestionState
  /** Whether everyone sees it: it did not have to wait or was approved, and is not hidden. */
  isPublic: boolean
  /** How many devices want it answered, the one that asked among them. */
  backings: number
  isPinned: boolean
  answer: Answer | null
  mergedInto: string | null
  /** Why it was hidden; only the chair's view has it. */
  hiddenBecause: string | null
}

/** An answer; without text it was given aloud. */
export interface Answer {
  text: string
  at: number
}

export const entryKinds = ['note', 'decision', 'action'] as const
export type EntryKind = (typeof entryKinds)[number]

/** A line of the minutes. Owner and due day are an action's. */
export interface MinutesEntry {
  id: string
  item: string | null
  kind: EntryKind
  text: string
  owner: string
  dueOn: string | null
  /** The number of the change that last wrote it: who changes it says which one they saw. */
  revision: number
}

/** Everything that there is to know of a meeting: what its changes come to. */
export interface MeetingState {
  /** The number of the last change in it; 0 before the first. */
  sequence: number
  /** When that was. */
  at: number
  phase: Phase
  startedAt: number | null
  closedAt: number | null
  /** When the minutes were last published; also while they are withdrawn. */
  publishedAt: number | null
  pausedSince: number | null
  settings: MeetingSettings
  items: AgendaItem[]
  currentItem: string | null
  queue: Speaker[]
  questions: Question[]
  minutes: MinutesEntry[]
  attendance: { room: number | null; online: number | null }
}

/** Questions wait for the chair: a hall's wall shows nothing that nobody has read. */
export const usualSettings: MeetingSettings = {
  questionsModerated: true,
  questionsPerDevice: 3,
  minutesShown: 'live',
  knownBefore: null,
}

/** A meeting before its first change. */
export const emptyMeeting: MeetingState = {
  sequence: 0,
  at: 0,
  phase: 'planned',
  startedAt: null,
  closedAt: null,
  publishedAt: null,
  pausedSince: null,
  settings: usualSettings,
  items: [],
  currentItem: null,
  queue: [],
  questions: [],
  minutes: [],
  attendance: { room: null, online: null },
}
