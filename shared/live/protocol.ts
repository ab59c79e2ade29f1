import type { Language } from '../i18n/texts.ts'
import type { OwnQuestion } from './audience.ts'
import type { MeetingChange } from './changes.ts'
import type { CommandInput } from './commands.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

/** Counts up when a message gets another meaning; new kinds of changes and new fields do not count. docs/live.md describes it. */
export const protocolVersion = 1
/** The namespace of Socket.IO. */
export const liveNamespace = '/live'

/** As what a client follows. A screen is a phone that is not counted as present; a chair sees everything and must be one. */
export const followers = ['phone', 'screen', 'chair'] as const
export type Follower = (typeof followers)[number]

export interface Follow {
  meeting: number
  /** The last change that the client has; null for none. */
  after: number | null
  as: Follower
  /** The language in which refusals are said; English where it is left out. */
  language?: Language
}

export interface Since {
  meeting: number
  after: number
}

/** Every answer and message carries the server's clock. */
interface Clocked {
  now: number
}

export interface Refused extends Clocked {
  ok: false
  reason: Refusal
  /** The reason as a person reads it. */
  message: string
  /** For `not-valid`: which part of the message. */
  field?: string
  /** For `too-fast`: send the same again after so long. */
  retryAfterMs?: number
}

/** What this device has done in the meeting; only that device is told. */
export interface OwnActs {
  questions: OwnQuestion[]
  backed: string[]
  /** Its hand, while it is up. */
  hand: string | null
}

/** What a client needs to come to the present state. */
export interface CaughtUp extends Clocked {
  ok: true
  version: typeof protocolVersion
  meeting: number
  /** The last change that there is. */
  sequence: number
  /** The whole state, when the client had none or is too far behind; then `changes` is empty. */
  snapshot: MeetingState | null
  changes: MeetingChange[]
}

export interface Following extends CaughtUp {
  own: OwnActs
  /** How many devices are online. */
  online: number
}

/** The command is stored. */
export interface Done extends Clocked {
  ok: true
  /** The number of its change; of the state that it found when there was nothing to change. */
  sequence: number
}

export type Answer<Success> = Success | Refused

export interface ClientToServer {
  'meeting:follow': (input: Follow, reply: (answer: Answer<Following>) => void) => void
  'meeting:since': (input: Since, reply: (answer: Answer<CaughtUp>) => void) => void
  'meeting:command': (command: CommandInput, reply: (answer: Answer<Done>) => void) => void
}

/** Changes with numbers that follow one another. */
export interface Changed extends Clocked {
  meeting: number
  changes: MeetingChange[]
}

export interface Present extends Clocked {
  meeting: number
  online: number
}

/** What became of questions of this device's own that not everyone sees: told to no other device. */
export interface Own extends Clocked {
  meeting: number
  questions: OwnQuestion[]
}

export interface ServerToClient {
  'meeting:changed': (message: Changed) => void
  'meeting:own': (message: Own) => void
  'meeting:present': (message: Present) => void
}
