import { describe, expect, it } from 'vitest'
import { type Effect, type OpenTie, type Run, sureToGo, weighTies } from './otherChoices.ts'

describe('those who are sure to go next', () => {
  it('are the fewest whose votes together are less than the next one has', () => {
    expect(sureToGo([9n, 1n, 4n, 1n], 2, 1)).toEqual({ size: 2, votes: 2n })
    expect(sureToGo([9n, 1n, 2n, 1n], 2, 1)).toEqual({ size: 3, votes: 4n })
    expect(sureToGo([0n, 0n, 1n], 2, 1)).toEqual({ size: 2, votes: 0n })
  })

  it('are none where one of them could catch up, or where too few would be left', () => {
    expect(sureToGo([4n, 1n, 2n, 1n], 2, 1)).toBe(null)
    expect(sureToGo([9n, 1n, 1n], 2, 2)).toBe(null)
    expect(sureToGo([1n, 1n], 2, 0)).toBe(null)
  })
})

describe('a tie', () => {
  const tie = (step: number, effect: Effect, brokenBy: OpenTie['brokenBy'] = { rule: 'lot' }): OpenTie => ({
    options: [1, 2],
    order: [2, 1],
    about: 'exclusion',
    step,
    effect,
    brokenBy,
  })
  const decisive = (elected: number[], ...ties: OpenTie[]) => {
    const run: Run = { elected: [0], ties }
    return weighTies(run, 1, () => ({ ...run, elected })).map((one) => one.decisive)
  }

  it('decides where another choice elects somebody else', () => {
    expect(decisive([1], tie(1, 'unknown'))).toEqual([true])
    expect(decisive([0], tie(1, 'unknown'))).toEqual([false])
    expect(decisive([1], tie(1, 'none'))).toEqual([false])
  })

  it('that is settled by a later stage can still decide through a tie that looks back before that stage', () => {
    const settled = tie(1, { step: 3, stage: 2 })
    expect(decisive([1], settled)).toEqual([false])
    expect(decisive([1], settled, tie(4, 'none', { rule: 'earlierStage', stage: 2 }))[0]).toBe(false)
    expect(decisive([1], settled, tie(4, 'none', { rule: 'earlierStage', stage: 1 }))[0]).toBe(true)
    expect(decisive([1], settled, tie(4, 'none'))[0]).toBe(true)
  })

  it('for exclusion decides where another of the tied is elected, without a count, and for nobody’s votes only there', () => {
    let times = 0
    const weighed = (elected: number[], effect: Effect) =>
      weighTies({ elected, ties: [tie(1, effect)] }, 1, () => {
        times++
        return { elected: [3], ties: [] }
      })[0]?.decisive
    expect(weighed([1], 'unknown')).toBe(true)
    expect(weighed([1], 'noVotes')).toBe(true)
    expect(weighed([0], 'noVotes')).toBe(false)
    expect(weighed([1], 'none')).toBe(false)
    expect(times).toBe(0)
    expect(weighed([0], 'unknown')).toBe(true)
    expect(times).toBe(1)
  })

  it('of so many that they cannot all be tried is said to decide', () => {
    const many = Array.from({ length: 60 }, (_, step) => tie(step, 'unknown'))
    let times = 0
    const run: Run = { elected: [0], ties: many }
    const weighed = weighTies(run, 1e9, () => {
      times++
      return run
    })
    expect(times).toBe(30)
    expect(weighed.map((one) => one.decisive)).toEqual(many.map((_, at) => at >= 30))
  })
})
