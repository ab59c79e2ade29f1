import { decimalAmount } from './amount.ts'
import type { Count, CountRules } from './count.ts'
import type { BallotsOf } from './election.ts'
import { placeByTotals } from './placing.ts'
import { markTotals } from './sums.ts'

/**
 * Score, also called range voting: the marks of every option are added up, and the options with the highest sums are elected
 * (Smith, "Range Voting", 2000). An option that a ballot leaves out gets the ballots' `unmarked` mark from it. Ties: lot.
 */
export function countScore(optionCount: number, ballots: BallotsOf<'score'>, rules: CountRules): Count {
  const totals = markTotals(optionCount, ballots.ballots, ballots.unmarked)
  return {
    method: 'score',
    seats: rules.seats,
    completion: null,
    ...placeByTotals(totals, rules.seats, rules.lot, 0),
    steps: [{ kind: 'totals', of: 'marks', totals: totals.map((total) => decimalAmount(total, ballots.decimals)) }],
  }
}
