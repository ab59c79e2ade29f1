import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLot, ranked, someRankings } from '../../test/support/builders/ballots.ts'
import type { Count, PairsStep, PathsStep } from './count.ts'
import type { BallotsOf } from './election.ts'
import { compareLinks, countSchulze } from './schulze.ts'

function order(letters: string, ballots: BallotsOf<'ranking'>, seats = letters.length): string {
  const { elected } = countSchulze(letters.length, ballots, { seats, lot: aLot(letters) })
  return elected.map((option) => letters[option]).join('')
}

function count(letters: string, ballots: BallotsOf<'ranking'>): Count & { pairs: PairsStep; paths: PathsStep } {
  const whole = countSchulze(letters.length, ballots, { seats: letters.length, lot: aLot(letters) })
  return { ...whole, pairs: whole.steps[0] as PairsStep, paths: whole.steps[1] as PathsStep }
}

/** Strengths as the paper prints them, the diagonal left out. */
const strengthsOf = (paths: PathsStep) =>
  paths.strengths.map((row) => row.map((link) => (link ? [link.for, link.against] : [])))

// Schulze, "A New Monotonic, Clone-Independent, Reversal Symmetric, and Condorcet-Consistent Single-Winner Election Method",
// section 3 (draft of 2016); the matrices are the paper's own.
describe('Schulze’s own examples', () => {
  it('example 1: d wins, the order is d a c b', () => {
    const { pairs, paths } = count(
      'abcd',
      ranked('abcd', '8 a>c>d>b', '2 b>a>d>c', '4 c>d>b>a', '4 d>b>a>c', '3 d>c>b>a'),
    )
    expect(pairs.preferred).toEqual([
      [0, 8, 14, 10],
      [13, 0, 6, 2],
      [7, 15, 0, 12],
      [11, 19, 9, 0],
    ])
    expect(strengthsOf(paths)).toEqual([
      [[], [14, 7], [14, 7], [12, 9]],
      [[13, 8], [], [13, 8], [12, 9]],
      [[13, 8], [15, 6], [], [12, 9]],
      [[13, 8], [19, 2], [13, 8], []],
    ])
    expect(order('abcd', ranked('abcd', '8 a>c>d>b', '2 b>a>d>c', '4 c>d>b>a', '4 d>b>a>c', '3 d>c>b>a'))).toBe('dacb')
  })

  it('example 2: b and d beat whom they can and neither the other, so the lot places them, and then a and c', () => {
    const ballots = ranked('abcd', '3 a>b>c>d', '2 c>b>d>a', '2 d>a>b>c', '2 d>b>c>a')
    const { pairs, paths, ties, elected } = count('abcd', ballots)
    expect(pairs.preferred).toEqual([
      [0, 5, 5, 3],
      [4, 0, 7, 5],
      [4, 2, 0, 5],
      [6, 4, 4, 0],
    ])
    expect(strengthsOf(paths)).toEqual([
      [[], [5, 4], [5, 4], [5, 4]],
      [[5, 4], [], [7, 2], [5, 4]],
      [[5, 4], [5, 4], [], [5, 4]],
      [[6, 3], [5, 4], [5, 4], []],
    ])
    expect(ties.map((tie) => tie.options)).toEqual([
      [1, 3],
      [0, 2],
    ])
    expect([...elected.slice(0, 2)].sort()).toEqual([1, 3])
    expect(countSchulze(4, ballots, { seats: 1, lot: aLot('abcd') }).ties).toMatchObject([{ decisive: true }])
    expect(countSchulze(4, ballots, { seats: 2, lot: aLot('abcd') }).ties).toMatchObject([{ decisive: false }])
  })

  const situation1 = [
    '3 a>d>e>b>c>f',
    '3 b>f>e>c>d>a',
    '4 c>a>b>f>d>e',
    '1 d>b>c>e>f>a',
    '4 d>e>f>a>b>c',
    '2 e>c>b>d>f>a',
    '2 f>a>c>d>b>e',
  ]

  it('example 5, situation 1: a wins', () => {
    const { pairs, paths } = count('abcdef', ranked('abcdef', ...situation1))
    expect(pairs.preferred[0]).toEqual([0, 13, 9, 9, 9, 7])
    expect(pairs.preferred[4]).toEqual([10, 9, 12, 5, 0, 10])
    expect(strengthsOf(paths)[0]).toEqual([[], [13, 6], [11, 8], [11, 8], [11, 8], [13, 6]])
    expect(order('abcdef', ranked('abcdef', ...situation1), 1)).toBe('a')
    expect(order('abcdef', ranked('abcdef', ...situation1))).toBe('abfdec')
  })

  it('example 5, situation 2: two more voters who put a first make d win (no method like it avoids that)', () => {
    const ballots = ranked('abcdef', ...situation1, '2 a>e>f>c>b>d')
    expect(strengthsOf(count('abcdef', ballots).paths)[3]).toEqual([[12, 9], [12, 9], [14, 7], [], [14, 7], [12, 9]])
    expect(order('abcdef', ballots, 1)).toBe('d')
    expect(order('abcdef', ballots)).toBe('decabf')
  })
})

