import { describe, expect, it } from 'vitest'
import { figure, median, quantile } from './figure.ts'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

describe('figures', () => {
  it('have a middle, between the two middle ones where there are two', () => {
    expect([median([3, 1, 2]), median(hundred)]).toEqual([2, 50.5])
  })

  it('have the value that a share of them does not exceed', () => {
    expect([0, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100])
    expect(() => quantile([], 0.5)).toThrow()
  })

  it('stand beside their peer', () => {
    expect(figure('a change', 3, 2, 'ms', 20)).toEqual({
      name: 'a change',
      ours: 3,
      peer: 2,
      ratio: 1.5,
      unit: 'ms',
      n: 20,
    })
  })
})
