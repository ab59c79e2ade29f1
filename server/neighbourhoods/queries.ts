import { type Kysely, sql } from 'kysely'
import type { CountedPoint, Position } from '../../shared/figures/smallMap.ts'
import { firstDay, type Month } from '../../shared/month.ts'
import type { OutlineSource, Tables } from '../database/tables.ts'

type Published = Kysely<Tables>

/** A neighbourhood and the force it belongs to. */
export interface Neighbourhood {
  id: number
  code: string
  name: string
  nameWelsh: string | null
  description: string | null
  forceUrl: string | null
  contactDetails: Record<string, string>
  residents: number | null
  force: Force
}

export interface Force {
  id: string
  name: string
  url: string | null
  telephone: string | null
  invented: boolean
}

const forceColumns = [
  'force.id as force_id',
  'force.name as force_name',
  'force.url as force_url',
  'force.telephone as force_telephone',
  'force.is_invented as force_is_invented',
] as const

interface ForceRow {
  force_id: string
  force_name: string
  force_url: string | null
  force_telephone: string | null
  force_is_invented: boolean
}

function forceOf(row: ForceRow): Force {
  return {
    id: row.force_id,
    name: row.force_name,
    url: row.force_url,
    telephone: row.force_telephone,
    invented: row.force_is_invented,
  }
}

/** The neighbourhood of a force and code; codes are case-sensitive. */
export async function neighbourhoodByCode(
  published: Published,
  forceId: string,
  code: string,
): Promise<Neighbourhood | undefined> {
  const row = await published
    .selectFrom('neighbourhood')
    .innerJoin('force', 'force.id', 'neighbourhood.force_id')
    .where('force_id', '=', forceId)
    .where('code', '=', code)
    .select(['neighbourhood.id', 'code', 'neighbourhood.name', 'name_cy', 'neighbourhood.description'])
    .select(['url_force', 'contact_details', 'residents'])
    .select(forceColumns)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    nameWelsh: row.name_cy,
    description: row.description,
    forceUrl: row.url_force,
    contactDetails: row.contact_details,
    residents: row.residents,
    force: forceOf(row),
  }
}

/** A force, or undefined when it is not loaded. */
export async function forceById(published: Published, forceId: string): Promise<Force | undefined> {
  const row = await published.selectFrom('force').where('id', '=', forceId).select(forceColumns).executeTakeFirst()
  return row && forceOf(row)
}

/** The people of the team, in the order in which the force lists them. */
export function teamMembers(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('team_member')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['id', 'name', 'rank', 'biography', 'contact_details', 'role', 'hours', 'photo_sha256', 'photo_alt'])
    .orderBy('position')
    .execute()
}

export function stations(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('station')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['name', 'kind', 'address', 'postcode', 'telephone', 'description', 'opening_hours'])
    .select([sql<number | null>`st_x(location)`.as('longitude'), sql<number | null>`st_y(location)`.as('latitude')])
    .orderBy('position')
    .execute()
}

export function links(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('neighbourhood_link')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['url', 'title', 'description'])
    .orderBy('position')
    .execute()
}

/** Where the outline of a neighbourhood comes from; undefined when it has none. */
export async function outlineSource(
  published: Published,
  neighbourhoodId: number,
): Promise<{ source: OutlineSource; areaNames: string[] } | undefined> {
  const row = await published
    .selectFrom('neighbourhood_outline')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['source', 'area_names'])
    .executeTakeFirst()
  return row && { source: row.source, areaNames: row.area_names }
}

/** What the numbers of residents inside an outline are of, as their files say: "Total population: mid 2015". */
export async function residentsSources(published: Published, neighbourhoodId: number): Promise<string[]> {
  const { rows } = await sql<{ residents_source: string }>`
    select distinct area.residents_source
    from neighbourhood_outline join area on st_covers(neighbourhood_outline.outline, area.middle)
    where neighbourhood_outline.neighbourhood_id = ${neighbourhoodId}
      and area.kind = 'lsoa' and area.residents is not null and area.residents_source is not null
    order by area.residents_source`.execute(published)
  return rows.map((row) => row.residents_source)
}

