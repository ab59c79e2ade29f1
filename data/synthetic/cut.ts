/**
 * Cutting a polygon in two along a road, river or boundary. Both ends of a cut are vertices that the polygon already has,
 * so neighbouring polygons go on fitting exactly: everything on the map, from neighbourhood to block, comes from such cuts.
 */
import { bezier } from './curves.ts'
import {
  type Along,
  at,
  contains,
  distance,
  distanceToLine,
  distanceToSegment,
  type Position,
  segmentsMeet,
  type Vertex,
  vertex,
} from './plane.ts'
import type { Random } from './random.ts'

export type Ring = Vertex[]

/** Thrown when a coast leaves no room for something that the island must have. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

export interface Cut {
  /** From one vertex of the ring to another, both included. */
  readonly path: Vertex[]
  readonly left: Ring
  readonly right: Ring
}

export interface CutStyle {
  /** Metres between the vertices of the new line. */
  readonly step: number
  /** Sideways bow as a share of the length: 0 is straight. */
  readonly bend: number
  /** Metres that the line keeps from the ring, except near its ends. */
  readonly clearance: number
  readonly along: Along
  readonly barrier?: number
}

/** Splits a ring at two of its vertices along new vertices between them. */
export function cutAlong(ring: Ring, from: Vertex, to: Vertex, between: readonly Vertex[]): Cut {
  const start = ring.indexOf(from)
  const end = ring.indexOf(to)
  if (start < 0 || end < 0 || start === end) throw new RangeError('cutAlong: the ends must be two vertices of the ring')
  const forward = start < end ? ring.slice(start, end + 1) : [...ring.slice(start), ...ring.slice(0, end + 1)]
  const backward = start < end ? [...ring.slice(end), ...ring.slice(0, start + 1)] : ring.slice(end, start + 1)
  const line = between.map((point) => sheltered(sheltered(point, from), to))
  from.junctions++
  to.junctions++
  return {
    path: [from, ...line, to],
    left: [...backward, ...line],
    right: [...forward, ...[...line].reverse()],
  }
}

/** A line that ends at the water is not drawn over it, so no other street may start from its last metres. */
function sheltered(point: Vertex, end: Vertex): Vertex {
  const left = end.barrier - distance(point, end)
  return left > point.barrier && point.along === 'road' ? vertex(point.x, point.y, 'edge', left + 6) : point
}

/** Turns sampled positions, ends left out, into vertices of a new line. */
export function verticesOf(line: readonly Position[], along: Along, barrier = 0): Vertex[] {
  return line.slice(1, -1).map((position) => vertex(position.x, position.y, along, barrier))
}

/** Metres from a point to a ring, less what side streets keep from the water or rails that it runs along. */
export function roomInside(ring: Ring, point: Position): number {
  let least = Number.POSITIVE_INFINITY
  let a = at(ring, ring.length - 1)
  for (const b of ring) {
    const kept = a.barrier > 0 && b.barrier > 0 ? Math.max(a.barrier, b.barrier) : 0
    const reach = least + kept
    const outside =
      Math.min(a.x, b.x) - point.x > reach ||
      point.x - Math.max(a.x, b.x) > reach ||
      Math.min(a.y, b.y) - point.y > reach ||
      point.y - Math.max(a.y, b.y) > reach
    if (!outside) least = Math.min(least, distanceToSegment(point, a, b) - kept)
    a = b
  }
  return least
}

/** Whether a line between two vertices of a ring stays inside it, at a distance, and cuts off no sliver at its ends. */
export function staysInside(ring: Ring, line: readonly Position[], clearance: number): boolean {
  const [from, to] = [at(line, 0), at(line, line.length - 1)]
  const [fromKept, toKept] = [keptFrom(ring, from), keptFrom(ring, to)]
  for (let index = 1; index < line.length - 1; index++) {
    const point = at(line, index)
    const near = Math.min(distance(point, from) - fromKept, distance(point, to) - toKept)
    if (near > 0 && roomInside(ring, point) < Math.min(clearance, near * 0.45)) return false
  }
  for (let index = 1; index < line.length; index++) {
    const a = at(line, index - 1)
    const b = at(line, index)
    let c: Position = at(ring, ring.length - 1)
    for (const d of ring) {
      const shared =
        (index === 1 && (c === from || d === from)) || (index === line.length - 1 && (c === to || d === to))
      if (!shared && segmentsMeet(a, b, c, d)) return false
      c = d
    }
  }
  const middle = line.length > 2 ? at(line, line.length >> 1) : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  if (line.length === 2 && distanceToLine(middle, ring, true) < Math.min(clearance, distance(from, to) * 0.2))
    return false
  return contains(ring, middle)
}

