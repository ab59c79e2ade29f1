import { eachRank } from './eachRank.ts'
import type { Ballots, Election, Option, OptionIndex, RankingBallot } from './election.ts'

/**
 * Takes the withdrawn options out of an election and its ballots. Whom a ballot ranks after a withdrawn option moves up into
 * its place, so that a withdrawal makes no gap that the voter did not leave.
 */
export function withoutWithdrawn(election: Election): { standing: readonly Option[]; ballots: Ballots } {
  if (!election.options.some((option) => option.withdrawn))
    return { standing: election.options, ballots: election.ballots }
  const newIndex: (OptionIndex | null)[] = []
  const standing: Option[] = []
  for (const option of election.options) newIndex.push(option.withdrawn ? null : standing.push(option) - 1)
  return { standing, ballots: restOfBallots(election.ballots, newIndex) }
}

function restOfBallots(ballots: Ballots, newIndex: readonly (OptionIndex | null)[]): Ballots {
  const left = (option: OptionIndex) => newIndex[option]!
  const stands = (option: OptionIndex) => newIndex[option] !== null
  switch (ballots.form) {
    case 'approval':
      return {
        ...ballots,
        ballots: ballots.ballots.map(({ weight, options }) => ({ weight, options: options.filter(stands).map(left) })),
      }
    case 'ranking':
      return { ...ballots, ballots: ballots.ballots.map((ballot) => restOfRanking(ballot, newIndex)) }
    case 'score':
    case 'points': {
      const rest = ballots.ballots.map(({ weight, options, marks }) => ({
        weight,
        options: options.filter(stands).map(left),
        marks: marks.filter((_, at) => stands(options[at]!)),
      }))
      return { ...ballots, ballots: rest }
    }
  }
}

function restOfRanking({ weight, options, ranks }: RankingBallot, newIndex: readonly (OptionIndex | null)[]) {
  const rest: RankingBallot = { weight, options: [], ranks: [] }
  const [restOptions, restRanks] = [rest.options as OptionIndex[], rest.ranks as number[]]
  let closed = 0
  eachRank(ranks, (from, to) => {
    const before = restOptions.length
    for (let at = from; at < to; at++) {
      const option = newIndex[options[at]!]
      if (option === null || option === undefined) continue
      restOptions.push(option)
      restRanks.push(ranks[from]! - closed)
    }
    if (restOptions.length === before) closed++
  })
  return rest
}
