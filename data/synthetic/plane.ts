/** Plane geometry in metres east and north of the force's centre. Polygons are rings without the repeated end, anticlockwise. */

/** What a line of vertices is: streets stop short of water and rails, and villages stand on roads. */
export type Along = 'coast' | 'river' | 'rail' | 'road' | 'edge'

/** Shared by every polygon and street that meets there, so that outlines fit exactly. */
export interface Vertex {
  readonly x: number
  readonly y: number
  readonly along: Along
  /** Metres that a side street stops short of this vertex. */
  readonly barrier: number
  /** How many cuts end here. */
  junctions: number
}

export interface Position {
  readonly x: number
  readonly y: number
}

export const vertex = (x: number, y: number, along: Along, barrier = 0): Vertex => ({
  x,
  y,
  along,
  barrier,
  junctions: 0,
})

export const distance = (a: Position, b: Position): number => Math.hypot(b.x - a.x, b.y - a.y)

/** Item at a position counted round a ring. */
export function at<T>(ring: readonly T[], index: number): T {
  const item = ring[((index % ring.length) + ring.length) % ring.length]
  if (item === undefined) throw new RangeError('at: empty ring')
  return item
}

/** Signed area in m²: positive when anticlockwise. */
export function signedArea(ring: readonly Position[]): number {
  let twice = 0
  for (let index = 0; index < ring.length; index++) {
    const a = at(ring, index)
    const b = at(ring, index + 1)
    twice += a.x * b.y - b.x * a.y
  }
  return twice / 2
}

export function centroid(ring: readonly Position[]): Position {
  const origin = at(ring, 0)
  let x = 0
  let y = 0
  let twice = 0
  for (let index = 0; index < ring.length; index++) {
    const a = at(ring, index)
    const b = at(ring, index + 1)
    const cross = (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    x += (a.x + b.x - 2 * origin.x) * cross
    y += (a.y + b.y - 2 * origin.y) * cross
    twice += cross
  }
  return { x: origin.x + x / (3 * twice), y: origin.y + y / (3 * twice) }
}

export function contains(ring: readonly Position[], point: Position): boolean {
  let inside = false
  let a = at(ring, ring.length - 1)
  for (const b of ring) {
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
      inside = !inside
    a = b
  }
  return inside
}

export function distanceToSegment(point: Position, a: Position, b: Position): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const px = point.x - a.x
  const py = point.y - a.y
  const squared = dx * dx + dy * dy
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared))
  const x = px - t * dx
  const y = py - t * dy
  return Math.sqrt(x * x + y * y)
}

export function distanceToLine(point: Position, line: readonly Position[], closed = false): number {
  let least = Number.POSITIVE_INFINITY
  let a = at(line, closed ? line.length - 1 : 0)
  for (const b of line) {
    // A segment wholly farther east, west, north or south than the best so far cannot be nearer.
    const outside =
      Math.min(a.x, b.x) - point.x > least ||
      point.x - Math.max(a.x, b.x) > least ||
      Math.min(a.y, b.y) - point.y > least ||
      point.y - Math.max(a.y, b.y) > least
    if (!outside) least = Math.min(least, distanceToSegment(point, a, b))
    a = b
  }
  return least
}

const turn = (a: Position, b: Position, c: Position): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Whether two segments properly cross or touch. */
export function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)) return false
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) return false
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
}

export function lineLength(line: readonly Position[]): number {
  let length = 0
  for (let index = 1; index < line.length; index++) length += distance(at(line, index - 1), at(line, index))
  return length
}

/** The position a given number of metres along a line, and the unit direction there. */
export function alongLine(line: readonly Position[], metres: number): Position & { dx: number; dy: number } {
  let left = metres
  for (let index = 1; index < line.length; index++) {
    const a = at(line, index - 1)
    const b = at(line, index)
    const step = distance(a, b)
    if (left <= step || index === line.length - 1) {
      const t = step === 0 ? 0 : left / step
      const scale = step === 0 ? 0 : 1 / step
      return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, dx: (b.x - a.x) * scale, dy: (b.y - a.y) * scale }
    }
    left -= step
  }
  const only = at(line, 0)
  return { x: only.x, y: only.y, dx: 1, dy: 0 }
}

/** Drops metres from the start and the end of a line. Empty when nothing is left. */
export function trimLine(line: readonly Position[], fromStart: number, fromEnd: number): Position[] {
  const length = lineLength(line)
  if (fromStart + fromEnd >= length - 1) return []
  const trimmed: Position[] = [alongLine(line, fromStart)]
  let walked = 0
  for (let index = 1; index < line.length; index++) {
    walked += distance(at(line, index - 1), at(line, index))
    if (walked > fromStart + 0.5 && walked < length - fromEnd - 0.5) trimmed.push(at(line, index))
  }
  trimmed.push(alongLine(line, length - fromEnd))
  return trimmed
}

/** Douglas and Peucker's simplification, to a tolerance in metres. */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  if (line.length < 3) return [...line]
  const first = at(line, 0)
  const last = at(line, line.length - 1)
  let farthest = 0
  let far = 0
  for (let index = 1; index < line.length - 1; index++) {
    const away = distanceToSegment(at(line, index), first, last)
    if (away > far) {
      far = away
      farthest = index
    }
  }
  if (far <= tolerance) return [first, last]
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(line.slice(farthest), tolerance),
  ]
}
