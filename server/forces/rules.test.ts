import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, type Month } from '../../shared/month.ts'
import { missingMonths, monthYears, viewOf } from './rules.ts'

describe('missing months', () => {
  it('are those between loaded ones, never those before or after', () => {
    expect(missingMonths(['2021-11', '2021-12', '2022-02', '2022-05'])).toEqual(['2022-01', '2022-03', '2022-04'])
    expect(missingMonths(['2022-01'])).toEqual([])
    expect(missingMonths([])).toEqual([])
  })
})

describe('months as calendar years', () => {
  it('tell loaded, missing and outside apart', () => {
    expect(monthYears(['2021-11', '2022-02'])).toEqual([
      { year: 2021, months: [...Array(10).fill('outside'), 'loaded', 'missing'] },
      { year: 2022, months: ['missing', 'loaded', ...Array(10).fill('outside')] },
    ])
    expect(monthYears([])).toEqual([])
  })

  it('have every loaded and every missing month once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 40 }), (offsets) => {
        const loaded = offsets.sort((one, other) => one - other).map((offset) => addMonths('2019-05' as Month, offset))
        const cells = monthYears(loaded).flatMap((year) => year.months)
        expect(cells.filter((cell) => cell === 'loaded')).toHaveLength(loaded.length)
        expect(cells.filter((cell) => cell === 'missing')).toHaveLength(missingMonths(loaded).length)
        expect(cells.length % 12).toBe(0)
      }),
    )
  })
})

describe('the first look at an area', () => {
  it('has it as a whole in its middle', () => {
    const { longitude, latitude, zoom } = viewOf([-1.6, 52.4, -0.4, 52.98])
    expect(longitude).toBeCloseTo(-1)
    expect(latitude).toBeCloseTo(52.69)
    // A map of 512-pixel tiles is 512 * 2^zoom pixels wide for 360 degrees.
    const pixelsWide = (1.2 / 360) * 512 * 2 ** zoom
    expect(pixelsWide).toBeGreaterThan(500)
    expect(pixelsWide).toBeLessThan(800)
  })

  it('is not nearer than streets for a small one', () => {
    expect(viewOf([0, 51.5, 0.0001, 51.5001]).zoom).toBeLessThanOrEqual(15)
  })
})
