import { decimalAmount } from './amount.ts'
import type { Count, CountRules } from './count.ts'
import { eachRank } from './eachRank.ts'
import type { BallotsOf } from './election.ts'
import { placeByTotals } from './placing.ts'

/**
 * Borda (1781): of n options the first of a ballot gets n − 1 points, the second n − 2, the last none. Tied options share the
 * points of their places equally, and options that a ballot does not rank are tied in the last places (Black 1976; Young 1974):
 * so an option gets one point for each option below it and half a point for each beside it. Gaps mean nothing. Ties: lot.
 */
export function countBorda(optionCount: number, ballots: BallotsOf<'ranking'>, rules: CountRules): Count {
  // In half points, so that shared places stay whole.
  const totals = new Array<bigint>(optionCount).fill(0n)
  let unrankedPoints = 0n
  for (const { weight, options, ranks } of ballots.ballots) {
    const cast = BigInt(weight)
    // What every option would get were it unranked; those ranked get the difference.
    const unranked = optionCount - options.length
    const last = BigInt(Math.max(unranked - 1, 0))
    unrankedPoints += cast * last
    eachRank(ranks, (from, to) => {
      const halves = BigInt(2 * (optionCount - to) + (to - from - 1))
      for (let at = from; at < to; at++) totals[options[at]!]! += cast * (halves - last)
    })
  }
  const whole = totals.map((total) => total + unrankedPoints)
  return {
    method: 'borda',
    seats: rules.seats,
    completion: null,
    ...placeByTotals(whole, rules.seats, rules.lot, 0),
    steps: [{ kind: 'totals', of: 'bordaPoints', totals: whole.map((halves) => decimalAmount(halves * 5n, 1)) }],
  }
}
