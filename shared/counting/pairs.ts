import type { RankingBallot } from './election.ts'

/**
 * Counts for every pair of options how many ballots rank the one (row) above the other (column). An option that a ballot ranks
 * is above every option that it does not rank; tied ones are above neither.
 */
export function preferredPairs(optionCount: number, ballots: readonly RankingBallot[]): number[][] {
  const rankedBy = new Array<number>(optionCount).fill(0)
  // Ballots that rank both, the column's option at or above the row's.
  const notBelow = Array.from({ length: optionCount }, () => new Array<number>(optionCount).fill(0))
  for (const { weight, options, ranks } of ballots) {
    for (let upper = 0; upper < options.length; upper++) {
      const above = options[upper]!
      rankedBy[above]! += weight
      for (let lower = upper + 1; lower < options.length; lower++) {
        const below = options[lower]!
        notBelow[below]![above]! += weight
        if (ranks[lower] === ranks[upper]) notBelow[above]![below]! += weight
      }
    }
  }
  return notBelow.map((row, option) => row.map((count, other) => (other === option ? 0 : rankedBy[option]! - count)))
}
