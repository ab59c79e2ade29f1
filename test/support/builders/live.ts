import type { MeetingChange, StoredKind } from '../../../shared/live/changes.ts'
import type { Command, CommandKind } from '../../../shared/live/commands.ts'
import { decide } from '../../../shared/live/decide.ts'
import type { Actor, Decision, Device, Given } from '../../../shared/live/decision.ts'
import { reduce } from '../../../shared/live/reduce.ts'
import { emptyMeeting, type MeetingState, type PlannedItem, usualSettings } from '../../../shared/live/state.ts'

/** A UUID that is always the same for a number. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** An agenda item; its number gives its id. */
export function anItem(number: number, given: Partial<PlannedItem> = {}): PlannedItem {
  return {
    id: idOf(number),
    kind: 'report',
    title: `Item ${number}`,
    titleWelsh: '',
    plannedMinutes: 10,
    lead: '',
    documents: [],
    shows: [],
    ...given,
  }
}

export const aChair: Actor = { kind: 'chair', isTeam: true }
export const aResidentChair: Actor = { kind: 'chair', isTeam: false }
export const aDevice = (given: Partial<Device> = {}): Device => ({
  kind: 'device',
  asked: [],
  backed: [],
  hands: [],
  since: null,
  ...given,
})

export const noon = Date.UTC(2026, 8, 22, 12)

/** What a decision needs beside the state, at so many seconds after noon. */
export function given(seconds = 0, more: Partial<Given> = {}): Given {
  return { now: noon + seconds * 1000, isCancelled: false, online: null, devicesBehind: () => 0, ...more }
}

/** Puts a change behind a state. */
export function after(state: MeetingState, change: Omit<MeetingChange<StoredKind>, 'sequence' | 'at'>, at = noon) {
  return reduce(state, { ...change, sequence: state.sequence + 1, at } as MeetingChange)
}

/** A planned meeting with three items. */
export function aMeetingState(items = [anItem(1), anItem(2), anItem(3)]): MeetingState {
  return after(emptyMeeting, { kind: 'meeting:planned', detail: { settings: usualSettings, items } })
}

type Sent<Kind extends CommandKind> = Pick<Command<Kind>, 'kind' | 'detail'>

/** Sends commands one after another, a second apart; every one must be accepted. */
export class Meeting {
  state: MeetingState
  private seconds = 0
  constructor(state = aMeetingState()) {
    this.state = state
  }

  send<Kind extends CommandKind>(command: Sent<Kind>, actor: Actor = aChair, more: Partial<Given> = {}): Decision {
    this.seconds += 1
    const now = given(this.seconds, more)
    const decision = decide(this.state, command as unknown as Command, actor, now)
    for (const change of decision.ok ? decision.changes : []) this.state = after(this.state, change, now.now)
    return decision
  }

  /** Lets time pass. */
  wait(seconds: number): this {
    this.seconds += seconds
    return this
  }

  get now(): number {
    return noon + this.seconds * 1000
  }
}