/** What a line that ends at this vertex has already given up to the water or rails there. */
function keptFrom(ring: Ring, end: Position): number {
  const index = ring.indexOf(end as Vertex)
  return index < 0 ? 0 : Math.max(at(ring, index).barrier, at(ring, index - 1).barrier, at(ring, index + 1).barrier)
}

/** A bowed line between two vertices that leaves each end squarely. */
export function bowedLine(ring: Ring, from: Vertex, to: Vertex, style: CutStyle, random: Random): Position[] {
  const length = distance(from, to)
  const bow = random.normal() * style.bend
  const reach = (end: Vertex, other: Vertex, side: number): Position => {
    const inward = inwardNormal(ring, end)
    const ux = (other.x - end.x) / length
    const uy = (other.y - end.y) / length
    const square = ux * inward.x + uy * inward.y > 0.5 ? 0.6 : 0
    const x = ux * (1 - square) + inward.x * square - uy * bow * side
    const y = uy * (1 - square) + inward.y * square + ux * bow * side
    return { x: end.x + (x * length) / 3, y: end.y + (y * length) / 3 }
  }
  return bezier(from, reach(from, to, 1), reach(to, from, -1), to, style.step)
}

/** Unit normal into an anticlockwise ring at one of its vertices. */
export function inwardNormal(ring: Ring, where: Vertex): Position {
  const index = ring.indexOf(where)
  const before = at(ring, index - 1)
  const after = at(ring, index + 1)
  const length = distance(before, after) || 1
  return { x: -(after.y - before.y) / length, y: (after.x - before.x) / length }
}

export interface Axes {
  readonly centre: Position
  /** Unit direction of the long axis. */
  readonly dx: number
  readonly dy: number
  readonly long: number
  readonly short: number
}

/** The long and short extent of a ring about its principal axes. */
export function axesOf(ring: Ring): Axes {
  let [weight, mx, my] = [0, 0, 0]
  const pieces = ring.map((a, index) => {
    const b = at(ring, index + 1)
    const length = distance(a, b)
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length }
    weight += length
    mx += middle.x * length
    my += middle.y * length
    return middle
  })
  const centre = { x: mx / weight, y: my / weight }
  let [xx, xy, yy] = [0, 0, 0]
  for (const piece of pieces) {
    const x = piece.x - centre.x
    const y = piece.y - centre.y
    xx += x * x * piece.length
    xy += x * y * piece.length
    yy += y * y * piece.length
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const dx = Math.cos(angle)
  const dy = Math.sin(angle)
  const spread = (ux: number, uy: number) => {
    const reached = ring.map((p) => (p.x - centre.x) * ux + (p.y - centre.y) * uy)
    return Math.max(...reached) - Math.min(...reached)
  }
  return { centre, dx, dy, long: spread(dx, dy), short: spread(-dy, dx) }
}

interface Candidate {
  readonly from: Vertex
  readonly to: Vertex
  readonly score: number
}

/**
 * Cuts a ring across its long axis (or, with `lengthwise`, along it) so that about `share` of its area falls on one side.
 * Undefined when no tried line fits.
 */
