import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EarlierStages, explainOrder, orderTied } from './earlierStages.ts'

const lot = { seed: '', order: [3, 2, 1, 0], place: [3, 2, 1, 0] }

function stagesOf(...votes: bigint[][]) {
  const stages = new EarlierStages(votes[0]!.length)
  for (const stage of votes) stages.add(stage)
  return stages
}

describe('options with equal votes', () => {
  // Stage 3 is where all four are equal; at stage 2 the first two had more; at stage 1 nought had more than one.
  const stages = stagesOf([4n, 3n, 1n, 1n], [5n, 5n, 2n, 2n], [6n, 6n, 6n, 6n])

  it('stand as they did at the latest stage at which they differed, then as the lot has them', () => {
    expect(orderTied([0, 1, 2, 3], stages, lot)).toEqual([0, 1, 3, 2])
  })

  it('are told apart stage by stage: for the whole order all groups, for the first of it only the group at the head', () => {
    const order = [0, 1, 3, 2]
    const byStage2 = { options: [0, 1, 2, 3], order, brokenBy: { rule: 'earlierStage', stage: 2 } }
    const byStage1 = { options: [0, 1], order: [0, 1], brokenBy: { rule: 'earlierStage', stage: 1 } }
    const byLot = { options: [2, 3], order: [3, 2], brokenBy: { rule: 'lot' } }
    expect(explainOrder(order, stages, 'all')).toEqual([byStage2, byStage1, byLot])
    expect(explainOrder(order, stages, 'first')).toEqual([byStage2, byStage1])
  })

  it('are no tie where there is only one', () => {
    expect(explainOrder([2], stages, 'all')).toEqual([])
  })

  it('differed at the last of several stages in which nothing moved', () => {
    const stages = stagesOf([1n, 2n], [1n, 2n], [1n, 2n], [2n, 2n])
    expect(explainOrder([1, 0], stages, 'first')).toMatchObject([{ brokenBy: { stage: 3 } }])
  })

  it('are ordered as by looking back stage by stage', () => {
    const votes = fc.array(fc.bigInt({ min: 0n, max: 2n }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(votes, { minLength: 1, maxLength: 6 }), (all) => {
        const stages = stagesOf(...all)
        for (let a = 0; a < 6; a++) {
          for (let b = 0; b < 6; b++) {
            const at = all.findLastIndex((stage) => stage[a] !== stage[b])
            const sign = at < 0 ? 0 : all[at]![a]! > all[at]![b]! ? 1 : -1
            expect(Math.sign(stages.compare(a, b))).toBe(sign)
            expect(stages.lastDifference([a, b])?.stage).toBe(at < 0 ? undefined : at + 1)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
