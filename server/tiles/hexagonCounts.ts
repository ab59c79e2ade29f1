import { type Kysely, sql } from 'kysely'
import { cellPixel } from '../../shared/geography/mercator.ts'
import type { HexagonResolution } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import { cellCondition } from './cellCondition.ts'
import type { CellRange } from './coveringRanges.ts'

/** A hexagon with recorded crimes: its H3 cell, the world pixel of its middle, and how many. */
export interface CountedHexagon {
  hexagon: bigint
  x: number
  y: number
  count: number
}

interface Packed {
  version: string
  hexagons: Uint8Array | null
  cells: Uint8Array | null
  counts: Uint8Array | null
}

/**
 * The hexagons whose middles are in the ranges, with the data version that they are of, from one snapshot.
 * One row back: an array of bytes a column, since a row a hexagon costs more to read than the query itself.
 * @param wanted `day`: first of the month; `categoryId`: undefined for all crime
 */
export async function hexagonCounts(
  published: Kysely<Tables>,
  wanted: { resolution: HexagonResolution; day: string; categoryId: number | undefined },
  ranges: readonly CellRange[],
): Promise<{ version: string; hexagons: CountedHexagon[] }> {
  const count =
    wanted.categoryId === undefined ? sql`count` : sql`coalesce(category_counts[${wanted.categoryId}::integer], 0)`
  const { rows } = await sql<Packed>`
    select (select version::text from data_version) as version,
      string_agg(int8send(hexagon), ''::bytea) as hexagons,
      string_agg(int8send(cell), ''::bytea) as cells,
      string_agg(int4send(count), ''::bytea) as counts
    from (
      select hexagon, cell, sum(${count})::integer as count
      from hexagon_count
      where resolution = ${wanted.resolution} and month = ${wanted.day}::date and ${cellCondition(ranges)} and ${count} > 0
      group by hexagon, cell
    ) drawn`.execute(published)
  const packed = rows[0] as Packed
  return { version: packed.version, hexagons: unpack(packed) }
}

function unpack({ hexagons, cells, counts }: Packed): CountedHexagon[] {
  if (!hexagons || !cells || !counts) return []
  const [hexagonBytes, cellBytes, countBytes] = [viewOf(hexagons), viewOf(cells), viewOf(counts)]
  return Array.from({ length: counts.byteLength / 4 }, (_, index) => ({
    hexagon: hexagonBytes.getBigUint64(index * 8),
    ...cellPixel(Number(cellBytes.getBigInt64(index * 8))),
    count: countBytes.getInt32(index * 4),
  }))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
