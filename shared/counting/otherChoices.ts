import type { Tie } from './count.ts'
import type { TieFound } from './earlierStages.ts'
import type { OptionIndex, RankingBallot } from './election.ts'

/** At one step another option is chosen than the rule says, to see what would follow. */
export interface OtherChoice {
  step: number
  option: OptionIndex
}

/** A tie of which it is not yet said whether it decided anything. */
export interface OpenTie extends TieFound {
  about: Tie['about']
  step: number
  effect: Effect
}

/** What a count can tell of a tie as soon as it finds it. */
export type Effect =
  /** No other order can elect anybody else. */
  | 'none'
  | 'unknown'
  /**
   * Those tied for exclusion have no votes, so nothing moves while they go one by one. Either all of them go, or those who come
   * last in the order are elected, and then the order decides between them and nobody else.
   */
  | 'noVotes'
  /**
   * Whatever the order, the same are left with the same votes at the end of `stage`, and `step` is next. Only a later tie that
   * looks back before that stage can turn on it.
   */
  | { step: number; stage: number }

/** What one count of the ballots, from the first step to the last, tells of its ties. */
export interface Run {
  elected: readonly OptionIndex[]
  ties: readonly OpenTie[]
}

/** How often ballots may be counted again for ties: as often as fits in this many looks at a rank, and always so many times. */
const looks = 10_000_000
const atLeastTimes = 30

/**
 * Says of every tie whether it decided who is elected. It did where somebody who was tied for exclusion is elected. Where the
 * count could not rule it out otherwise, the ballots are counted again with each other choice in its place, every later choice
 * made by the rule, until one of these counts elects somebody else.
 *
 * One tie of hundreds of options can ask for tens of thousands of counts. So after a number of them, which turns on the size
 * of the election (`looksOnce`: how many ranks one count looks at) and not on the machine, a tie that nothing has ruled out is
 * said to decide.
 */
export function weighTies(run: Run, looksOnce: number, countAgain: (other: OtherChoice) => Run): Tie[] {
  let timesLeft = Math.max(atLeastTimes, Math.floor(looks / Math.max(looksOnce, 1)))
  const known = new Map<string, boolean>()
  const electsOthers = (other: OtherChoice) => {
    const key = `${other.step} ${other.option}`
    let differs = known.get(key)
    if (differs === undefined) {
      if (timesLeft-- <= 0) return true
      const instead = new Set(countAgain(other).elected)
      differs = run.elected.some((option) => !instead.has(option))
      known.set(key, differs)
    }
    return differs
  }
  const elected = new Set(run.elected)
  const decides = ({ effect, about, order, step }: OpenTie) => {
    if (effect === 'none') return false
    const others = order.slice(1)
    if (about === 'exclusion' && others.some((option) => elected.has(option))) return true
    return mayDecide(effect, run.ties) && others.some((option) => electsOthers({ step, option }))
  }
  return run.ties.map((open) => {
    const { effect, ...tie } = open
    return { ...tie, decisive: decides(open) }
  })
}

/** How many looks at a rank one count takes: every rank of every ballot, and every option in every step. */
export function looksOf(optionCount: number, ballots: readonly RankingBallot[]): number {
  return ballots.reduce((sum, ballot) => sum + ballot.options.length, optionCount * optionCount)
}

function mayDecide(effect: Effect, ties: readonly OpenTie[]): boolean {
  if (typeof effect === 'string') return effect === 'unknown'
  return ties.some(
    ({ step, about, brokenBy }) =>
      step >= effect.step && about !== 'place' && !(brokenBy.rule === 'earlierStage' && brokenBy.stage >= effect.stage),
  )
}

/** The option that is chosen at a step: the head of the rule's order, unless another choice is tried there. */
export function chosenAt(step: number, order: readonly OptionIndex[], other: OtherChoice | null): OptionIndex {
  return other?.step === step ? other.option : order[0]!
}

/**
 * The smallest group of those with the fewest votes, `tied` or more, that is sure to be excluded before anybody else: all its
 * votes together are fewer than those of the next one, so none of it can catch up whatever the order. Null if there is none
 * that leaves `stay` options.
 */
export function sureToGo(votes: readonly bigint[], tied: number, stay: number): { size: number; votes: bigint } | null {
  const ascending = [...votes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  let sum = 0n
  for (let size = 1; ascending.length - size >= Math.max(stay, 1); size++) {
    sum += ascending[size - 1]!
    if (size >= tied && sum < ascending[size]!) return { size, votes: sum }
  }
  return null
}
