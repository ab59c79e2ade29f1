import type { OptionIndex } from '../election.ts'
import type { Fraction } from './fraction.ts'
import { type Field, type Run, runEqualShares } from './run.ts'
import { alikeBeyond } from './skipping.ts'

/** Money in the smallest unit. */
export interface Purpose {
  budget: bigint
  costs: readonly bigint[]
  /** By option: whether it may be funded at all. */
  may: readonly boolean[]
  /** What is bought before any run: supported projects that cost nothing. */
  free: readonly OptionIndex[]
  /** One whole unit of currency, by which the share of every voter is raised. */
  unit: bigint
}

/** One run with its share. */
export interface Attempt {
  share: Fraction
  run: Run
  cost: bigint
  overspends: boolean
}

export interface Completed {
  kept: Attempt
  /** Raises to be told: all, or where there are many the first, those that changed what is bought, and the last. */
  raises: readonly Attempt[]
  /**
   * Every run that was made, the first shares first. Where raises that are alike were passed over, the last of them stands for
   * them.
   */
  course: readonly Attempt[]
  why: 'nothingMoreFits' | 'overspends' | 'allSupportedFunded'
}

/** So many raises are told one by one. */
export const mostRaisesTold = 60

/** After so many raises that tell nothing new, those that must be alike are passed over, where exact runs are short. */
const raisesOneByOne = 200
const shortRun = 5000

/**
 * Add1 (Pabulib's `equalshares/add1`; equalshares.net/implementation/completion and /computation): the first run shares the
 * budget exactly; then every voter's share is raised to the next whole unit of currency, and by one unit each time, and
 * everything is bought anew. It stops when no project that is not bought would fit in what is left of the real budget,
 * when the raised shares would overspend (the run before is kept), or when every supported project is bought, since raising
 * changes nothing then.
 */
export function raiseShares(field: Field, purpose: Purpose, first: Attempt): Completed {
  const voters = BigInt(field.electorate.voters)
  let kept = first
  let units = purpose.budget / (voters * purpose.unit)
  const told: Attempt[] = []
  const changing: Attempt[] = []
  let last: Attempt | null = null
  let untilSkip = support(field) <= shortRun ? raisesOneByOne : Number.POSITIVE_INFINITY
  let pause = 1
  const course: Attempt[] = [first]
  const finish = (why: Completed['why']): Completed => {
    if (!last) return { kept, raises: [], course, why }
    if (last === told.at(-1)) return { kept, raises: told, course, why }
    return { kept, raises: changing.at(-1) === last ? changing : [...changing, last], course, why }
  }
  while (true) {
    const end = endsWith(field, purpose, kept)
    if (end) return finish(end)
    if (untilSkip-- === 0) {
      const { more, run } = alikeBeyond(field, purpose.unit, units)
      units += more
      if (run) {
        kept = { ...kept, run, share: { top: units * purpose.unit, bottom: 1n }, overspends: false }
        course.push(kept)
      }
      pause = run ? 1 : Math.min(2 * pause, raisesOneByOne)
      untilSkip = pause
    }
    units += 1n
    const attempt = attemptShare(field, purpose, { top: units * purpose.unit, bottom: 1n })
    last = attempt
    course.push(last)
    if (told.length < mostRaisesTold) told.push(last)
    if (changing.length === 0 || !sameSet(attempt.run.bought, kept.run.bought)) changing.push(last)
    if (last.overspends) return finish('overspends')
    kept = last
  }
}

export function attemptShare(field: Field, purpose: Purpose, share: Fraction): Attempt {
  const run = runEqualShares(field, share)
  const cost = costOf(purpose, run.bought)
  return { share, run, cost, overspends: cost > purpose.budget }
}

export function costOf({ costs }: Purpose, bought: readonly OptionIndex[]): bigint {
  return bought.reduce((sum, option) => sum + costs[option]!, 0n)
}

/** Why shares are not raised beyond these, which do not overspend; null if they are. */
export function endsWith(
  field: Field,
  purpose: Purpose,
  attempt: Pick<Attempt, 'run' | 'cost'>,
): 'allSupportedFunded' | 'nothingMoreFits' | null {
  if (allSupportedBought(field, attempt.run)) return 'allSupportedFunded'
  return nothingMoreFits(purpose, attempt) ? 'nothingMoreFits' : null
}

/** How many groups support a project, over all projects: a run takes about as long as this is large. */
function support({ projects }: Field): number {
  return projects.reduce((sum, project) => sum + (project?.groups.length ?? 0), 0)
}

export function allSupportedBought({ projects }: Field, { bought }: Run): boolean {
  return bought.length === projects.filter((project) => project !== null).length
}

function nothingMoreFits({ budget, costs, may, free }: Purpose, { run, cost }: Pick<Attempt, 'run' | 'cost'>): boolean {
  const bought = new Set([...free, ...run.bought])
  return costs.every((more, option) => bought.has(option) || !may[option] || cost + more > budget)
}

export function sameSet(a: readonly OptionIndex[], b: readonly OptionIndex[]): boolean {
  if (a.length !== b.length) return false
  const inA = new Set(a)
  return b.every((option) => inA.has(option))
}
