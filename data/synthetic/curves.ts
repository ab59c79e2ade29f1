/** Natural-looking lines: smoothed through waypoints, bowed between two ends, or closed blobs. Metres. */
import { at, distance, type Position } from './plane.ts'
import type { Random } from './random.ts'

/** Catmull–Rom spline through waypoints, sampled about every `step` metres; both ends included. */
export function smoothThrough(waypoints: readonly Position[], step: number): Position[] {
  const line: Position[] = []
  for (let index = 0; index < waypoints.length - 1; index++) {
    const b = at(waypoints, index)
    const c = at(waypoints, index + 1)
    const a = index === 0 ? b : at(waypoints, index - 1)
    const d = index + 2 < waypoints.length ? at(waypoints, index + 2) : c
    const pieces = Math.max(1, Math.round(distance(b, c) / step))
    line.push(b)
    for (let piece = 1; piece < pieces; piece++) {
      const t = piece / pieces
      line.push({ x: spline(a.x, b.x, c.x, d.x, t), y: spline(a.y, b.y, c.y, d.y, t) })
    }
  }
  line.push(at(waypoints, waypoints.length - 1))
  return line
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}

/** Cubic Bézier through four control points, sampled about every `step` metres; both ends included. */
export function bezier(p0: Position, p1: Position, p2: Position, p3: Position, step: number): Position[] {
  const pieces = Math.max(1, Math.round((distance(p0, p1) + distance(p1, p2) + distance(p2, p3)) / step / 1.02))
  const line: Position[] = [p0]
  for (let piece = 1; piece < pieces; piece++) {
    const t = piece / pieces
    const u = 1 - t
    const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    line.push({
      x: w0 * p0.x + w1 * p1.x + w2 * p2.x + w3 * p3.x,
      y: w0 * p0.y + w1 * p1.y + w2 * p2.y + w3 * p3.y,
    })
  }
  line.push(p3)
  return line
}

/** Waypoints between two ends, displaced sideways midpoint by midpoint: a country road, a stream. */
export function wander(from: Position, to: Position, roughness: number, shortest: number, random: Random): Position[] {
  const length = distance(from, to)
  if (length < shortest) return [from, to]
  const aside = random.normal() * roughness * length
  const middle = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * aside,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * aside,
  }
  const before = wander(from, middle, roughness * 0.85, shortest, random)
  return [...before.slice(0, -1), ...wander(middle, to, roughness * 0.85, shortest, random)]
}

/** A closed rounded shape about a centre: a lake, a wood. */
export function blob(centre: Position, radius: number, random: Random, points = 26): Position[] {
  const stretch = random.between(1, 1.6)
  const tilt = random.between(0, Math.PI)
  const waves = [2, 3, 4, 5].map((order) => ({
    order,
    size: random.between(0, 0.34) / order,
    phase: random.between(0, 7),
  }))
  return Array.from({ length: points }, (_, index) => {
    const angle = (2 * Math.PI * index) / points
    const reach = radius * waves.reduce((sum, wave) => sum + wave.size * Math.sin(wave.order * angle + wave.phase), 1)
    const x = Math.cos(angle) * reach * stretch
    const y = (Math.sin(angle) * reach) / stretch
    return {
      x: centre.x + x * Math.cos(tilt) - y * Math.sin(tilt),
      y: centre.y + x * Math.sin(tilt) + y * Math.cos(tilt),
    }
  })
}
