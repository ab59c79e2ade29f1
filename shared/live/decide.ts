import { refusedFor } from './commandRules.ts'
import type { Command, CommandKind } from './commands.ts'
import { agendaDeciders } from './decide/agenda.ts'
import { minutesDeciders } from './decide/minutes.ts'
import { chairQuestionDeciders, deviceQuestionDeciders } from './decide/questions.ts'
import { handDeciders, queueDeciders } from './decide/queue.ts'
import { runningDeciders } from './decide/running.ts'
import { type Actor, type Deciders, type Decision, type Given, refuse } from './decision.ts'
import type { MeetingState } from './state.ts'

const deciders = {
  ...agendaDeciders,
  ...runningDeciders,
  ...queueDeciders,
  ...handDeciders,
  ...chairQuestionDeciders,
  ...deviceQuestionDeciders,
  ...minutesDeciders,
} satisfies Deciders<CommandKind, never>

const ofDevices: readonly CommandKind[] = [
  'question:ask',
  'question:back',
  'question:unback',
  'hand:raise',
  'hand:lower',
]

/** What becomes of a command: the one change it makes, none, or why not. Pure: the same for the same state, actor and given. */
export function decide(
  state: MeetingState,
  { kind, detail }: Pick<Command, 'kind' | 'detail'>,
  actor: Actor,
  given: Given,
): Decision {
  const refused = refusedFor(kind, actor, state.phase)
  if (refused) return refuse(refused)
  if (given.isCancelled && (kind === 'meeting:start' || ofDevices.includes(kind))) return refuse('cancelled')
  const decider = deciders[kind] as Deciders<CommandKind>[CommandKind]
  return decider(state, detail as never, actor, given)
}
