import { type Kysely, sql } from 'kysely'
import type { TileKind } from '../../shared/map/tileAddresses.ts'
import type { MapBox } from '../../shared/map/view.ts'
import { firstPointZoom, firstTileZoom, lastBasemapZoom, lastTileZoom } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import { basemapLayers } from './basemapTile.ts'

interface VectorLayer {
  id: string
  description: string
  minzoom?: number
  maxzoom?: number
  fields: Record<string, string>
}

/** TileJSON 3.0.0 (https://github.com/mapbox/tilejson-spec/tree/master/3.0.0). */
export interface TileJson {
  tilejson: '3.0.0'
  name: string
  tiles: string[]
  attribution: string
  minzoom: number
  maxzoom: number
  bounds?: MapBox
  vector_layers: VectorLayer[]
}

const names = { name: 'Name', name_cy: 'Welsh name, or the name where there is none' }
const outlineFields = {
  force: 'Identifier of the force',
  code: 'Identifier of the neighbourhood in its force',
  source: 'police: the force’s own outline; ward: wards stand in for it',
  ...names,
}

const layersOf: Record<TileKind, VectorLayer[]> = {
  crime: [
    {
      id: 'hexagons',
      description: 'H3 hexagons with recorded crimes, in every tile that they touch',
      minzoom: firstTileZoom,
      maxzoom: firstPointZoom - 1,
      fields: { count: 'Recorded crimes', middle: 'true in the tile that holds its middle: sum these' },
    },
    {
      id: 'points',
      description: 'Anonymised map points with recorded crimes; each stands for an area. The id is the point’s',
      minzoom: firstPointZoom,
      maxzoom: lastTileZoom,
      fields: { count: 'Recorded crimes' },
    },
  ],
  neighbourhoods: [
    { id: 'neighbourhoods', description: 'Outlines of police neighbourhoods', fields: outlineFields },
    { id: 'neighbourhood-names', description: 'A point inside each outline', fields: outlineFields },
  ],
  basemap: basemapLayers.map((id) => ({
    id,
    description: `Basemap: ${id}`,
    fields: { class: 'Kind of feature', minimum_zoom: 'Zoom from which to draw it, if not at once', ...names },
  })),
}

const crimeAttribution = 'Contains public sector information licensed under the Open Government Licence v3.0'

/** Describes a kind of tiles, which are at an address with `{z}/{x}/{y}` in it. */
export function describe(kind: TileKind, address: string, attribution: string, bounds: MapBox | undefined): TileJson {
  return {
    tilejson: '3.0.0',
    name: `Our Patch: ${kind}`,
    tiles: [address],
    attribution,
    minzoom: firstTileZoom,
    maxzoom: kind === 'basemap' ? lastBasemapZoom : lastTileZoom,
    ...(bounds ? { bounds } : {}),
    vector_layers: layersOf[kind],
  }
}

/** Who is to be named beside tiles of a kind; plain text. */
export async function attributionOf(published: Kysely<Tables>, kind: TileKind): Promise<string> {
  if (kind === 'crime') {
    const real = await published
      .selectFrom('publication')
      .innerJoin('force', 'force.id', 'force_id')
      .select('force.id')
      .where('is_invented', '=', false)
      .limit(1)
      .executeTakeFirst()
    return real ? crimeAttribution : ''
  }
  if (kind === 'neighbourhoods') {
    const wards = await published
      .selectFrom('neighbourhood_outline')
      .select('source')
      .where('source', '=', 'ward')
      .limit(1)
      .executeTakeFirst()
    return wards ? 'Wards: Office for National Statistics. Contains OS data © Crown copyright and database right' : ''
  }
  const sources = await published.selectFrom('basemap_source').select('attribution').orderBy('source').execute()
  return [...new Set(sources.map((source) => source.attribution))].join(' · ')
}

/** West, south, east and north of a kind's features in degrees, undefined where there are none. Crimes: of the outlines and points. */
export async function boundsOf(published: Kysely<Tables>, kind: TileKind): Promise<MapBox | undefined> {
  const extent =
    kind === 'basemap'
      ? sql`select st_extent(bounds) as box from basemap_source`
      : kind === 'neighbourhoods'
        ? sql`select st_extent(outline) as box from neighbourhood_outline`
        : sql`select st_extent(location) as box from map_point`
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
    from (${extent}) found`.execute(published)
  const found = rows[0]
  return found && found.west !== null ? [found.west, found.south, found.east, found.north] : undefined
}
