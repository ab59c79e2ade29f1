import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mortonCell, tileCells, worldSize } from '../../shared/geography/mercator.ts'
import { boxPixels, coveringRanges, holdsPixel, tilePixels } from './coveringRanges.ts'

const pixel = fc.integer({ min: 0, max: worldSize - 1 })
const box = fc
  .tuple(pixel, pixel, fc.integer({ min: 0, max: 2 ** 22 }), fc.integer({ min: 0, max: 2 ** 22 }))
  .map(([left, top, width, height]) => ({
    left,
    top,
    right: Math.min(worldSize - 1, left + width),
    bottom: Math.min(worldSize - 1, top + height),
  }))

describe('covering ranges', () => {
  it('hold every pixel of the box, in few runs that are in order and apart', () => {
    fc.assert(
      fc.property(
        box,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (area, right, down) => {
          const ranges = coveringRanges(area)
          const x = area.left + Math.floor(right * (area.right - area.left))
          const y = area.top + Math.floor(down * (area.bottom - area.top))
          const cell = mortonCell(x, y)
          expect(ranges.some(({ first, last }) => cell >= first && cell <= last)).toBe(true)
          expect(ranges.length).toBeLessThanOrEqual(8)
          for (const [index, range] of ranges.entries()) {
            expect(range.last).toBeGreaterThanOrEqual(range.first)
            if (index > 0) expect(range.first).toBeGreaterThan((ranges[index - 1]?.last ?? 0) + 1)
          }
        },
      ),
    )
  })

  it('are the one range of a tile when the box is a tile', () => {
    fc.assert(
      fc.property(pixel, pixel, fc.integer({ min: 0, max: 16 }), (x, y, zoom) => {
        const size = 2 ** (26 - zoom)
        const [column, row] = [Math.floor(x / size), Math.floor(y / size)]
        expect(coveringRanges(tilePixels(zoom, column, row))).toEqual([tileCells(zoom, column, row)])
      }),
    )
  })

  it('reach little beyond the box', () => {
    const area = boxPixels([-1.2, 52.6, -1.1, 52.66])
    const covered = coveringRanges(area, 16).reduce((sum, { first, last }) => sum + last - first + 1, 0)
    const wanted = (area.right - area.left + 1) * (area.bottom - area.top + 1)
    expect(covered / wanted).toBeLessThan(3)
    expect(holdsPixel(area, area.left, area.bottom)).toBe(true)
    expect(holdsPixel(area, area.left - 1, area.bottom)).toBe(false)
  })
})
