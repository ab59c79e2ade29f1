import { decimalAmount } from './amount.ts'
import type { Count, CountRules } from './count.ts'
import type { BallotsOf } from './election.ts'
import { placeByTotals } from './placing.ts'
import { approvalTotals } from './sums.ts'

/**
 * Approval, or "choose up to k": every option gets one for each ballot that chooses it, and the options with the most are
 * elected (Brams and Fishburn, "Approval Voting", American Political Science Review 72, 1978). How many one ballot may choose
 * is for the vote to say and for the door to check; here every ballot is taken as it stands. Ties: lot.
 */
export function countApproval(optionCount: number, ballots: BallotsOf<'approval'>, rules: CountRules): Count {
  const totals = approvalTotals(optionCount, ballots.ballots)
  return {
    method: 'approval',
    seats: rules.seats,
    completion: null,
    ...placeByTotals(totals, rules.seats, rules.lot, 0),
    steps: [{ kind: 'totals', of: 'approvals', totals: totals.map((total) => decimalAmount(total, 0)) }],
  }
}
