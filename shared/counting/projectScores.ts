import { type Amount, decimalAmount, fractionAmount, leastCommonMultiple } from './amount.ts'
import type { TotalsStep } from './count.ts'
import { eachRank } from './eachRank.ts'
import type { Ballots, BallotsOf, MarkedBallot, OptionIndex } from './election.ts'
import { approvalTotals, markTotals, Sums } from './sums.ts'

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
    case 'approval':
      return inDecimals('approvals', approvalTotals(optionCount, ballots.ballots), 0)
    case 'points':
      return inDecimals('points', markTotals(optionCount, ballots.ballots, 0), ballots.decimals)
    case 'score':
      return inDecimals('marks', markTotals(optionCount, ballots.ballots, ballots.unmarked), ballots.decimals)
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

/**
 * Borda as Pabulib scores ordinal ballots: where L options may be ranked, the option at place p of a ballot gets L − p + 1,
 * one that is not ranked nothing, nobody less than nothing. Options that share a rank share the points of their places alike.
 */
function bordaScores(optionCount: number, { longest, ballots }: BallotsOf<'ranking'>): ProjectScores {
  const most = longest ?? optionCount
  // The points of a shared rank are a fraction whose bottom is the number of those who share it.
  const bySharers = new Map<number, Sums>()
  for (const { weight, options, ranks } of ballots) {
    eachRank(ranks, (from, to) => {
      let points = 0
      for (let place = from + 1; place <= to; place++) points += Math.max(0, most - place + 1)
      const sums = bySharers.get(to - from) ?? new Sums(optionCount)
      bySharers.set(to - from, sums)
      for (let at = from; at < to; at++) sums.add(options[at]!, weight, points)
    })
  }
  let denominator = 1n
  for (const sharers of bySharers.keys()) denominator = leastCommonMultiple(denominator, BigInt(sharers))
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
