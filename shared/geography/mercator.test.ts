import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellPixel,
  mortonCell,
  pixelPosition,
  tileBounds,
  tileCells,
  worldBits,
  worldPixel,
  worldSize,
} from './mercator.ts'

const pixel = fc.integer({ min: 0, max: worldSize - 1 })

describe('the world grid', () => {
  it('puts the middle of the world in the middle of the grid', () => {
    expect(worldPixel(0, 0)).toEqual({ x: worldSize / 2, y: worldSize / 2 })
  })

  it('finds a place again to within a pixel', () => {
    const { x, y } = worldPixel(-1.132503, 52.629831)
    const back = pixelPosition(x + 0.5, y + 0.5)
    expect(back.longitude).toBeCloseTo(-1.132503, 5)
    expect(back.latitude).toBeCloseTo(52.629831, 5)
  })

  it('numbers pixels so that every number gives its pixel back', () => {
    fc.assert(
      fc.property(pixel, pixel, (x, y) => {
        expect(cellPixel(mortonCell(x, y))).toEqual({ x, y })
      }),
    )
  })

  it('gives every tile one range of cells that holds exactly its pixels', () => {
    fc.assert(
      fc.property(pixel, pixel, fc.integer({ min: 0, max: 16 }), pixel, pixel, (x, y, zoom, otherX, otherY) => {
        const pixels = 2 ** (worldBits - zoom)
        const [column, row] = [Math.floor(x / pixels), Math.floor(y / pixels)]
        const { first, last } = tileCells(zoom, column, row)
        const inRange = (cell: number) => cell >= first && cell <= last
        expect(inRange(mortonCell(x, y))).toBe(true)
        const same = Math.floor(otherX / pixels) === column && Math.floor(otherY / pixels) === row
        expect(inRange(mortonCell(otherX, otherY))).toBe(same)
      }),
    )
  })

  it('bounds the tile of Leicester', () => {
    const [west, south, east, north] = tileBounds(12, 2035, 1341)
    expect(west).toBeLessThan(-1.1325)
    expect(east).toBeGreaterThan(-1.1325)
    expect(south).toBeLessThan(52.6298)
    expect(north).toBeGreaterThan(52.6298)
  })
})
