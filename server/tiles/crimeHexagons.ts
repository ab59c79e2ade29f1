import { cellToBoundary, getHexagonEdgeLengthAvg, UNITS } from 'h3-js'
import type { Kysely } from 'kysely'
import { pixelPosition, worldBits, worldPixel, worldSize } from '../../shared/geography/mercator.ts'
import { hexagonResolution } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import { coveringRanges, holdsPixel, type PixelBox, tilePixels } from './coveringRanges.ts'
import type { FetchedTile } from './crimePoints.ts'
import { type TileFeature, type TilePosition, tileExtent } from './encode.ts'
import { type CountedHexagon, hexagonCounts } from './hexagonCounts.ts'
import type { CrimeTileQuery, TileAddress } from './schemas.ts'

/**
 * The hexagons that touch a tile (below zoom 12), each with its incidents in the month. A hexagon is in every tile that it
 * touches; `middle` is true in the one that holds its middle, so that sums over tiles count it once.
 */
export async function crimeHexagons(published: Kysely<Tables>, query: CrimeTileQuery): Promise<FetchedTile> {
  const { day, categoryId } = query
  const resolution = hexagonResolution(query.zoom)
  const reach = hexagonReachPixels(resolution, query)
  const ranges = coveringRanges(tilePixels(query.zoom, query.column, query.row, reach))
  const { version, hexagons } = await hexagonCounts(published, { resolution, day, categoryId }, ranges)
  return { version, features: features(hexagons, query) }
}

/** An H3 edge may be this much longer than the average of its resolution (https://h3geo.org/docs/core-library/restable). */
const longestEdge = 1.5
const equatorMetres = 40_075_016.686

/** How far a hexagon can reach from its middle, in world pixels, anywhere in a tile. */
export function hexagonReachPixels(resolution: number, { zoom, row }: TileAddress): number {
  const size = 2 ** (worldBits - zoom)
  const edges = [row * size, (row + 1) * size].map((y) =>
    Math.abs(pixelPosition(0, Math.min(worldSize - 1, y)).latitude),
  )
  const stretch = 1 / Math.cos((Math.min(85, Math.max(...edges)) * Math.PI) / 180)
  const metres = getHexagonEdgeLengthAvg(resolution, UNITS.m) * longestEdge
  return Math.ceil((metres * stretch * worldSize) / equatorMetres)
}

function features(hexagons: readonly CountedHexagon[], address: TileAddress): TileFeature[] {
  const tile = tilePixels(address.zoom, address.column, address.row)
  const made: TileFeature[] = []
  for (const { hexagon, x, y, count } of hexagons) {
    const ring = hexagonRing(hexagon, tile, address.zoom)
    if (!touchesTile(ring)) continue
    made.push({
      id: hexagonNumber(hexagon),
      type: 'polygon',
      geometry: [ring],
      properties: { count, middle: holdsPixel(tile, x, y) },
    })
  }
  return made
}

/** Base cell and the digits to resolution 8 of an H3 cell, 31 bits: unique within a resolution, as a feature's id must be a safe number. */
function hexagonNumber(hexagon: bigint): number {
  return Number((hexagon >> 21n) & 0x7fffffffn)
}

/** The corners of a hexagon in tile units, clockwise on the screen, closed. */
function hexagonRing(hexagon: bigint, tile: PixelBox, zoom: number): TilePosition[] {
  const units = tileExtent / 2 ** (worldBits - zoom)
  const ring = cellToBoundary(hexagon.toString(16)).map(([latitude, longitude]) => {
    const { x, y } = worldPixel(longitude, latitude)
    return { x: Math.round((x - tile.left) * units), y: Math.round((y - tile.top) * units) }
  })
  ring.reverse() // H3 gives corners anticlockwise on the ground
  ring.push(ring[0] as TilePosition)
  return ring
}

function touchesTile(ring: TilePosition[]): boolean {
  const [horizontal, vertical] = [ring.map(({ x }) => x), ring.map(({ y }) => y)]
  return (
    Math.max(...horizontal) >= 0 &&
    Math.max(...vertical) >= 0 &&
    Math.min(...horizontal) <= tileExtent &&
    Math.min(...vertical) <= tileExtent
  )
}
