import { decimalAmount } from './amount.ts'
import type { Count, CountRules } from './count.ts'
import type { BallotsOf } from './election.ts'
import { placeByTotals } from './placing.ts'
import { markTotals } from './sums.ts'

/**
 * Points, also called cumulative voting: every ballot shares its points out, and the options with the most points are elected
 * (Pabulib's format calls such ballots "cumulative"). Ties: lot.
 */
export function countPoints(optionCount: number, ballots: BallotsOf<'points'>, rules: CountRules): Count {
  const totals = markTotals(optionCount, ballots.ballots, 0)
  return {
    method: 'points',
    seats: rules.seats,
    completion: null,
    ...placeByTotals(totals, rules.seats, rules.lot, 0),
    steps: [{ kind: 'totals', of: 'points', totals: totals.map((total) => decimalAmount(total, ballots.decimals)) }],
  }
}
