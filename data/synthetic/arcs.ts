/** Roads that go round a town: from one vertex to another about a centre, through the land. */
import { type Cut, cutAlong, NoRoom, type Ring, staysInside, verticesOf } from './cut.ts'
import { type Along, at, contains, distance, type Position, type Vertex } from './plane.ts'
import type { Random } from './random.ts'

/** The arc's positions, from one end to the other, turning the way that keeps it on land. */
export function arcAround(
  ring: Ring,
  centre: Position,
  from: Position,
  to: Position,
  step: number,
  swell: number,
  random: Random,
): Position[] {
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  const anticlockwise = (Math.atan2(to.y - centre.y, to.x - centre.x) - start + 4 * Math.PI) % (2 * Math.PI)
  const phases = [random.between(0, 6), random.between(0, 6)] as const
  const draw = (sweep: number) => {
    const [r0, r1] = [distance(centre, from), distance(centre, to)]
    const pieces = Math.max(3, Math.round((((r0 + r1) / 2) * Math.abs(sweep)) / step))
    return Array.from({ length: pieces + 1 }, (_, index) => {
      if (index === 0) return from
      if (index === pieces) return to
      const t = index / pieces
      const envelope = Math.sin(Math.PI * t)
      const wobble = 1 + swell * envelope * (0.6 * Math.sin(3.4 * t + phases[0]) + 0.32 * Math.sin(8.3 * t + phases[1]))
      const radius = (r0 + (r1 - r0) * t) * wobble
      return { x: centre.x + Math.cos(start + sweep * t) * radius, y: centre.y + Math.sin(start + sweep * t) * radius }
    })
  }
  const one = draw(anticlockwise)
  return contains(ring, at(one, one.length >> 1)) ? one : draw(anticlockwise - 2 * Math.PI)
}

/** Cuts a ring along an arc; undefined when no arc stays on land. */
export function cutArc(
  ring: Ring,
  centre: Position,
  from: Vertex,
  to: Vertex,
  step: number,
  along: Along,
  random: Random,
  mostSwell = 0.16,
): Cut | undefined {
  for (const swell of [1, 0.75, 0.5, 0.25, 0].map((share) => share * mostSwell)) {
    for (let attempt = 0; attempt < 4; attempt++) {
      const line = arcAround(ring, centre, from, to, step, swell, random)
      if (staysInside(ring, line, step)) return cutAlong(ring, from, to, verticesOf(line, along))
    }
  }
  return undefined
}

/** First vertex at least so many metres from a centre, walking round a ring from an index. */
export function walkUntilFar(ring: Ring, start: number, direction: 1 | -1, centre: Position, metres: number): Vertex {
  for (let step = 0; step < ring.length; step++) {
    const here = at(ring, start + direction * step)
    if (distance(here, centre) >= metres) return here
  }
  throw new NoRoom('the land is smaller than the distance asked for')
}

/** The item of a list that scores least. */
export function leastBy<T>(items: readonly T[], score: (item: T) => number): T {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const item of items) {
    const value = score(item)
    if (value < least || best === undefined) {
      least = value
      best = item
    }
  }
  if (best === undefined) throw new RangeError('leastBy: nothing to choose from')
  return best
}
