import { describe, expect, it } from 'vitest'
import { type Change, type ConcernState, canBe, canBeBacked, changes } from './rules.ts'

const standing = (state: ConcernState, given: object = {}) => ({ state, priorityId: null, erasedAt: null, ...given })
const possible = (state: ConcernState, given: object = {}) =>
  changes.filter((change) => canBe(change, standing(state, given)))

describe('what a team can do to a concern', () => {
  it.each<[ConcernState, Change[]]>([
    ['waiting', ['show', 'refuse', 'merge']],
    ['shown', ['merge', 'take-up', 'take-off']],
    ['refused', ['show']],
    ['taken-off', ['show']],
    ['merged', []],
    ['ended', []],
    ['withdrawn', []],
  ])('that is %s', (state, expected) => {
    expect(possible(state)).toEqual(expected)
  })

  it('that a priority has taken up, or whose words are erased', () => {
    expect(possible('shown', { priorityId: 3 })).toEqual(['merge', 'release', 'take-off'])
    for (const state of ['refused', 'taken-off', 'shown'] as const)
      expect(possible(state, { erasedAt: new Date() })).toEqual([])
  })
})

it('a concern can be backed while it is shown and nothing has taken it up', () => {
  expect(canBeBacked(standing('shown'))).toBe(true)
  expect(canBeBacked(standing('shown', { priorityId: 3 }))).toBe(false)
  for (const state of ['waiting', 'refused', 'merged', 'taken-off', 'ended', 'withdrawn'] as const)
    expect(canBeBacked(standing(state))).toBe(false)
})
