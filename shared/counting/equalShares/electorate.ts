import { type Ballots, numberOfBallots, type OptionIndex } from '../election.ts'
import { eachSupport } from '../projectScores.ts'

/** Who supports which project. Voters who support the same projects always have the same money left: they are one group. */
export interface Electorate {
  /** All voters, also those who support nothing: each has a share. */
  voters: number
  /** The number of voters of every group. */
  weights: Float64Array
  /** By option: the groups that support it. */
  supporters: readonly Int32Array[]
  /** By option: the number of voters who support it. */
  votes: readonly number[]
}

/** Groups voters by what they support; a ballot of weight w is w voters. */
export function electorateOf(optionCount: number, ballots: Ballots): Electorate {
  const groupOf = new Map<string, number>()
  const supportOf: (readonly OptionIndex[])[] = []
  const weights: number[] = []
  eachSupport(optionCount, ballots, (weight, options) => {
    if (options.length === 0 || weight === 0) return
    const ascending = ballots.form === 'ranking' ? [...options].sort((a, b) => a - b) : options
    const key = ascending.join()
    const group = groupOf.get(key)
    if (group === undefined) {
      groupOf.set(key, weights.length)
      supportOf.push(ascending)
      weights.push(weight)
    } else weights[group]! += weight
  })

  const votes = new Array<number>(optionCount).fill(0)
  const sizes = new Array<number>(optionCount).fill(0)
  supportOf.forEach((options, group) => {
    for (const option of options) {
      sizes[option]!++
      votes[option]! += weights[group]!
    }
  })
  const supporters = sizes.map((size) => new Int32Array(size))
  const filled = new Array<number>(optionCount).fill(0)
  supportOf.forEach((options, group) => {
    for (const option of options) supporters[option]![filled[option]!++] = group
  })
  return { voters: numberOfBallots(ballots), weights: Float64Array.from(weights), supporters, votes }
}
