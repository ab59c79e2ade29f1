import { hexagons, points } from './layers/crimes.ts'
import { ground } from './layers/ground.ts'
import { names } from './layers/names.ts'
import { missing, neighbourhoodNames, outlines } from './layers/neighbourhoods.ts'
import { roads } from './layers/roads.ts'
import type { Layers } from './look.ts'

/** The drawing order, bottom to top. */
export const order: readonly Layers[] = [ground, hexagons, missing, roads, outlines, points, names, neighbourhoodNames]
