import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLot, choices, ranked, someRankings } from '../../test/support/builders/ballots.ts'
import { countApproval } from './approval.ts'
import { countBorda } from './borda.ts'
import type { Count, TotalsStep } from './count.ts'
import { preferredPairs } from './pairs.ts'
import { countPoints } from './points.ts'
import { countScore } from './score.ts'

const rules = (letters: string, seats = 1, seed?: string) => ({ seats, lot: aLot(letters, seed) })
const totals = (count: Count) => (count.steps[0] as TotalsStep).totals
const winners = (letters: string, { elected }: Count) => elected.map((option) => letters[option]).join('')

describe('approval', () => {
  it('elects whom most ballots choose, the most first', () => {
    const count = countApproval(4, choices('abcd', '3 ab', '2 bc', '4 c', '1 '), rules('abcd', 2))
    expect(totals(count)).toEqual([3, 5, 6, 0])
    expect(winners('abcd', count)).toBe('cb')
    expect(count.ties).toEqual([])
  })

  it('shows a tie for the last place and breaks it by the lot, the same seed the same way', () => {
    const ballots = choices('abc', '4 a', '2 b', '2 c')
    const count = countApproval(3, ballots, rules('abc', 2, 'one'))
    expect(count.ties).toEqual([
      {
        options: [1, 2],
        about: 'place',
        brokenBy: { rule: 'lot' },
        order: count.ties[0]?.order,
        step: 0,
        decisive: true,
      },
    ])
    expect(count.elected).toEqual([0, count.ties[0]?.order[0]])
    expect(countApproval(3, ballots, rules('abc', 2, 'one'))).toEqual(count)
    const chosen = new Set(
      Array.from({ length: 20 }, (_, seed) => countApproval(3, ballots, rules('abc', 2, `${seed}`)).elected[1]),
    )
    expect(chosen).toEqual(new Set([1, 2]))
  })

  it('calls a tie among those elected an order, not a decision, and says nothing of one among the others', () => {
    const count = countApproval(4, choices('abcd', '2 ab', '1 c', '1 d'), rules('abcd', 2))
    expect(count.ties).toMatchObject([{ options: [0, 1], decisive: false }])
  })
})

describe('Borda', () => {
  // Wikipedia, "Borda count": the capital of Tennessee; Nashville wins with 194 points before Chattanooga's 173.
  it('chooses Nashville as the capital of Tennessee', () => {
    const tennessee = ranked('MNCK', '42 M>N>C>K', '26 N>C>K>M', '15 C>K>N>M', '17 K>C>N>M')
    const count = countBorda(4, tennessee, rules('MNCK', 4))
    expect(totals(count)).toEqual([126, 194, 173, 107])
    expect(winners('MNCK', count)).toBe('NCMK')
  })

  // Condorcet's own objection (Essai, 1785): 81 voters, A beats B 41 to 40 and C 60 to 21, and yet B has the most points.
  it('need not elect who beats every other one by one', () => {
    const lines = ['30 A>B>C', '1 A>C>B', '29 B>A>C', '10 B>C>A', '10 C>A>B', '1 C>B>A']
    const count = countBorda(3, ranked('ABC', ...lines), rules('ABC', 3))
    expect(totals(count)).toEqual([101, 109, 33])
    const pairs = preferredPairs(3, ranked('ABC', ...lines).ballots)
    expect(pairs[0]).toEqual([0, 41, 60])
  })

  it('lets tied options share the points of their places, and takes those left out for tied last', () => {
    expect(totals(countBorda(4, ranked('abcd', '2 a>b=c>d'), rules('abcd')))).toEqual([6, 3, 3, 0])
    expect(totals(countBorda(4, ranked('abcd', '1 a'), rules('abcd')))).toEqual([3, 1, 1, 1])
    expect(totals(countBorda(4, ranked('abcd', '1 a=b'), rules('abcd')))).toEqual(['2.5', '2.5', '0.5', '0.5'])
    expect(totals(countBorda(4, ranked('abcd', '1 a>>b'), rules('abcd')))).toEqual([3, 2, '0.5', '0.5'])
    expect(totals(countBorda(4, ranked('abcd', '1 '), rules('abcd')))).toEqual(['1.5', '1.5', '1.5', '1.5'])
  })

  it('gives an option one point for each option below it and half a point for each beside it', () => {
    fc.assert(
      fc.property(someRankings(5), (ballots) => {
        const pairs = preferredPairs(5, ballots.ballots)
        const cast = ballots.ballots.reduce((sum, ballot) => sum + ballot.weight, 0)
        const expected = pairs.map((row, one) =>
          row.reduce((sum, above, other) => {
            const beside = one === other ? 0 : cast - above - pairs[other]![one]!
            return sum + above + beside / 2
          }, 0),
        )
        expect(totals(countBorda(5, ballots, rules('abcde'))).map(Number)).toEqual(expected)
      }),
    )
  })
})

describe('score and points', () => {
  const ballot = (weight: number, ...marks: (number | null)[]) => {
    const given = marks.flatMap((mark, option) => (mark === null ? [] : [{ option, mark }]))
    return { weight, options: given.map(({ option }) => option), marks: given.map(({ mark }) => mark) }
  }

  // Wikipedia, "Score voting": Tennessee by scores of 0 to 10; Nashville has 6.71 on average of 100 voters.
  it('adds marks up: Nashville again', () => {
    const ballots = [ballot(42, 10, 4, 2, 0), ballot(26, 0, 10, 4, 2), ballot(15, 0, 6, 10, 6), ballot(17, 0, 5, 7, 10)]
    const count = countScore(4, { form: 'score', decimals: 0, unmarked: 0, ballots }, rules('MNCK', 2))
    expect(totals(count)).toEqual([420, 603, 457, 312])
    expect(winners('MNCK', count)).toBe('NC')
  })

  it('gives an option that a ballot leaves out the mark that the ballots say', () => {
    const ballots = [ballot(2, 3, null), ballot(1, -1, -2)]
    expect(totals(countScore(2, { form: 'score', decimals: 0, unmarked: 0, ballots }, rules('ab')))).toEqual([5, -2])
    expect(totals(countScore(2, { form: 'score', decimals: 0, unmarked: 4, ballots }, rules('ab')))).toEqual([5, 6])
  })

  it('adds tenths exactly, where binary fractions would find a winner in a tie', () => {
    // 0.1 + 0.2 against 0.3: 0.30000000000000004 against 0.3 in binary.
    const ballots = [ballot(1, 1, 3), ballot(1, 2, null)]
    const count = countPoints(2, { form: 'points', decimals: 1, ballots }, rules('ab'))
    expect(totals(count)).toEqual(['0.3', '0.3'])
    expect(count.ties).toMatchObject([{ options: [0, 1], decisive: true }])
  })

  it('holds sums that a binary number does not', () => {
    const ballots = [ballot(9_999_999, 999_999_999_999, 999_999_999_999), ballot(1, 1, 2)]
    const count = countPoints(2, { form: 'points', decimals: 0, ballots }, rules('ab'))
    expect(totals(count)).toEqual(['9999998999990000002', '9999998999990000003'])
    expect(winners('ab', count)).toBe('b')
  })
})
