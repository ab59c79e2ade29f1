import type { MeetingSettings, MinutesEntry, PlannedItem, Question, Speaker } from './state.ts'

/** An empty detail. */
export type Nothing = Record<never, never>

/**
 * Minutes as they are seen from this change on. It is in no stored change: audience.ts adds it where a change uncovers or covers them.
 */
interface UncoveredMinutes {
  minutes?: MinutesEntry[] | undefined
}

/** Every kind of change with what it carries. A stored kind is never renamed nor given another meaning: logs are kept. */
export interface ChangeDetails {
  'meeting:planned': { settings: MeetingSettings; items: PlannedItem[] }
  'meeting:started': { item: string | null }
  /** isDone: whether the item that was on is done with. */
  'meeting:moved': { from: string | null; to: string; isDone: boolean }
  'meeting:paused': Nothing
  'meeting:resumed': Nothing
  'meeting:closed': { online: number | null }
  'meeting:reopened': Nothing
  'settings:changed': { settings: MeetingSettings } & UncoveredMinutes
  'agenda:added': { item: PlannedItem; before: string | null }
  'agenda:changed': { item: PlannedItem }
  'agenda:moved': { item: string; before: string | null }
  'agenda:dropped': { item: string }
  'queue:added': { hand: string; name: string | null; hall: Speaker['hall'] }
  'queue:called': { hand: string }
  'queue:left': { hand: string; how: 'spoke' | 'lowered' | 'removed' }
  'queue:moved': { hand: string; before: string | null }
  'question:asked': {
    question: string
    text: string
    name: string | null
    item: string | null
    isPublic: boolean
    backings: number
  }
  'question:approved': { question: string }
  'question:hidden': { question: string; reason: string }
  /** Several that not everyone saw. */
  'questions:hidden': { questions: string[]; reason: string }
  'question:merged': { question: string; into: string; backings: number }
  'question:backed': { question: string; backings: number }
  'question:pinned': { question: string; isPinned: boolean }
  'question:answering': { question: string }
  'question:answered': { question: string; text: string }
  'question:put-off': { question: string }
  'minutes:added': { entry: Omit<MinutesEntry, 'revision'> }
  'minutes:changed': { entry: Omit<MinutesEntry, 'revision'> }
  'minutes:removed': { entry: string }
  'minutes:published': UncoveredMinutes
  'minutes:withdrawn': UncoveredMinutes
  'attendance:counted': { room: number | null }
  /** What everyone is told in place of a change that is not for them, so that numbers have no gaps; never stored. */
  nothing: Nothing
  /** What everyone is told when a question comes into sight, or out of it; never stored. */
  'question:shown': { question: Question }
  'question:withdrawn': { question: string }
}

export type ChangeKind = keyof ChangeDetails
/** Kinds that are told but never stored. */
export type ToldKind = 'nothing' | 'question:shown' | 'question:withdrawn'
export type StoredKind = Exclude<ChangeKind, ToldKind>

/** What changes, before it has its number and time. */
export type ChangeBody<Kind extends ChangeKind = StoredKind> = {
  [K in Kind]: { kind: K; detail: ChangeDetails[K] }
}[Kind]

/** A change as it is told: the numbers of a meeting's changes are 1, 2, 3 … */
export type MeetingChange<Kind extends ChangeKind = ChangeKind> = ChangeBody<Kind> & { sequence: number; at: number }
