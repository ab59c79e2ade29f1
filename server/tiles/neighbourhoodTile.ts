import { type Kysely, sql } from 'kysely'
import type { OutlineSource, Tables } from '../database/tables.ts'
import { type TileFeature, tileExtent } from './encode.ts'
import type { TileAddress } from './schemas.ts'
import { readShape } from './shape.ts'
import { tileBox, tileUnit, toTileUnits } from './tileGeometry.ts'

/** Below this zoom outlines have no names: they would not fit. */
const firstNameZoom = 9
/** Corners nearer to the line than this many tile units are left out; 8 units are one pixel of the screen. */
const toleranceUnits = 2

interface Row {
  id: number
  force: string
  code: string
  name: string
  name_cy: string | null
  source: OutlineSource
  shape: string
  label: string | null
}

/** The outlines that a tile shows, and a label point of each outline whose surface point lies in it. */
export interface NeighbourhoodTile {
  version: string
  outlines: TileFeature[]
  labels: TileFeature[]
}

/** One row back: outlines as base64 TWKB inside JSON, which both databases' drivers read natively. */
export async function neighbourhoodTile(published: Kysely<Tables>, tile: TileAddress): Promise<NeighbourhoodTile> {
  const box = sql<string>`st_transform(${tileBox(tile)}, 4326)`
  const outline = sql<string>`st_transform(st_simplify(st_clipbybox2d(outline, tile.box),
    ${tileUnit(tile).degrees * toleranceUnits}::double precision), 3857)`
  const label =
    tile.zoom < firstNameZoom
      ? sql`null`
      : sql`encode(st_astwkb(${toTileUnits(sql`st_transform(st_pointonsurface(outline), 3857)`, tile)}, 0), 'base64')`
  const { rows } = await sql<{ version: string; found: Row[] | null }>`
    select (select version::text from data_version) as version, (
      select json_agg(json_build_object('id', id, 'force', force_id, 'code', code, 'name', name, 'name_cy', name_cy,
        'source', source, 'shape', encode(shape, 'base64'), 'label', label) order by id)
      from (
        select neighbourhood.id, force_id, code, name, name_cy, source,
          st_astwkb(st_collectionextract(${toTileUnits(outline, tile)}, 3), 0) as shape,
          ${label} as label
        from (select ${box} as box) tile
        join neighbourhood_outline on outline && tile.box
        join neighbourhood on neighbourhood.id = neighbourhood_id
        offset 0 -- or the shape would be made twice, for the condition and for the row
      ) drawn
      where shape is not null
    ) as found`.execute(published)
  const { version, found } = rows[0] as { version: string; found: Row[] | null }
  const outlines: TileFeature[] = []
  const labels: TileFeature[] = []
  for (const row of found ?? []) {
    const { id, force, code, name, source } = row
    const shape = readShape(Buffer.from(row.shape, 'base64'))
    const properties = { force, code, source, name, name_cy: row.name_cy ?? name }
    if (shape?.type === 'polygon') outlines.push({ id, type: 'polygon', geometry: shape.parts, properties })
    const point = row.label ? readShape(Buffer.from(row.label, 'base64')) : undefined
    if (point && isInside(point.parts)) labels.push({ id, type: 'point', geometry: point.parts, properties })
  }
  return { version, outlines, labels }
}

/** A label stands in one tile only: the one that holds its point. */
function isInside(parts: { x: number; y: number }[][]): boolean {
  return parts.flat().every(({ x, y }) => x >= 0 && y >= 0 && x < tileExtent && y < tileExtent)
}
