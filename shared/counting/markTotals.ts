import type { MarkedBallot } from './election.ts'

/**
 * Adds up what each option gets from all ballots, exactly.
 *
 * @param unmarked what an option gets from a ballot that leaves it out, in the unit of the marks
 */
export function markTotals(optionCount: number, ballots: readonly MarkedBallot[], unmarked: number): bigint[] {
  const totals = new Array<bigint>(optionCount).fill(0n)
  const markedBy = new Array<bigint>(optionCount).fill(0n)
  let cast = 0n
  for (const ballot of ballots) {
    const weight = BigInt(ballot.weight)
    cast += weight
    ballot.options.forEach((option, at) => {
      totals[option]! += weight * BigInt(ballot.marks[at]!)
      markedBy[option]! += weight
    })
  }
  if (unmarked === 0) return totals
  return totals.map((total, option) => total + (cast - markedBy[option]!) * BigInt(unmarked))
}