export function cutAcross(
  ring: Ring,
  share: number,
  style: CutStyle,
  random: Random,
  lengthwise = false,
): Cut | undefined {
  const axes = axesOf(ring)
  const ux = lengthwise ? -axes.dy : axes.dx
  const uy = lengthwise ? axes.dx : axes.dy
  const reach = (p: Position) => (p.x - axes.centre.x) * ux + (p.y - axes.centre.y) * uy
  const side = (p: Position) => (p.y - axes.centre.y) * ux - (p.x - axes.centre.x) * uy
  const reached = ring.map(reach)
  const low = Math.min(...reached)
  const extent = Math.max(...reached) - low
  const target = low + extent * share
  const near = ring
    .map((_, index) => index)
    .filter((index) => Math.abs((reached[index] as number) - target) < extent * 0.2)
  const upper = near.filter((index) => side(at(ring, index)) > 0)
  const lower = near.filter((index) => side(at(ring, index)) <= 0)
  if (upper.length === 0 || lower.length === 0) return undefined
  const areas = runningAreas(ring)
  const whole = areas[ring.length] as number
  const crowded = ring.map((point, index) => crowding(ring, index, point, style.clearance))
  const candidates: Candidate[] = []
  for (let attempt = 0; attempt < 40; attempt++) {
    const i = random.pick(upper)
    const j = random.pick(lower)
    const [from, to] = [at(ring, i), at(ring, j)]
    const [a, b] = i < j ? [i, j] : [j, i]
    const part = ((areas[b] as number) - (areas[a] as number) + cross(at(ring, b), at(ring, a))) / whole
    const skew = Math.abs((reached[i] as number) - (reached[j] as number)) / Math.max(distance(from, to), 1)
    const balance = Math.min(Math.abs(part - share), Math.abs(1 - part - share))
    const score =
      3 * balance +
      0.7 * skew +
      (crowded[i] as number) +
      (crowded[j] as number) +
      distance(from, to) / (axes.long + axes.short)
    candidates.push({ from, to, score })
  }
  candidates.sort((a, b) => a.score - b.score)
  for (const { from, to } of candidates.slice(0, 14)) {
    const line = bowedLine(ring, from, to, style, random)
    if (staysInside(ring, line, style.clearance))
      return cutAlong(ring, from, to, verticesOf(line, style.along, style.barrier))
    const straight = bowedLine(ring, from, to, { ...style, bend: 0 }, random)
    if (staysInside(ring, straight, style.clearance))
      return cutAlong(ring, from, to, verticesOf(straight, style.along, style.barrier))
  }
  return undefined
}

const cross = (a: Position, b: Position): number => a.x * b.y - b.x * a.y

/** Twice the area swept from the first vertex to each vertex: the area of any cut piece then costs two look-ups. */
function runningAreas(ring: Ring): number[] {
  const areas = [0]
  for (let index = 0; index < ring.length; index++)
    areas.push((areas[index] as number) + cross(at(ring, index), at(ring, index + 1)))
  return areas
}

/** How badly a junction here would crowd another one close by; a true crossroads is welcome. */
function crowding(ring: Ring, index: number, point: Vertex, clearance: number): number {
  if (point.junctions > 1) return 0.6
  let worst = point.junctions === 1 ? -0.04 : 0
  for (const step of [-1, 1]) {
    for (let offset = step; Math.abs(offset) < ring.length; offset += step) {
      const other = at(ring, index + offset)
      const away = distance(point, other)
      if (away > clearance * 1.6) break
      if (other.junctions > 0) worst = Math.max(worst, 0.5 * (1 - away / (clearance * 1.6)) + 0.15)
    }
  }
  return worst
}

/** Metres between a point and the nearest edge of a ring, edges touching `except` left out. */
export function roomAt(ring: Ring, point: Position, except: Vertex): number {
  let least = Number.POSITIVE_INFINITY
  for (let edge = 0; edge < ring.length; edge++) {
    const a = at(ring, edge)
    const b = at(ring, edge + 1)
    if (a !== except && b !== except) least = Math.min(least, distanceToSegment(point, a, b))
  }
  return least
}

/** Metres between a point and what side streets keep from the water or rails along a ring. */
export function roomToWater(ring: Ring, point: Position): number {
  return Math.min(
    ...ring.map((edge) => (edge.barrier > 0 ? distance(point, edge) - edge.barrier : Number.POSITIVE_INFINITY)),
  )
}
