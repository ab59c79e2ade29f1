import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from './wilson.ts'

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))

describe('the Wilson interval', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is as published', (part, whole, low, high) => {
    expect(wilson(part, whole)?.low).toBeCloseTo(low, 4)
    expect(wilson(part, whole)?.high).toBeCloseTo(high, 4)
  })

  it('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const found = wilson(part, whole)
        if (!found) throw new Error('there is something to share')
        expect(found.low).toBeGreaterThanOrEqual(0)
        expect(found.low).toBeLessThanOrEqual(found.share)
        expect(found.high).toBeGreaterThanOrEqual(found.share)
        expect(found.high).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('ends where the share would lie 1.96 of the end’s own standard errors away', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const found = wilson(part, whole)
        for (const end of [found?.low ?? 0, found?.high ?? 0].filter((one) => one > 1e-9 && one < 1 - 1e-9))
          expect(Math.abs(part / whole - end) / Math.sqrt((end * (1 - end)) / whole)).toBeCloseTo(1.959964, 5)
      }),
    )
  })

  it('is the mirror of that of the others', () => {
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const others = wilson(whole - part, whole)
        expect(wilson(part, whole)?.low).toBeCloseTo(1 - (others?.high ?? 0), 10)
      }),
    )
  })

  it('is nothing of nothing', () => expect(wilson(0, 0)).toBeNull())
})
