import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { aLot, lotOf, ranked, someRankings } from '../../test/support/builders/ballots.ts'
import type { Count, RoundStep } from './count.ts'
import type { RankingBallot } from './election.ts'
import { countInstantRunoff } from './instantRunoff.ts'
import { drawLot } from './lot.ts'

/** Counts an election of options named by letters; the lot prefers them in the order of the alphabet unless it is given. */
function count(letters: string, lines: string[], { seats = 1, lot = letters } = {}): Count {
  return countInstantRunoff(letters.length, ranked(letters, ...lines), { seats, lot: lotOf(letters, lot) })
}

const rounds = (result: Count) => result.steps as readonly RoundStep[]
const winner = (result: Count, letters: string) => letters[result.elected[0]!]
const [A, B, C] = [0, 1, 2]

describe('elections of the books', () => {
  it('Tennessee chooses Knoxville (Wikipedia, "Instant-runoff voting": the capital of Tennessee)', () => {
    // Memphis, Nashville, Chattanooga, Knoxville, in per cent of voters.
    const result = count('MNCK', ['42 M>N>C>K', '26 N>C>K>M', '15 C>K>N>M', '17 K>C>N>M'])
    expect(rounds(result)).toEqual([
      { kind: 'round', round: 1, votes: [42, 26, 15, 17], exhausted: 0, majority: null, excluded: 2 },
      { kind: 'round', round: 2, votes: [42, 26, null, 32], exhausted: 0, majority: null, excluded: 1 },
      { kind: 'round', round: 3, votes: [42, null, null, 58], exhausted: 0, majority: 3, excluded: null },
    ])
    expect(result).toMatchObject({ method: 'irv', seats: 1, completion: null, elected: [3], ties: [] })
  })

  it('Burlington 2009: Kiss 4,313, Wright 4,061 (Wikipedia, "2009 Burlington mayoral election")', () => {
    // The last two rounds, when Smith, Simpson and those written in were out. Montroll's 2,554 went on as they are here.
    const result = count('KWM', ['2981 K', '3294 W', '1332 M>K', '767 M>W', '455 M'])
    expect(rounds(result)[1]).toMatchObject({ votes: [4313, 4061, null], exhausted: 455, majority: 0 })
  })

  // P. D. Straffin, Topics in the Theory of Voting (1980): 17 voters.
  it('raising the winner can make it lose (Straffin)', () => {
    // B and C against A: C goes out with 5, A wins 11 to 6.
    expect(winner(count('ABC', ['6 A>B>C', '2 B>A>C', '4 B>C>A', '5 C>A>B']), 'ABC')).toBe('A')
    // The two who had A second put it first: now B goes out with 4, and C wins 9 to 8.
    expect(winner(count('ABC', ['6 A>B>C', '2 A>B>C', '4 B>C>A', '5 C>A>B']), 'ABC')).toBe('C')
  })

  it('an option that would beat every other one by one can be the first to go', () => {
    // B beats A 60 to 40 and C 65 to 35, and has fewest first choices.
    const result = count('ABC', ['40 A>B>C', '25 B>C>A', '35 C>B>A'])
    expect(rounds(result)[0]?.excluded).toBe(B)
    expect(winner(result, 'ABC')).toBe('C')
  })
})

describe('a majority', () => {
  it('in the first round ends the count', () => {
    expect(rounds(count('ABC', ['3 A', '1 B', '1 C']))).toEqual([
      { kind: 'round', round: 1, votes: [3, 1, 1], exhausted: 0, majority: A, excluded: null },
    ])
  })

  it('is more than half, not half', () => {
    expect(rounds(count('ABC', ['2 A', '1 B>C', '1 C']))[0]?.majority).toBe(null)
  })

  it('is of the votes that count in the round: exhausted ballots are none', () => {
    // Round 2: B's two ballots rank nobody who is left. 4 of 7 is a majority, though not of the 10 ballots that were cast.
    const result = count('ABC', ['4 A', '2 B', '3 C', '1 '])
    expect(rounds(result)).toEqual([
      { kind: 'round', round: 1, votes: [4, 2, 3], exhausted: 1, majority: null, excluded: B },
      { kind: 'round', round: 2, votes: [4, null, 3], exhausted: 3, majority: A, excluded: null },
    ])
  })
})

