import { hexagons, points } from './layers/crimes.ts'
import { ground } from './layers/ground.ts'
import { names, streetNames } from './layers/names.ts'
import { missing, neighbourhoodNames, outlines } from './layers/neighbourhoods.ts'
import { roads } from './layers/roads.ts'
import type { Layers } from './look.ts'

/** The drawing order, bottom to top. */
export const order: readonly Layers[] = [
  ground,
  roads,
  hexagons,
  missing,
  outlines,
  streetNames,
  points,
  names,
  neighbourhoodNames,
]