/** The rings of an outline in degrees (longitude, latitude), simplified to about a thousandth of its width. */
export async function outlineRings(published: Published, neighbourhoodId: number): Promise<Position[][]> {
  const { rows } = await sql<{ geometry: string }>`
    select st_asgeojson(st_simplifypreservetopology(outline, (st_xmax(outline) - st_xmin(outline)) / 1000), 6) as geometry
    from neighbourhood_outline where neighbourhood_id = ${neighbourhoodId}`.execute(published)
  return rows.flatMap((row) => linesOf(JSON.parse(row.geometry)))
}

/** The map points inside a neighbourhood's outline that have incidents in a month, by street name. */
export async function countedPoints(
  published: Published,
  neighbourhoodId: number,
  month: Month,
): Promise<CountedPoint[]> {
  const { rows } = await sql<{ longitude: number; latitude: number; street: string; count: number }>`
    select map_point.longitude_microdegrees / 1e6::double precision as longitude,
      map_point.latitude_microdegrees / 1e6::double precision as latitude,
      map_point.street_name as street, count(*)::integer as count
    from map_point
      join crime on crime.month = ${firstDay(month)}::date and crime.cell = map_point.cell and crime.map_point_id = map_point.id
    where map_point.neighbourhood_id = ${neighbourhoodId}
    group by map_point.id
    order by map_point.street_name, map_point.id`.execute(published)
  return rows
}

/** A layer of the basemap inside a box: lines or rings in Web Mercator metres (EPSG:3857). */
export interface BasemapLines {
  layer: string
  area: boolean
  lines: Position[][]
}

/**
 * Basemap features of some layers that cross a box, clipped to it.
 * @param metres west, south, east and north in Web Mercator metres (EPSG:3857)
 * @param zoom features meant for closer views than this are left out
 */
export async function basemapIn(
  published: Published,
  metres: readonly [number, number, number, number],
  zoom: number,
  layers: readonly string[],
): Promise<BasemapLines[]> {
  const [west, south, east, north] = metres
  const box = sql`st_makeenvelope(${west}::double precision, ${south}::double precision, ${east}::double precision, ${north}::double precision, 3857)`
  const { rows } = await sql<{ layer: string; dimension: number; geometry: string }>`
    select layer, st_dimension(geometry) as dimension,
      st_asgeojson(st_simplify(st_clipbybox2d(geometry, ${box}), ${(east - west) / 640}::double precision), 0) as geometry
    from basemap_feature
    where geometry && ${box} and st_dimension(geometry) > 0
      and minimum_zoom <= ${zoom}::double precision and layer in (${sql.join(layers)})
    order by minimum_zoom, id
    limit 1500`.execute(published)
  return rows
    .filter((row) => row.geometry !== null)
    .map((row) => ({ layer: row.layer, area: row.dimension === 2, lines: linesOf(JSON.parse(row.geometry)) }))
}

/** Whom the basemap of a box (Web Mercator metres) is owed to. */
export async function basemapAttribution(
  published: Published,
  metres: readonly [number, number, number, number],
): Promise<string[]> {
  const [west, south, east, north] = metres
  const { rows } = await sql<{ attribution: string }>`
    select distinct attribution from basemap_source
    where attribution <> '' and bounds && st_transform(st_makeenvelope(${west}::double precision,
      ${south}::double precision, ${east}::double precision, ${north}::double precision, 3857), 4326)
    order by attribution`.execute(published)
  return rows.map((row) => row.attribution)
}

interface GeoJsonLike {
  type: string
  coordinates?: unknown
  geometries?: GeoJsonLike[]
}

/** The rings and lines of any GeoJSON geometry; points have none. */
function linesOf(geometry: GeoJsonLike | null): Position[][] {
  switch (geometry?.type) {
    case 'LineString':
      return [geometry.coordinates as Position[]]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates as Position[][]
    case 'MultiPolygon':
      return (geometry.coordinates as Position[][][]).flat()
    case 'GeometryCollection':
      return (geometry.geometries ?? []).flatMap(linesOf)
    default:
      return []
  }
}
