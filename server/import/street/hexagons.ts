import { cellToLatLng, cellToParent } from 'h3-js'
import { mortonCell, worldPixel } from '../../../shared/geography/mercator.ts'

/** Resolutions of the hexagons that counts are kept for; a point's own hexagon is of the next finer one. */
export const countedResolutions = [5, 6, 7, 8] as const
export const pointResolution = 9

/** A hexagon as its counts are written. */
export interface Hexagon {
  /** The H3 cell as PostgreSQL's bigint holds it. */
  id: bigint
  resolution: number
  /** Morton number of its middle. */
  cell: number
  /** The hexagon of the next coarser counted resolution that holds it. */
  parent: Hexagon | undefined
}

/** Every hexagon met so far, each once: those that hold points by the points' own, and all by name. */
const holders = new Map<string, Hexagon>()
const known = new Map<string, Hexagon>()
const mostKnown = 200_000

/**
 * The hexagon of the finest counted resolution that holds a point's own.
 * @param pointHexagon an H3 cell of resolution 9, in hexadecimal
 */
export function hexagonHolding(pointHexagon: string): Hexagon {
  if (holders.size > mostKnown) {
    holders.clear()
    known.clear()
  }
  let holder = holders.get(pointHexagon)
  if (!holder) {
    holder = hexagonOf(pointHexagon, countedResolutions.length - 1)
    holders.set(pointHexagon, holder)
  }
  return holder
}

/** The hexagon that holds a cell, of a counted resolution by its place in the list. */
function hexagonOf(finerCell: string, place: number): Hexagon {
  const resolution = countedResolutions[place] as number
  const name = cellToParent(finerCell, resolution)
  let hexagon = known.get(name)
  if (!hexagon) {
    const [latitude, longitude] = cellToLatLng(name)
    const pixel = worldPixel(longitude, latitude)
    const parent = place > 0 ? hexagonOf(name, place - 1) : undefined
    hexagon = { id: signedCell(name), resolution, cell: mortonCell(pixel.x, pixel.y), parent }
    known.set(name, hexagon)
  }
  return hexagon
}

/** An H3 cell, in hexadecimal, as PostgreSQL's bigint holds it. */
export function signedCell(name: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${name}`))
}