describe('a ballot', () => {
  it('that gives one rank to several is shared among those who are left, exactly', () => {
    // Four ballots shared by three give 4/3 to each.
    const result = count('ABCD', ['4 A=B=C', '1 A', '1 C', '3 D'])
    expect(rounds(result)[0]).toMatchObject({ votes: ['7/3', '4/3', '7/3', 3], excluded: B })
    // Without B the four are shared by two: 2 each.
    expect(rounds(result)[1]).toMatchObject({ votes: [3, null, 3, 3] })
  })

  it('may leave ranks out', () => {
    expect(rounds(count('ABC', ['2 >>A>>B', '1 B', '2 C', '1 B>A']))[0]?.votes).toEqual([2, 2, 2])
  })

  it('counts for nobody below as long as one that shares its rank is left', () => {
    expect(rounds(count('ABC', ['2 A=B>C', '3 C', '2 A']))[1]?.votes).toEqual([4, null, 3])
  })
})

describe('the fewest votes', () => {
  it('that several have: out goes who had fewer in the latest round in which they differed', () => {
    // Round 1: A 5, B 3, C 2, D 1. D's ballot makes C 3: B and C are equal, and in round 1 C had 2. C's two make B 5 in round 3,
    // as many as A, who had 5 in round 2 when B had 3.
    const result = count('ABCD', ['5 A', '3 B', '2 C>B', '1 D>C'])
    expect(rounds(result).map((round) => round.excluded)).toEqual([3, C, B])
    // Had B gone out in round 2, A would have won with 5 of 8. In round 3 the other order elects B.
    const tie = { about: 'exclusion', brokenBy: { rule: 'earlierStage', stage: 1 } }
    expect(result.ties).toEqual([
      { ...tie, options: [B, C], order: [C, B], step: 1, decisive: false },
      { ...tie, brokenBy: { ...tie.brokenBy, stage: 2 }, options: [A, B], order: [B, A], step: 2, decisive: true },
    ])
    expect(result.elected).toEqual([A])
  })

  it('always had by several: the last in the lot goes out', () => {
    const result = count('ABC', ['2 A>C', '2 B', '2 C'], { lot: 'BCA' })
    expect(rounds(result)[0]?.excluded).toBe(A)
    expect(result.ties).toEqual([
      { options: [A, B, C], about: 'exclusion', brokenBy: { rule: 'lot' }, order: [A, C, B], step: 0, decisive: true },
    ])
    expect(result.elected).toEqual([C])
  })

  it('are none: out they go one by one, and the tie decides nothing', () => {
    const result = count('ABCD', ['2 A', '2 B'], { lot: 'DCBA' })
    expect(rounds(result).map((round) => round.excluded)).toEqual([C, 3, A])
    expect(result.elected).toEqual([B])
    expect(result.ties.map(({ options, order, decisive }) => [options, order, decisive])).toEqual([
      [[C, 3], [C, 3], false],
      [[A, B], [A, B], true],
    ])
  })
})

describe('several seats', () => {
  it('go to the last ones standing in the reverse order of their exclusion', () => {
    const result = count('MNCK', ['42 M>N>C>K', '26 N>C>K>M', '15 C>K>N>M', '17 K>C>N>M'], { seats: 3 })
    expect(result.elected).toEqual([3, 0, 1])
    expect(rounds(result).at(-1)).toMatchObject({ votes: [42, null, null, 58], majority: 3, excluded: 0 })
  })

  it('go on being counted after a majority until the order is known', () => {
    const result = count('ABC', ['5 A>B', '1 B', '2 C'], { seats: 2 })
    expect(rounds(result).map(({ majority, excluded }) => [majority, excluded])).toEqual([
      [A, B],
      [A, C],
    ])
    expect(result.elected).toEqual([A, C])
  })

  it('as many as options, or more: the whole order, and a tie only orders', () => {
    const result = count('ABC', ['2 A', '1 B', '1 C'], { seats: 4 })
    expect(result.elected).toEqual([A, B, C])
    expect(result.ties.map((tie) => tie.decisive)).toEqual([false])
  })
})

