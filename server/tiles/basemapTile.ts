import { type Kysely, sql } from 'kysely'
import { lastBasemapZoom } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import type { TileFeature } from './encode.ts'
import type { TileAddress } from './schemas.ts'
import { readShape } from './shape.ts'
import { tileBox, tileUnit, toTileUnits } from './tileGeometry.ts'

/** The layers of the basemap, as their features name them. */
export const basemapLayers = ['land', 'water', 'park', 'building', 'rail', 'road', 'place'] as const
type BasemapLayer = (typeof basemapLayers)[number]

const toleranceUnits = 3

interface Row {
  layer: string
  class: string
  name: string
  name_cy: string
  minimum_zoom: number
  shape: string
}

/**
 * The basemap of a tile, in the order in which it was loaded. The last tile zoom holds what is to be drawn further in too,
 * with its `minimum_zoom`.
 */
export async function basemapTile(
  published: Kysely<Tables>,
  tile: TileAddress,
): Promise<{ version: string; layers: Record<BasemapLayer, TileFeature[]> }> {
  const reach = tile.zoom >= lastBasemapZoom ? 99 : tile.zoom
  const shape = sql<string>`case st_dimension(geometry) when 0 then geometry
    else st_simplify(st_clipbybox2d(geometry, tile.box), ${tileUnit(tile).metres * toleranceUnits}::double precision) end`
  const { rows } = await sql<{ version: string; found: Row[] | null }>`
    select (select version::text from data_version) as version, (
      select json_agg(json_build_object('layer', layer, 'class', class, 'name', name, 'name_cy', name_cy,
        'minimum_zoom', minimum_zoom, 'shape', encode(shape, 'base64')) order by id)
      from (
        select id, layer, class, name, name_cy, minimum_zoom,
          st_astwkb(${toTileUnits(sql`st_collectionextract(${shape}, st_dimension(geometry) + 1)`, tile)}, 0) as shape
        from (select ${tileBox(tile)} as box) tile
        join basemap_feature on geometry && tile.box
        where minimum_zoom <= ${reach}
        offset 0 -- or the shape would be made twice, for the condition and for the row
      ) drawn
      where shape is not null
    ) as found`.execute(published)
  const { version, found } = rows[0] as { version: string; found: Row[] | null }
  const layers = Object.fromEntries(basemapLayers.map((layer) => [layer, [] as TileFeature[]])) as Record<
    BasemapLayer,
    TileFeature[]
  >
  for (const row of found ?? []) {
    const shape = readShape(Buffer.from(row.shape, 'base64'))
    if (shape && isLayer(row.layer))
      layers[row.layer].push({ type: shape.type, geometry: shape.parts, properties: propertiesOf(row, tile.zoom) })
  }
  return { version, layers }
}

function isLayer(name: string): name is BasemapLayer {
  return (basemapLayers as readonly string[]).includes(name)
}

function propertiesOf(row: Row, zoom: number): Record<string, string | number> {
  return {
    class: row.class,
    ...(row.name ? { name: row.name, name_cy: row.name_cy || row.name } : {}),
    ...(row.minimum_zoom > zoom ? { minimum_zoom: row.minimum_zoom } : {}),
  }
}
