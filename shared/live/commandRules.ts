import type { CommandKind } from './commands.ts'
import type { Actor } from './decision.ts'
import type { Refusal } from './refusals.ts'
import type { Phase } from './state.ts'

interface CommandRule {
  /** device: any phone; chair: the team or a resident chair; team: the team only. */
  by: 'device' | 'chair' | 'team'
  in: readonly Phase[]
  /** Phases in which only the team may. */
  teamIn?: readonly Phase[]
}

const beforeClose = ['planned', 'running'] as const
const now = ['running'] as const
const beforePublished = ['planned', 'running', 'closed'] as const
const any = ['planned', 'running', 'closed', 'published'] as const
const after = ['closed', 'published'] as const

/** Who may send each kind of command, and when. Every kind has one kind of sender. */
export const commandRules: Record<CommandKind, CommandRule> = {
  'question:ask': { by: 'device', in: beforeClose },
  'question:back': { by: 'device', in: beforeClose },
  'question:unback': { by: 'device', in: beforeClose },
  'hand:raise': { by: 'device', in: now },
  'hand:lower': { by: 'device', in: now },
  'meeting:start': { by: 'chair', in: ['planned'] },
  'meeting:next': { by: 'chair', in: now },
  'meeting:back': { by: 'chair', in: now },
  'meeting:goto': { by: 'chair', in: now },
  'meeting:pause': { by: 'chair', in: now },
  'meeting:resume': { by: 'chair', in: now },
  'meeting:close': { by: 'chair', in: now },
  'meeting:reopen': { by: 'chair', in: ['closed'] },
  'settings:change': { by: 'chair', in: beforePublished },
  'agenda:add': { by: 'chair', in: beforeClose },
  'agenda:change': { by: 'chair', in: beforeClose },
  'agenda:move': { by: 'chair', in: beforeClose },
  'agenda:drop': { by: 'chair', in: beforeClose },
  'queue:add': { by: 'chair', in: now },
  'queue:call': { by: 'chair', in: now },
  'queue:done': { by: 'chair', in: now },
  'queue:remove': { by: 'chair', in: now },
  'queue:move': { by: 'chair', in: now },
  'question:add': { by: 'chair', in: beforeClose },
  'question:approve': { by: 'chair', in: any, teamIn: after },
  // What must not stand there can be taken away at any time.
  'question:hide': { by: 'chair', in: any, teamIn: ['published'] },
  'questions:approve': { by: 'chair', in: beforeClose },
  'questions:hide': { by: 'chair', in: beforePublished },
  'question:merge': { by: 'chair', in: beforeClose },
  'question:pin': { by: 'chair', in: beforeClose },
  'question:unpin': { by: 'chair', in: beforeClose },
  'question:answering': { by: 'chair', in: now },
  'question:answer': { by: 'chair', in: any, teamIn: after },
  'question:later': { by: 'chair', in: beforeClose },
  'minutes:add': { by: 'chair', in: beforePublished },
  'minutes:change': { by: 'chair', in: beforePublished },
  'minutes:remove': { by: 'chair', in: beforePublished },
  'attendance:room': { by: 'chair', in: beforePublished },
  'minutes:publish': { by: 'team', in: ['closed'] },
  'minutes:withdraw': { by: 'team', in: ['published'] },
}

/** Why a command may not be sent by somebody or in a phase; undefined when it may. */
export function refusedFor(kind: CommandKind, actor: Actor, phase: Phase): Refusal | undefined {
  const { by, in: phases, teamIn = [] } = commandRules[kind]
  if ((by === 'device') !== (actor.kind === 'device')) return 'not-allowed'
  if (by === 'team' && !isTeam(actor)) return 'not-allowed'
  if (!phases.includes(phase)) return outOf[phase]
  if (teamIn.includes(phase) && !isTeam(actor)) return outOf[phase]
  return undefined
}

const outOf: Record<Phase, Refusal> = {
  planned: 'not-running',
  running: 'begun',
  closed: 'closed',
  published: 'published',
}

function isTeam(actor: Actor): boolean {
  return actor.kind === 'service' || (actor.kind === 'chair' && actor.isTeam)
}
