/** Lakes and woods between the lanes. */

import type { Parcel } from './country.ts'
import { blob } from './curves.ts'
import type { Ring } from './cut.ts'
import { at, centroid, contains, distanceToLine, type Position } from './plane.ts'
import type { Random } from './random.ts'

export interface Landscape {
  readonly lakes: Position[][]
  readonly woods: Position[][]
}

/** Shapes that fit inside country parcels, clear of lanes, water and one another. */
export function growLandscape(parcels: readonly Parcel[], river: readonly Position[], random: Random): Landscape {
  const landscape: Landscape = { lakes: [], woods: [] }
  const country = parcels.filter((parcel) => parcel.setting === 'country')
  for (const [index, parcel] of random.shuffle(country).entries()) {
    const lake = index < 3 ? place(parcel.ring, random.between(280, 520), 120, random, []) : undefined
    if (lake && distanceToLine(centroid(lake), river) > 900) landscape.lakes.push(lake)
    const here = lake ? [lake] : []
    for (let wood = random.integer(0, 3); wood > 0; wood--) {
      const shape = place(parcel.ring, random.between(90, 420), 60, random, here)
      if (!shape || distanceToLine(centroid(shape), river) < 500) continue
      here.push(shape)
      landscape.woods.push(shape)
    }
  }
  return landscape
}

/** A blob inside a ring at a distance from its edge and from other shapes, if a few tries find one. */
function place(
  ring: Ring,
  radius: number,
  clearance: number,
  random: Random,
  others: readonly Position[][],
): Position[] | undefined {
  const middle = centroid(ring)
  for (let attempt = 0; attempt < 6; attempt++) {
    const towards = at(ring, random.integer(0, ring.length - 1))
    const t = random.between(0, 0.7)
    const centre = { x: middle.x + (towards.x - middle.x) * t, y: middle.y + (towards.y - middle.y) * t }
    if (!contains(ring, centre)) continue
    const room = Math.min(
      distanceToLine(centre, ring, true) - clearance,
      ...others.map((other) => distanceToLine(centre, other, true) * 0.6),
    )
    if (room < radius * 0.35 || others.some((other) => contains(other, centre))) continue
    return blob(centre, Math.min(radius, room / 1.9), random)
  }
  return undefined
}
