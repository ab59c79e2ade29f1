import fc from 'fast-check'
import type { ApprovalBallot, BallotsOf, RankingBallot } from '../../../shared/counting/election.ts'
import { drawLot, type Lot } from '../../../shared/counting/lot.ts'

/**
 * Ballots as they are written in books: `ranked('ABC', '4 A>B>C', '2 A=B>C', '1 A>>C')`. The number is how many there are, each
 * `>` goes one rank down (so `>>` leaves a gap), and `=` gives two options one rank. Options are single letters.
 */
export function ranked(letters: string, ...lines: string[]): BallotsOf<'ranking'> {
  return { form: 'ranking', longest: null, ballots: lines.map((line) => rankedBallot(letters, line)) }
}

function rankedBallot(letters: string, line: string): RankingBallot {
  const [weight = '1', order = ''] = line.split(' ')
  const options: number[] = []
  const ranks: number[] = []
  order.split('>').forEach((shared, above) => {
    const together = [...shared.replaceAll('=', '')].map((letter) => letters.indexOf(letter)).sort((a, b) => a - b)
    for (const option of together) {
      options.push(option)
      ranks.push(above + 1)
    }
  })
  return { weight: Number(weight), options, ranks }
}

/** The lot that puts the options in this order, the preferred first. */
export function lotOf(letters: string, order: string): Lot {
  return {
    seed: '',
    order: [...order].map((letter) => letters.indexOf(letter)),
    place: [...letters].map((letter) => order.indexOf(letter)),
  }
}

/** The lot that a seed draws over options whose ids are letters. */
export function aLot(letters: string, seed = 'a seed'): Lot {
  return drawLot([...letters], seed)
}

/** Arbitrary rankings of `optionCount` options: most ranks follow each other, some are shared, some are left out. */
export function someRankings(optionCount: number, most = 12): fc.Arbitrary<BallotsOf<'ranking'>> {
  const every = Array.from({ length: optionCount }, (_, option) => option)
  const ballot = fc
    .record({
      weight: fc.integer({ min: 1, max: 5 }),
      order: fc.shuffledSubarray(every),
      down: fc.array(fc.constantFrom(1, 1, 1, 1, 2, 0), { minLength: optionCount, maxLength: optionCount }),
      begins: fc.constantFrom(1, 1, 1, 1, 2),
    })
    .map(({ weight, order, down, begins }): RankingBallot => {
      let rank = begins
      const ranked = order.map((option, at) => {
        if (at > 0) rank += down[at] as number
        return { option, rank }
      })
      ranked.sort((a, b) => a.rank - b.rank || a.option - b.option)
      return { weight, options: ranked.map(({ option }) => option), ranks: ranked.map(({ rank }) => rank) }
    })
  return fc
    .array(ballot, { minLength: 1, maxLength: most })
    .map((ballots) => ({ form: 'ranking', longest: null, ballots }))
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
