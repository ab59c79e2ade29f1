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
}

/** Every hexagon met so far, each once. */
const known = new Map<string, Hexagon>()
const parents = new Map<string, Hexagon[]>()
const mostKnown = 200_000

/**
 * The hexagons of the counted resolutions that hold a point's own.
 * @param pointHexagon an H3 cell of resolution 9, in hexadecimal
 */
export function hexagonsAround(pointHexagon: string): Hexagon[] {
  if (parents.size > mostKnown) {
    parents.clear()
    known.clear()
  }
  let around = parents.get(pointHexagon)
  if (!around) {
    around = countedResolutions.map((resolution) => hexagonOf(cellToParent(pointHexagon, resolution), resolution))
    parents.set(pointHexagon, around)
  }
  return around
}

function hexagonOf(name: string, resolution: number): Hexagon {
  let hexagon = known.get(name)
  if (!hexagon) {
    const [latitude, longitude] = cellToLatLng(name)
    const pixel = worldPixel(longitude, latitude)
    hexagon = { id: signedCell(name), resolution, cell: mortonCell(pixel.x, pixel.y) }
    known.set(name, hexagon)
  }
  return hexagon
}

/** An H3 cell, in hexadecimal, as PostgreSQL's bigint holds it. */
export function signedCell(name: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${name}`))
}