// Schulze's examples as electowiki, "Schulze method", has them: 30 voters each, with one whole order.
describe('Schulze’s examples on electowiki', () => {
  it('four candidates: d a c b', () => {
    const lines = ['5 a>c>b>d', '2 a>c>d>b', '3 a>d>c>b', '4 b>a>c>d', '3 c>b>d>a', '3 c>d>b>a', '1 d>a>c>b']
    const ballots = ranked('abcd', ...lines, '5 d>b>a>c', '4 d>c>b>a')
    expect(order('abcd', ballots)).toBe('dacb')
    expect(countSchulze(4, ballots, { seats: 4, lot: aLot('abcd') }).ties).toEqual([])
  })

  it('five candidates: b a d e c', () => {
    const lines = ['3 a>b>d>e>c', '5 a>d>e>b>c', '1 a>d>e>c>b', '2 b>a>d>e>c', '2 b>d>e>c>a', '4 c>a>b>d>e']
    const ballots = ranked('abcde', ...lines, '6 c>b>a>d>e', '2 d>b>e>c>a', '5 d>e>c>a>b')
    expect(order('abcde', ballots)).toBe('badec')
    expect(countSchulze(5, ballots, { seats: 5, lot: aLot('abcde') }).ties).toEqual([])
  })
})

describe('Schulze by textbook', () => {
  // Wikipedia, "Schulze method": 45 voters, E > A > C > B > D, with the strengths of the strongest paths.
  it('orders the 45 voters’ five candidates E A C B D', () => {
    const lines = [
      '5 A>C>B>E>D',
      '5 A>D>E>C>B',
      '8 B>E>D>A>C',
      '3 C>A>B>E>D',
      '7 C>A>E>B>D',
      '2 C>B>A>D>E',
      '7 D>C>E>B>A',
      '8 E>B>A>D>C',
    ]
    const { paths } = count('ABCDE', ranked('ABCDE', ...lines))
    expect(paths.strengths.map((row) => row.map((link) => link?.for ?? 0))).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
    expect(order('ABCDE', ranked('ABCDE', ...lines))).toBe('EACBD')
  })

  // Condorcet’s paradox in its smallest form: three ballots, each pair two to one.
  it('finds a cycle of three a tie, and only the lot chooses', () => {
    const { ties } = count('abc', ranked('abc', '1 a>b>c', '1 b>c>a', '1 c>a>b'))
    expect(ties).toMatchObject([{ options: [0, 1, 2], brokenBy: { rule: 'lot' } }])
  })

  it('breaks a cycle at its weakest win', () => {
    // a over b 6:3, b over c 7:2, c over a 5:4. The weakest is c over a, so a wins.
    expect(order('abc', ranked('abc', '4 a>b>c', '3 b>c>a', '2 c>a>b'))).toBe('abc')
  })

  it('puts whom a ballot leaves out below whom it ranks, and tied ones above neither', () => {
    const { pairs } = count('abc', ranked('abc', '2 a', '3 a=b'))
    expect(pairs.preferred).toEqual([
      [0, 2, 5],
      [0, 0, 3],
      [0, 0, 0],
    ])
  })
})

