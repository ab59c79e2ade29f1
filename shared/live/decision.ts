import type { ChangeBody } from './changes.ts'
import type { CommandDetails, CommandKind } from './commands.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingState } from './state.ts'

/**
 * Who sends a command. Of a device the meeting knows what it has done here, and nothing else; the chair is the team or whoever it
 * invited. The service itself acts as the team.
 */
export type Actor =
  | { kind: 'chair'; isTeam: boolean }
  | {
      kind: 'device'
      asked: readonly string[]
      backed: readonly string[]
      hands: readonly string[]
      /** When it first came to this service, as far as it can show; null where it cannot. */
      since: number | null
    }
  | { kind: 'service' }
export type Device = Extract<Actor, { kind: 'device' }>

/** What a decision needs beside the state. */
export interface Given {
  /** The server's clock. */
  now: number
  isCancelled: boolean
  /** The most devices seen online at once; null when nobody counted. */
  online: number | null
  /** How many different devices want at least one of these questions answered. */
  devicesBehind(questions: readonly string[]): number
}

/**
 * What a command changes: one thing, or nothing when what it wants is so already, or it is refused. Only a command about many questions
 * may make several changes, which are stored together.
 */
export type Decision = { ok: true; changes: readonly ChangeBody[] } | { ok: false; reason: Refusal }

export function done(...changes: readonly ChangeBody[]): Decision {
  return { ok: true, changes }
}

/** What is wanted is so already. */
export const nothingToDo: Decision = { ok: true, changes: [] }

export function refuse(reason: Refusal): Decision {
  return { ok: false, reason }
}

/** For each kind of command what is decided, once whoever sends it may do so and the meeting is in a phase for it. */
export type Deciders<Kind extends CommandKind, Who extends Actor = Actor> = {
  [K in Kind]: (state: MeetingState, detail: CommandDetails[K], actor: Who, given: Given) => Decision
}
