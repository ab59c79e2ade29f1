import { describe, expect, it } from 'vitest'
import type { Ballots } from './election.ts'
import { eachSupport, reachesThreshold, scoresOfProjects } from './projectScores.ts'

function supportOf(optionCount: number, ballots: Ballots) {
  const support: number[][] = []
  eachSupport(optionCount, ballots, (_, options) => support.push([...options]))
  return support
}

describe('the score of a project', () => {
  it('is the number of ballots that choose it', () => {
    const scores = scoresOfProjects(3, {
      form: 'approval',
      most: null,
      ballots: [
        { weight: 2, options: [0, 1] },
        { weight: 3, options: [1] },
      ],
    })
    expect(scores).toMatchObject({ of: 'approvals', amounts: [2, 5, 0] })
  })

  it('is the exact sum of points, also in tenths and beyond the numbers that binary numbers hold', () => {
    const most = Number.MAX_SAFE_INTEGER
    const scores = scoresOfProjects(2, {
      form: 'points',
      decimals: 1,
      ballots: [
        { weight: 3, options: [0], marks: [1] },
        { weight: 1, options: [0, 1], marks: [7, most] },
        { weight: 2, options: [1], marks: [most] },
      ],
    })
    expect(scores).toMatchObject({ of: 'points', amounts: [1, '2702159776422297.3'] })
    expect(scores.values).toEqual([10n, 27021597764222973n])
  })

  it('counts an option that a ballot does not mark as the mark that stands for none', () => {
    const ballots: Ballots = {
      form: 'score',
      decimals: 0,
      unmarked: -1,
      ballots: [
        { weight: 2, options: [0], marks: [5] },
        { weight: 1, options: [0, 1], marks: [-3, 4] },
      ],
    }
    expect(scoresOfProjects(3, ballots).amounts).toEqual([7, 2, -3])
  })

  it('counts down from the longest ranking allowed, never below nought', () => {
    const ballots = [{ weight: 2, options: [2, 0, 1], ranks: [1, 2, 5] }]
    expect(scoresOfProjects(4, { form: 'ranking', longest: null, ballots }).amounts).toEqual([6, 4, 8, 0])
    expect(scoresOfProjects(4, { form: 'ranking', longest: 2, ballots }).amounts).toEqual([2, 0, 4, 0])
  })

  it('shares the points of a shared rank alike, exactly', () => {
    const scores = scoresOfProjects(5, {
      form: 'ranking',
      longest: 3,
      ballots: [
        { weight: 1, options: [0, 1], ranks: [1, 1] },
        { weight: 1, options: [0, 1, 2, 3, 4], ranks: [1, 2, 3, 3, 3] },
      ],
    })
    // Places 1 and 2 are worth 3 and 2, so 5/2 each; places 3 to 5 are worth 1, 0 and 0, so 1/3 each.
    expect(scores.amounts).toEqual(['11/2', '9/2', '1/3', '1/3', '1/3'])
    expect(reachesThreshold(scores, 0, 5)).toBe(true)
    expect(reachesThreshold(scores, 1, 5)).toBe(false)
  })
})

describe('support for a project', () => {
  it('is a choice, any rank, or a mark above nought', () => {
    expect(supportOf(3, { form: 'approval', most: 1, ballots: [{ weight: 1, options: [2] }] })).toEqual([[2]])
    expect(
      supportOf(3, { form: 'ranking', longest: null, ballots: [{ weight: 1, options: [2, 0], ranks: [1, 2] }] }),
    ).toEqual([[2, 0]])
    const ballots = [{ weight: 1, options: [0, 1], marks: [0, 3] }]
    expect(supportOf(3, { form: 'points', decimals: 0, ballots })).toEqual([[1]])
    expect(supportOf(3, { form: 'score', decimals: 0, unmarked: 0, ballots })).toEqual([[1]])
    expect(supportOf(3, { form: 'score', decimals: 0, unmarked: 2, ballots })).toEqual([[1, 2]])
  })
})
