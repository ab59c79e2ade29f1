import type { Count, CountStep, Tie } from './count.ts'
import type { Counted } from './countElection.ts'
import { type Completion, type Election, numberOfBallots, type Option } from './election.ts'
import type { Method } from './methods.ts'

/**
 * A result for machines, as `npm run recount -- --json` prints it. Lists "by option" in the steps stand in the order of
 * `options`; everything else names options by their id.
 */
export interface ResultJson {
  title: string | null
  method: Method
  seats: number | null
  completion: Completion | null
  /** Those that stand. */
  options: readonly string[]
  withdrawn: readonly string[]
  /** How many were read. */
  ballots: number
  seed: string
  /** Best first. */
  elected: readonly string[]
  ties: readonly Record<string, unknown>[]
  steps: readonly Record<string, unknown>[]
  /** Codes of what has to be known beside the result. */
  notes: readonly string[]
  /** What the file itself says was elected, where it says so, and whether this count elects the same. */
  claimed: { elected: readonly string[]; same: boolean } | null
}

export function resultJson(election: Election, counted: Extract<Counted, { ok: true }>): ResultJson {
  const { count, standing, seed, notes } = counted
  return {
    title: election.title,
    method: count.method,
    seats: count.seats,
    completion: count.completion,
    options: standing.map(({ id }) => id),
    withdrawn: election.options.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
    ballots: numberOfBallots(election.ballots),
    seed,
    elected: count.elected.map((option) => standing[option]!.id),
    ties: count.ties.map((tie) => tieJson(tie, standing)),
    steps: count.steps.map((step) => stepJson(step, standing)),
    notes: notes.map(({ code }) => code),
    claimed: election.claimed && {
      elected: election.claimed,
      same: sameOptions(count, standing, election.claimed),
    },
  }
}

/** Whether a count elects just those that somebody says were elected, in whatever order. */
export function sameOptions(count: Count, standing: readonly Option[], claimed: readonly string[]): boolean {
  const elected = new Set(count.elected.map((option) => standing[option]!.id))
  return elected.size === claimed.length && claimed.every((id) => elected.has(id))
}

function tieJson({ brokenBy, ...tie }: Tie, standing: readonly Option[]): Record<string, unknown> {
  return { ...named(tie, standing), brokenBy: brokenBy.rule, ...('stage' in brokenBy && { stage: brokenBy.stage }) }
}

function stepJson(step: CountStep, standing: readonly Option[]): Record<string, unknown> {
  if (step.kind === 'stage') return { ...named(step, standing), action: named(step.action, standing) }
  return named(step, standing)
}

/** Fields that hold an option or a list of them (`via`: a list for every option). */
const optionFields = ['option', 'options', 'order', 'unbeaten', 'elected', 'excluded', 'majority', 'via']

function named(record: object, standing: readonly Option[]): Record<string, unknown> {
  const name = (value: unknown): unknown =>
    typeof value === 'number' ? standing[value]!.id : Array.isArray(value) ? value.map(name) : value
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [field, optionFields.includes(field) ? name(value) : value]),
  )
}
