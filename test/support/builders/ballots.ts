import fc from 'fast-check'
import type { ApprovalBallot, BallotsOf, RankingBallot } from '../../../shared/counting/election.ts'
import { drawLot, type Lot } from '../../../shared/counting/lot.ts'

/** A lot over options whose ids are the letters of `letters`. */
export function aLot(letters: string, seed = 'a seed'): Lot {
  return drawLot([...letters], seed)
}

/**
 * Rankings as papers write them: `8 acdb` is eight ballots with a first, `3 a(bc)` three with b and c tied second, `2 a-b` two
 * that leave a gap after a. Letters are options in the order of `letters`.
 */
export function rankings(letters: string, ...lines: string[]): BallotsOf<'ranking'> {
  const ballots = lines.map((line): RankingBallot => {
    const [weight, order = ''] = line.split(' ')
    const options: number[] = []
    const ranks: number[] = []
    let rank = 0
    for (const group of order.match(/\([a-z]*\)|[a-z]|-/gi) ?? []) {
      rank++
      if (group === '-') continue
      const tied = [...group.replace(/[()]/g, '')].map((letter) => letters.indexOf(letter)).sort((a, b) => a - b)
      for (const option of tied) {
        options.push(option)
        ranks.push(rank)
      }
    }
    return { weight: Number(weight), options, ranks }
  })
  return { form: 'ranking', longest: null, ballots }
}

/** Approval ballots: `8 ab` is eight ballots that choose a and b. */
export function choices(letters: string, ...lines: string[]): BallotsOf<'approval'> {
  const ballots = lines.map((line): ApprovalBallot => {
    const [weight, chosen = ''] = line.split(' ')
    return {
      weight: Number(weight),
      options: [...chosen].map((letter) => letters.indexOf(letter)).sort((a, b) => a - b),
    }
  })
  return { form: 'approval', most: null, ballots }
}

/** Arbitrary rankings of `optionCount` options with ties, gaps and options left out. */
export function someRankings(optionCount: number, most = 12): fc.Arbitrary<BallotsOf<'ranking'>> {
  const ballot = fc
    .record({
      weight: fc.integer({ min: 1, max: 5 }),
      ranks: fc.array(fc.option(fc.integer({ min: 1, max: optionCount + 1 })), {
        minLength: optionCount,
        maxLength: optionCount,
      }),
    })
    .map(({ weight, ranks }): RankingBallot => {
      const ranked = ranks.flatMap((rank, option) => (rank === null ? [] : [{ option, rank }]))
      ranked.sort((a, b) => a.rank - b.rank || a.option - b.option)
      return { weight, options: ranked.map(({ option }) => option), ranks: ranked.map(({ rank }) => rank) }
    })
  return fc
    .array(ballot, { minLength: 1, maxLength: most })
    .map((ballots) => ({ form: 'ranking', longest: null, ballots }))
}

/** Arbitrary approval ballots. */
export function someChoices(optionCount: number, most = 12): fc.Arbitrary<BallotsOf<'approval'>> {
  const ballot = fc.record({
    weight: fc.integer({ min: 1, max: 5 }),
    options: fc.subarray(Array.from({ length: optionCount }, (_, option) => option)),
  })
  return fc
    .array(ballot, { minLength: 1, maxLength: most })
    .map((ballots) => ({ form: 'approval', most: null, ballots }))
}

/** Ballots whose options stand in another order: `order[new] = old`. */
export function reordered(ballots: BallotsOf<'ranking'>, order: readonly number[]): BallotsOf<'ranking'> {
  return {
    ...ballots,
    ballots: ballots.ballots.map(({ weight, options, ranks }) => {
      const pairs = options.map((option, at) => ({ option: order.indexOf(option), rank: ranks[at] as number }))
      pairs.sort((a, b) => a.rank - b.rank || a.option - b.option)
      return { weight, options: pairs.map(({ option }) => option), ranks: pairs.map(({ rank }) => rank) }
    }),
  }
}
