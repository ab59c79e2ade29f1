import { type Amount, decimalAmount, fractionAmount, greatestCommonDivisor } from './amount.ts'
import type { TotalsStep } from './count.ts'
import type { Ballots, BallotsOf, MarkedBallot, OptionIndex } from './election.ts'

/** The scores of projects, exact: the score of an option is `values[option] / denominator`. */
export interface ProjectScores {
  of: TotalsStep['of']
  values: readonly bigint[]
  denominator: bigint
  /** By option, for a step. */
  amounts: readonly Amount[]
}

/**
 * Scores projects as Pabulib's file format means it (pabulib.org, "The .pb file format", fields `score`, `scoring_fn` and
 * `default_score`): an approval is one, marks and points are added up, and a ranking gives Borda points that count down from
 * the longest ranking allowed.
 */
export function scoresOfProjects(optionCount: number, ballots: Ballots): ProjectScores {
  switch (ballots.form) {
    case 'approval': {
      const sums = new Sums(optionCount)
      for (const { weight, options } of ballots.ballots) for (const option of options) sums.add(option, weight, 1)
      return inDecimals('approvals', sums.totals(), 0)
    }
    case 'points':
      return inDecimals('points', marksAdded(optionCount, ballots.ballots, 0), ballots.decimals)
    case 'score':
      return inDecimals('marks', marksAdded(optionCount, ballots.ballots, ballots.unmarked), ballots.decimals)
    case 'ranking':
      return bordaScores(optionCount, ballots)
  }
}

/** Whether a score reaches the least one that the budget asks for, a whole number in units of score. */
export function reachesThreshold(scores: ProjectScores, option: OptionIndex, threshold: number | null): boolean {
  return threshold === null || scores.values[option]! >= BigInt(threshold) * scores.denominator
}

/**
 * Calls `each` for every ballot with the options that it supports: those it chooses, those it ranks at all, those it gives a
 * mark above nought. How high a mark or a rank is makes no difference. An option that a ballot of marks leaves out has the
 * mark `unmarked`, and is supported where that is above nought.
 */
export function eachSupport(
  optionCount: number,
  ballots: Ballots,
  each: (weight: number, options: readonly OptionIndex[]) => void,
): void {
  switch (ballots.form) {
    case 'approval':
    case 'ranking':
      for (const { weight, options } of ballots.ballots) each(weight, options)
      return
    case 'points':
      for (const ballot of ballots.ballots) each(ballot.weight, markedAboveNought(ballot))
      return
    case 'score':
      for (const ballot of ballots.ballots) {
        if (ballots.unmarked <= 0) each(ballot.weight, markedAboveNought(ballot))
        else {
          const against = new Set(ballot.options.filter((_, at) => ballot.marks[at]! <= 0))
          const every = Array.from({ length: optionCount }, (_, option) => option)
          each(
            ballot.weight,
            every.filter((option) => !against.has(option)),
          )
        }
      }
  }
}

function markedAboveNought({ options, marks }: MarkedBallot): OptionIndex[] {
  return options.filter((_, at) => marks[at]! > 0)
}

function marksAdded(optionCount: number, ballots: readonly MarkedBallot[], unmarked: number): bigint[] {
  const sums = new Sums(optionCount)
  let cast = 0n
  const marked = new Array<number>(optionCount).fill(0)
  for (const { weight, options, marks } of ballots) {
    cast += BigInt(weight)
    options.forEach((option, at) => {
      sums.add(option, weight, marks[at]!)
      marked[option]! += weight
    })
  }
  return sums.totals().map((sum, option) => sum + BigInt(unmarked) * (cast - BigInt(marked[option]!)))
}

/**
 * Borda as Pabulib scores ordinal ballots: where L options may be ranked, the option at place p of a ballot gets L − p + 1,
 * one that is not ranked nothing, nobody less than nothing. Options that share a rank share the points of their places alike.
 */
function bordaScores(optionCount: number, { longest, ballots }: BallotsOf<'ranking'>): ProjectScores {
  const most = longest ?? optionCount
  // The points of a shared rank are a fraction whose bottom is the number of those who share it.
  const bySharers = new Map<number, Sums>()
  for (const { weight, options, ranks } of ballots) {
    for (let from = 0; from < options.length; ) {
      let to = from + 1
      while (to < options.length && ranks[to] === ranks[from]) to++
      let points = 0
      for (let place = from + 1; place <= to; place++) points += Math.max(0, most - place + 1)
      const sums = bySharers.get(to - from) ?? new Sums(optionCount)
      bySharers.set(to - from, sums)
      for (let at = from; at < to; at++) sums.add(options[at]!, weight, points)
      from = to
    }
  }
  let denominator = 1n
  for (const sharers of bySharers.keys()) {
    denominator *= BigInt(sharers) / greatestCommonDivisor(denominator, BigInt(sharers))
  }
  const values = new Array<bigint>(optionCount).fill(0n)
  for (const [sharers, sums] of bySharers) {
    sums.totals().forEach((total, option) => {
      values[option]! += total * (denominator / BigInt(sharers))
    })
  }
  return {
    of: 'bordaPoints',
    values,
    denominator,
    amounts: values.map((value) => fractionAmount(value, denominator)),
  }
}

function inDecimals(of: TotalsStep['of'], values: readonly bigint[], decimals: number): ProjectScores {
  return {
    of,
    values,
    denominator: 10n ** BigInt(decimals),
    amounts: values.map((value) => decimalAmount(value, decimals)),
  }
}

/** Exact sums by option: plain numbers as long as they are safe, then carried over into whole numbers of any length. */
class Sums {
  private readonly near: Float64Array
  private readonly carried: bigint[]

  constructor(optionCount: number) {
    this.near = new Float64Array(optionCount)
    this.carried = new Array<bigint>(optionCount).fill(0n)
  }

  add(option: OptionIndex, weight: number, mark: number): void {
    const sum = this.near[option]! + weight * mark
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(weight * mark)) this.near[option] = sum
    else this.carried[option]! += BigInt(weight) * BigInt(mark)
  }

  totals(): bigint[] {
    return this.carried.map((carried, option) => carried + BigInt(this.near[option]!))
  }
}
