import { type Kysely, sql } from 'kysely'
import { cellPixel, tileCells, worldBits } from '../../shared/geography/mercator.ts'
import type { Tables } from '../database/tables.ts'
import { type TileFeature, tileExtent } from './encode.ts'
import type { CrimeTileQuery, TileAddress } from './schemas.ts'

/** Points of a tile and the data version that they are of, from one snapshot. */
export interface FetchedTile {
  version: string
  features: TileFeature[]
}

interface PackedPoints {
  version: string
  ids: Uint8Array | null
  offsets: Uint8Array | null
  counts: Uint8Array | null
}

/**
 * The map points of a tile (zoom 12 and above), each with its incidents in the month. One range of the index, and one row back:
 * three arrays of 32-bit big-endian integers, since a row a point costs more to read than the query itself.
 * A point's offset is its cell's place in the tile's range, below 2^28 from zoom 12 on.
 */
export async function crimePoints(published: Kysely<Tables>, query: CrimeTileQuery): Promise<FetchedTile> {
  const { first, last } = tileCells(query.zoom, query.column, query.row)
  const category = query.categoryId === undefined ? sql`` : sql`and category_id = ${query.categoryId}`
  const { rows } = await sql<PackedPoints>`
    select (select version::text from data_version) as version,
      string_agg(int4send(map_point_id), ''::bytea) as ids,
      string_agg(int4send((cell - ${first}::bigint)::integer), ''::bytea) as offsets,
      string_agg(int4send(count), ''::bytea) as counts
    from (
      select map_point_id, cell, count(*)::integer as count
      from crime
      where month = ${query.day}::date and cell between ${first}::bigint and ${last}::bigint ${category}
      group by cell, map_point_id
    ) point`.execute(published)
  const packed = rows[0] as PackedPoints
  return { version: packed.version, features: features(packed, query) }
}

function features({ ids, offsets, counts }: PackedPoints, address: TileAddress): TileFeature[] {
  if (!ids || !offsets || !counts) return []
  const [idOf, offsetOf, countOf] = [ids, offsets, counts].map(integersOf) as [Read, Read, Read]
  const unitsAPixel = tileExtent / 2 ** (worldBits - address.zoom)
  const made: TileFeature[] = new Array(ids.byteLength / 4)
  for (let index = 0; index < made.length; index++) {
    const { x, y } = cellPixel(offsetOf(index))
    made[index] = {
      id: idOf(index),
      type: 'point',
      geometry: [[{ x: Math.floor(x * unitsAPixel), y: Math.floor(y * unitsAPixel) }]],
      properties: { count: countOf(index) },
    }
  }
  return made
}

type Read = (index: number) => number

function integersOf(bytes: Uint8Array): Read {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return (index) => view.getInt32(index * 4)
}