describe('several places', () => {
  it('go to all of those whom nobody beats before anybody else, whatever the lot', () => {
    // a beats c two to none; a and b, and b and c, are level. b stands level with a, so c waits for both.
    const ballots = ranked('abc', '1 a>c>b', '1 b>a>c')
    for (const seed of ['c', 'd', 'e', 'f', 'g', 'h']) {
      const { elected, ties, steps } = countSchulze(3, ballots, { seats: 2, lot: aLot('abc', seed) })
      expect([...elected].sort()).toEqual([0, 1])
      expect(ties).toMatchObject([{ options: [0, 1], decisive: false }])
      expect(steps.slice(2)).toMatchObject([
        { place: 1, sharedFrom: 1, option: elected[0] },
        { place: 2, sharedFrom: 1, unbeaten: [elected[1]], option: elected[1] },
      ])
    }
  })
})

describe('a link', () => {
  it('is stronger with more winning votes, with as many with fewer against; a draw is weaker than a win, a loss than a draw', () => {
    const weakestFirst = [
      { for: 1, against: 9 },
      { for: 0, against: 3 },
      { for: 2, against: 3 },
      { for: 7, against: 7 },
      { for: 3, against: 2 },
      { for: 4, against: 3 },
      { for: 4, against: 2 },
      { for: 5, against: 4 },
    ]
    const shuffled = [3, 7, 0, 5, 1, 6, 2, 4].map((at) => weakestFirst[at]!)
    expect(shuffled.sort(compareLinks)).toEqual(weakestFirst)
    expect(compareLinks({ for: 2, against: 2 }, { for: 5, against: 5 })).toBe(0)
  })
})

describe('whatever the ballots', () => {
  it('the strongest paths are those of a search through every path', () => {
    fc.assert(
      fc.property(someRankings(5), (ballots) => {
        const { pairs, paths } = count('abcde', ballots)
        const link = (from: number, to: number) => ({
          for: pairs.preferred[from]![to]!,
          against: pairs.preferred[to]![from]!,
        })
        type Link = ReturnType<typeof link>
        const widest = (from: number, to: number, visited: number[], soFar: Link | null): Link | null => {
          if (from === to) return soFar
          let best: Link | null = null
          for (let next = 0; next < 5; next++) {
            if (visited.includes(next)) continue
            const step = link(from, next)
            const weakest = soFar && compareLinks(soFar, step) < 0 ? soFar : step
            const found = widest(next, to, [...visited, next], weakest)
            if (found && (!best || compareLinks(found, best) > 0)) best = found
          }
          return best
        }
        for (let from = 0; from < 5; from++)
          for (let to = 0; to < 5; to++)
            if (from !== to) expect(compareLinks(paths.strengths[from]![to]!, widest(from, to, [from], null)!)).toBe(0)
      }),
    )
  })

  it('a candidate who beats every other one by one is first (Condorcet)', () => {
    fc.assert(
      fc.property(someRankings(4), (ballots) => {
        const { pairs, elected } = count('abcd', ballots)
        const wins = (one: number) =>
          pairs.preferred.every(
            (_, other) => other === one || pairs.preferred[one]![other]! > pairs.preferred[other]![one]!,
          )
        const condorcet = [0, 1, 2, 3].find(wins)
        if (condorcet !== undefined) expect(elected[0]).toBe(condorcet)
      }),
    )
  })
})
