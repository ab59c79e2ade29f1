/** Buildings along the streets of a block: terraces, pairs of houses, works. They keep off streets and off each other. */
import { roomInside } from './cut.ts'
import type { Block, Setting } from './plan.ts'
import { alongLine, at, contains, distanceToLine, lineLength, type Position } from './plane.ts'
import type { Random } from './random.ts'

interface Plot {
  readonly setback: number
  readonly depth: readonly [number, number]
  readonly width: readonly [number, number]
  readonly gap: readonly [number, number]
}

const PLOTS: Record<Setting, Plot> = {
  centre: { setback: 6.5, depth: [11, 19], width: [20, 46], gap: [0, 4] },
  terrace: { setback: 7.5, depth: [8.5, 10], width: [44, 92], gap: [4, 9] },
  suburb: { setback: 12, depth: [8.5, 10], width: [17, 34], gap: [6, 11] },
  town: { setback: 8, depth: [9, 12], width: [24, 58], gap: [3, 9] },
  village: { setback: 9, depth: [8, 11], width: [10, 20], gap: [8, 26] },
  country: { setback: 14, depth: [9, 16], width: [12, 24], gap: [60, 200] },
}
const WORKS_PLOT: Plot = { setback: 18, depth: [28, 52], width: [40, 95], gap: [14, 30] }

export type Quadrilateral = readonly [Position, Position, Position, Position]

/** The buildings of one block, each four corners anticlockwise. */
export function buildOn(block: Block, random: Random): Quadrilateral[] {
  if (block.use === 'park' || block.use === 'recreation') return []
  const plot = block.use === 'works' ? WORKS_PLOT : PLOTS[block.setting]
  const built: Quadrilateral[] = []
  const free = (building: Quadrilateral) => {
    const corners = [...building, midway(building[0], building[1]), midway(building[2], building[3])]
    return (
      corners.every((corner) => roomInside(block.ring, corner) > plot.setback * 0.8 && contains(block.ring, corner)) &&
      block.inner.every((street) => corners.every((corner) => distanceToLine(corner, street) > 6)) &&
      built.every((other) => !overlap(building, other))
    )
  }
  const fronts: { line: readonly Position[]; side: 1 | -1 }[] = [{ line: [...block.ring, at(block.ring, 0)], side: 1 }]
  for (const street of block.inner) fronts.push({ line: street, side: 1 }, { line: street, side: -1 })
  for (const { line, side } of fronts) {
    const length = lineLength(line)
    let metres = plot.setback + 4
    while (metres < length - 8) {
      const width = random.between(...plot.width)
      const depth = random.between(...plot.depth)
      const whole = place(line, metres, width, depth, plot.setback, side)
      if (free(whole)) {
        built.push(whole)
        metres += width + random.between(...plot.gap)
        continue
      }
      const shorter = place(line, metres, width * 0.5, depth, plot.setback, side)
      if (width * 0.5 > 9 && free(shorter)) {
        built.push(shorter)
        metres += width * 0.5 + random.between(...plot.gap)
      } else metres += 7
    }
  }
  return built
}

function place(
  line: readonly Position[],
  metres: number,
  width: number,
  depth: number,
  setback: number,
  side: 1 | -1,
): Quadrilateral {
  const from = alongLine(line, metres)
  const to = alongLine(line, metres + width)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const nx = (-(to.y - from.y) / length) * side
  const ny = ((to.x - from.x) / length) * side
  const corner = (p: Position, away: number): Position => ({ x: p.x + nx * away, y: p.y + ny * away })
  const quad = [
    corner(from, setback),
    corner(to, setback),
    corner(to, setback + depth),
    corner(from, setback + depth),
  ] as const
  return side === 1 ? quad : [quad[3], quad[2], quad[1], quad[0]]
}

const midway = (a: Position, b: Position): Position => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** Separating axes: two convex shapes are apart when some edge of one has the other wholly outside. */
function overlap(a: Quadrilateral, b: Quadrilateral): boolean {
  return !separated(a, b) && !separated(b, a)
}

function separated(a: Quadrilateral, b: Quadrilateral): boolean {
  return a.some((p, index) => {
    const q = at(a, index + 1)
    return b.every((r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) <= 0)
  })
}
