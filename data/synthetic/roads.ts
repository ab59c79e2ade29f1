/** Cutting land with roads: a wandering one between two places, or many until the pieces are of the size wanted. */
import { smoothThrough, wander } from './curves.ts'
import { type Cut, type CutStyle, cutAcross, cutAlong, type Ring, staysInside, verticesOf } from './cut.ts'
import { type Along, signedArea, type Vertex } from './plane.ts'
import type { Random } from './random.ts'

export interface Wandering {
  readonly step: number
  readonly roughness: number
  readonly clearance: number
  readonly along: Along
  readonly barrier?: number
}

/** A wandering line between two vertices of a ring; undefined when none stays inside. */
export function cutRoad(ring: Ring, from: Vertex, to: Vertex, style: Wandering, random: Random): Cut | undefined {
  for (let attempt = 0; attempt < 30; attempt++) {
    const roughness = style.roughness * (1 - attempt / 40)
    const line = smoothThrough(wander(from, to, roughness, style.step * 12, random), style.step)
    if (staysInside(ring, line, style.clearance))
      return cutAlong(ring, from, to, verticesOf(line, style.along, style.barrier))
  }
  return undefined
}

/** Cuts a ring into so many parts of like area. Each cut is told to `laid`. Fewer parts when the shape allows no more. */
export function partition(
  ring: Ring,
  parts: number,
  style: CutStyle,
  random: Random,
  laid: (path: Vertex[]) => void,
): Ring[] {
  if (parts <= 1) return [ring]
  const fewer = Math.floor(parts / 2)
  const cut = cutAcross(ring, fewer / parts, style, random) ?? cutAcross(ring, 0.5, { ...style, bend: 0 }, random)
  if (!cut) return [ring]
  laid(cut.path)
  const [small, large] = [cut.left, cut.right].sort((a, b) => signedArea(a) - signedArea(b)) as [Ring, Ring]
  return [...partition(small, fewer, style, random, laid), ...partition(large, parts - fewer, style, random, laid)]
}
