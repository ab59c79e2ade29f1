import type { Command } from '../../shared/live/commands.ts'
import { decide } from '../../shared/live/decide.ts'
import type { Actor, Given } from '../../shared/live/decision.ts'
import { reduce } from '../../shared/live/reduce.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Person } from '../accounts/rules.ts'
import type { DeviceActs } from './acts.ts'
import type { Alongside } from './alongside.ts'
import type { StoredChange } from './log.ts'

/** Who sends: a device is named by its hash in the meeting; of the team it may be known who, for the audit log. */
export type Sender =
  | { kind: 'service' }
  | { kind: 'chair'; isTeam: boolean; person?: Person | null }
  | { kind: 'device'; device: string; since: number | null }

/** A command that waits for its decision. */
export interface Sent {
  command: Command
  sender: Sender
  /** What is stored along with its change, instead of what usually is. */
  alongside?: Alongside | undefined
}

export type Outcome = { ok: true; sequence: number } | { ok: false; reason: Refusal }

/** A change that a command makes, and the meeting as it stands after it. */
export interface Stored {
  change: StoredChange
  /** Of several changes of a command the last carries its id, so that the same one again is answered with the last number. */
  commandId: string | null
  sent: Sent
  after: MeetingState
}

export interface Decided {
  outcomes: Outcome[]
  changes: Stored[]
  state: MeetingState
}

/**
 * Decides commands one after another, each on the state that those before it leave. Times in the log never go back, whichever process's
 * clock they come from.
 * @param stored numbers of the changes of commands that are stored already: those get their first answer again
 */
export function decideBatch(
  before: MeetingState,
  batch: readonly Sent[],
  acts: DeviceActs,
  stored: ReadonlyMap<string, number>,
  given: Pick<Given, 'now' | 'isCancelled' | 'online'>,
): Decided {
  let state = before
  const changes: Decided['changes'] = []
  const answered = new Map(stored)
  const outcomes = batch.map((sent): Outcome => {
    const { command, sender } = sent
    const first = answered.get(command.id)
    if (first !== undefined) return { ok: true, sequence: first }
    const at = Math.max(given.now, state.at)
    const actor: Actor = sender.kind === 'device' ? acts.of(sender.device, sender.since) : sender
    const decision = decide(state, command, actor, {
      ...given,
      now: at,
      devicesBehind: (questions) => acts.devicesBehind(questions),
    })
    if (!decision.ok) return decision
    for (const [index, body] of decision.changes.entries()) {
      const change: StoredChange = { ...body, sequence: state.sequence + 1, at }
      const isLast = index === decision.changes.length - 1
      state = reduce(state, change)
      changes.push({ change, commandId: isLast ? command.id : null, sent, after: state })
      acts.keep(change, sender.kind === 'device' ? sender.device : undefined)
      if (isLast) answered.set(command.id, change.sequence)
    }
    return { ok: true, sequence: state.sequence }
  })
  return { outcomes, changes, state }
}
