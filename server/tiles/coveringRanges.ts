import { mortonCell, worldBits, worldPixel, worldSize } from '../../shared/geography/mercator.ts'

/** A box of world pixels, both ends included. */
export interface PixelBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** A run of Morton cells, both ends included. */
export interface CellRange {
  first: number
  last: number
}

/** The world pixels of a map tile, with so many pixels of margin on every side, held inside the world. */
export function tilePixels(zoom: number, column: number, row: number, margin = 0): PixelBox {
  const size = 2 ** (worldBits - zoom)
  return {
    left: Math.max(0, column * size - margin),
    top: Math.max(0, row * size - margin),
    right: Math.min(worldSize - 1, (column + 1) * size - 1 + margin),
    bottom: Math.min(worldSize - 1, (row + 1) * size - 1 + margin),
  }
}

/** The world pixels of a box in degrees: west, south, east, north. */
export function boxPixels([west, south, east, north]: readonly [number, number, number, number]): PixelBox {
  const northWest = worldPixel(west, north)
  const southEast = worldPixel(east, south)
  return { left: northWest.x, top: northWest.y, right: southEast.x, bottom: southEast.y }
}

/** Whether a pixel is in a box. */
export function holdsPixel(box: PixelBox, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

/** Quadrants smaller than this share of the box are not cut further: what they hold beyond the box is filtered out later. */
const finestShare = 8

/**
 * A few runs of cells that together hold every pixel of a box, and some beyond it.
 * @param limit the most runs; the narrowest gaps between them are closed to keep to it
 */
export function coveringRanges(box: PixelBox, limit = 8): CellRange[] {
  const finest = Math.max(1, Math.max(box.right - box.left + 1, box.bottom - box.top + 1) / finestShare)
  const ranges: CellRange[] = []
  const descend = (left: number, top: number, size: number) => {
    if (left > box.right || top > box.bottom || left + size <= box.left || top + size <= box.top) return
    const inside = left >= box.left && top >= box.top && left + size - 1 <= box.right && top + size - 1 <= box.bottom
    if (inside || size <= finest) {
      const first = mortonCell(left, top)
      add(ranges, first, first + size * size - 1)
      return
    }
    const half = size / 2
    descend(left, top, half)
    descend(left + half, top, half)
    descend(left, top + half, half)
    descend(left + half, top + half, half)
  }
  descend(0, 0, worldSize)
  return closeNarrowest(ranges, limit)
}

/** Quadrants are met in the order of their cells, so a new run follows the last one or lies beyond it. */
function add(ranges: CellRange[], first: number, last: number): void {
  const previous = ranges.at(-1)
  if (previous && previous.last + 1 === first) previous.last = last
  else ranges.push({ first, last })
}

function closeNarrowest(ranges: CellRange[], limit: number): CellRange[] {
  const gaps = ranges
    .slice(1)
    .map((range, index) => ({ before: index, width: range.first - (ranges[index]?.last ?? 0) }))
    .sort((one, other) => one.width - other.width)
  const closed = new Set(gaps.slice(0, Math.max(0, ranges.length - limit)).map((gap) => gap.before))
  const kept: CellRange[] = []
  for (const [index, range] of ranges.entries()) {
    const previous = kept.at(-1)
    if (previous && closed.has(index - 1)) previous.last = range.last
    else kept.push({ ...range })
  }
  return kept
}
