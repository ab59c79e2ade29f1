import { describe, expect, it } from 'vitest'
import { explainOrder, orderTied } from './earlierStages.ts'

const lot = { seed: '', order: [3, 2, 1, 0], place: [3, 2, 1, 0] }

describe('options with equal votes', () => {
  // Stage 3 is where all four are equal; at stage 2 the first two had more; at stage 1 nought had more than one.
  const stages = [
    [4n, 3n, 1n, 1n],
    [5n, 5n, 2n, 2n],
    [6n, 6n, 6n, 6n],
  ]

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
})
