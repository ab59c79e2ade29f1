import type { BallotsOf, RankingBallot } from '../../../shared/counting/election.ts'
import type { Lot } from '../../../shared/counting/lot.ts'

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
