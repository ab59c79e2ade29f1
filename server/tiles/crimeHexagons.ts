import { cellToBoundary, getHexagonEdgeLengthAvg, UNITS } from 'h3-js'
import { type Kysely, sql } from 'kysely'
import { cellPixel, pixelPosition, worldBits, worldPixel, worldSize } from '../../shared/geography/mercator.ts'
import { hexagonResolution } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import { cellCondition } from './cellCondition.ts'
import { coveringRanges, holdsPixel, type PixelBox, tilePixels } from './coveringRanges.ts'
import type { FetchedTile } from './crimePoints.ts'
import { type TileFeature, type TilePosition, tileExtent } from './encode.ts'
import type { CrimeTileQuery, TileAddress } from './schemas.ts'

interface PackedHexagons {
  version: string
  hexagons: Uint8Array | null
  cells: Uint8Array | null
  counts: Uint8Array | null
}

/**
 * The hexagons that touch a tile (below zoom 12), each with its incidents in the month. A hexagon is in every tile that it
 * touches; `middle` is true in the one that holds its middle, so that sums over tiles count it once.
 */
export async function crimeHexagons(published: Kysely<Tables>, query: CrimeTileQuery): Promise<FetchedTile> {
  const resolution = hexagonResolution(query.zoom)
  const reach = hexagonReachPixels(resolution, query)
  const ranges = coveringRanges(tilePixels(query.zoom, query.column, query.row, reach))
  const category = query.categoryId === undefined ? sql`` : sql`and category_id = ${query.categoryId}`
  const { rows } = await sql<PackedHexagons>`
    select (select version::text from data_version) as version,
      string_agg(int8send(hexagon), ''::bytea) as hexagons,
      string_agg(int8send(cell), ''::bytea) as cells,
      string_agg(int4send(count), ''::bytea) as counts
    from (
      select hexagon, cell, sum(count)::integer as count
      from hexagon_count
      where resolution = ${resolution} and month = ${query.day}::date and ${cellCondition(ranges)} ${category}
      group by hexagon, cell
    ) drawn`.execute(published)
  const packed = rows[0] as PackedHexagons
  return { version: packed.version, features: features(packed, query) }
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

function features({ hexagons, cells, counts }: PackedHexagons, address: TileAddress): TileFeature[] {
  if (!hexagons || !cells || !counts) return []
  const tile = tilePixels(address.zoom, address.column, address.row)
  const [hexagonBytes, cellBytes, countBytes] = [hexagons, cells, counts].map(
    (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ) as [DataView, DataView, DataView]
  const made: TileFeature[] = []
  for (let index = 0; index < counts.byteLength / 4; index++) {
    const hexagon = hexagonBytes.getBigUint64(index * 8)
    const ring = hexagonRing(hexagon, tile, address.zoom)
    if (!touchesTile(ring)) continue
    const { x, y } = cellPixel(Number(cellBytes.getBigInt64(index * 8)))
    made.push({
      id: hexagonNumber(hexagon),
      type: 'polygon',
      geometry: [ring],
      properties: { count: countBytes.getInt32(index * 4), middle: holdsPixel(tile, x, y) },
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