describe('many options', () => {
  it('without votes decide only where some of them are elected, and are counted at once', () => {
    const lines = (count: number) => [
      { weight: 5, options: [0, 1, 2], ranks: [1, 2, 3] },
      { weight: count, options: [1, 0], ranks: [1, 2] },
    ]
    const lot = drawLot(
      Array.from({ length: 300 }, (_, option) => `${option}`),
      'seed',
    )
    const counted = (seats: number) =>
      countInstantRunoff(300, { form: 'ranking', longest: null, ballots: lines(4) }, { seats, lot })
    const started = performance.now()
    expect(counted(2).ties.every((tie) => !tie.decisive)).toBe(true)
    // Three have votes once the first is out; four of those who never have any are elected.
    const { ties, elected } = counted(6)
    expect(elected).toHaveLength(6)
    expect(ties.slice(0, -4).every((tie) => tie.decisive)).toBe(true)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})

describe('few options', () => {
  it('one has a round to itself, none has none', () => {
    expect(rounds(count('A', ['2 A', '1 ']))).toEqual([
      { kind: 'round', round: 1, votes: [2], exhausted: 1, majority: A, excluded: null },
    ])
    expect(count('A', [])).toMatchObject({ elected: [A], steps: [{ votes: [0], majority: null }] })
    expect(count('', [])).toMatchObject({ elected: [], steps: [] })
  })
})

/** The rule in the plainest words: fractions, every ballot read anew in every round. */
function plainly(optionCount: number, ballots: readonly RankingBallot[], seats: number, place: readonly number[]) {
  let left = Array.from({ length: optionCount }, (_, option) => option)
  const history: Fraction[][] = []
  const out: number[] = []
  const told: (string | null)[][] = []
  for (;;) {
    const votes = Array.from({ length: optionCount }, () => new Fraction(0))
    for (const { weight, options, ranks } of ballots) {
      const best = Math.min(...options.flatMap((option, at) => (left.includes(option) ? [ranks[at]!] : [])))
      const sharers = options.filter((option, at) => left.includes(option) && ranks[at] === best)
      for (const option of sharers) votes[option] = votes[option]!.add(new Fraction(weight, sharers.length))
    }
    told.push(votes.map((vote, option) => (left.includes(option) ? vote.toFraction() : null)))
    history.unshift(votes)
    const all = votes.reduce((sum, vote) => sum.add(vote))
    const majority = left.find((option) => votes[option]!.mul(2).compare(all) > 0)
    if (majority !== undefined && seats === 1) return { elected: [majority], told }
    const worst = left.reduce((low, option) => {
      const differing = history.find((round) => !round[low]!.equals(round[option]!))
      if (!differing) return place[option]! > place[low]! ? option : low
      return differing[option]!.compare(differing[low]!) < 0 ? option : low
    })
    left = left.filter((option) => option !== worst)
    out.unshift(worst)
    if (left.length === 1) return { elected: [...left, ...out].slice(0, seats), told }
  }
}

describe('whatever the ballots', () => {
  it('the count is that of the rule in the plainest words', () => {
    fc.assert(
      fc.property(someRankings(5, 10), fc.integer({ min: 1, max: 3 }), fc.string(), (ballots, seats, seed) => {
        const lot = aLot('ABCDE', seed)
        const result = countInstantRunoff(5, ballots, { seats, lot })
        const plain = plainly(5, ballots.ballots, seats, lot.place)
        expect(result.elected).toEqual(plain.elected)
        expect(rounds(result).map(({ votes }) => votes.map((vote) => (vote === null ? null : String(vote))))).toEqual(
          plain.told,
        )
      }),
      { numRuns: 100 },
    )
  })
})
