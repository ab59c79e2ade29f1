import { sql } from 'kysely'
import type { CategorySlug } from '../../shared/categories.ts'
import { firstDay, type Month } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { firstHolding, pointAt } from '../database/geo.ts'
import { cellCondition } from '../tiles/cellCondition.ts'
import { boxPixels, coveringRanges } from '../tiles/coveringRanges.ts'
import type { Point } from './schemas.ts'

type Published = Context['published']

/** Forces that are loaded, by name. */
export function forces(published: Published) {
  return published.selectFrom('force').select(['id', 'name']).orderBy('name').execute()
}

/** Ids and names of a force's neighbourhoods; undefined when the force is not loaded. */
export async function neighbourhoodsOf(published: Published, forceId: string) {
  const force = await published.selectFrom('force').select('id').where('id', '=', forceId).executeTakeFirst()
  if (!force) return undefined
  return published
    .selectFrom('neighbourhood')
    .select(['code as id', 'name'])
    .where('force_id', '=', forceId)
    .orderBy('code')
    .execute()
}

/** One neighbourhood with its centre in degrees (texts, as the API gives them). */
export function neighbourhood(published: Published, forceId: string, code: string) {
  return published
    .selectFrom('neighbourhood')
    .where('force_id', '=', forceId)
    .where('code', '=', code)
    .select([
      'id',
      'code',
      'name',
      'description',
      'url_force',
      'contact_details',
      'residents',
      sql<string | null>`st_y(centre)::text`.as('latitude'),
      sql<string | null>`st_x(centre)::text`.as('longitude'),
    ])
    .executeTakeFirst()
}

/** Links that the team gives. */
export function linksOf(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('neighbourhood_link')
    .select(['url', 'title', 'description'])
    .where('neighbourhood_id', '=', neighbourhoodId)
    .orderBy('position')
    .execute()
}

/** Stations of the team, in its order. */
export function stationsOf(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('station')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select([
      'name',
      'kind as type',
      'address',
      'postcode',
      'telephone',
      'description',
      sql<string | null>`st_y(location)::text`.as('latitude'),
      sql<string | null>`st_x(location)::text`.as('longitude'),
    ])
    .orderBy('position')
    .execute()
}

/** Members of the team, in its order. */
export function peopleOf(published: Published, neighbourhoodId: number) {
  return published
    .selectFrom('team_member')
    .select(['name', 'rank', 'biography as bio', 'contact_details'])
    .where('neighbourhood_id', '=', neighbourhoodId)
    .orderBy('position')
    .execute()
}

/** Vertices of the outer ring of the largest part of an outline, as texts with ten decimals; empty without an outline. */
export async function boundaryOf(published: Published, neighbourhoodId: number) {
  const { rows } = await sql<{ latitude: string; longitude: string }>`
    with part as (
      select (st_dump(outline)).geom as polygon from neighbourhood_outline where neighbourhood_id = ${neighbourhoodId}
    ), largest as (
      select st_exteriorring(polygon) as ring from part order by st_area(polygon) desc limit 1
    ), vertex as (
      select (st_dumppoints(ring)).* from largest
    )
    select to_char(st_y(geom), 'FM990.0000000000') as latitude, to_char(st_x(geom), 'FM990.0000000000') as longitude
    from vertex order by path`.execute(published)
  return rows
}

/** Force and neighbourhood whose outline holds a point; the smallest where outlines overlap. */
export async function neighbourhoodAt(published: Published, { lat, lng }: Point) {
  const { rows } = await sql<{ force: string; neighbourhood: string }>`
    select neighbourhood.force_id as force, neighbourhood.code as neighbourhood
    from neighbourhood_outline join neighbourhood on neighbourhood.id = neighbourhood_outline.neighbourhood_id
    where ${firstHolding(pointAt(lng, lat))}`.execute(published)
  return rows[0]
}

/** Months of street crime that are held, newest first: of real forces, or of an invented one where there is no other. */
export async function publishedMonths(published: Published): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    with held as (
      select distinct publication.month, is_invented
      from publication join force on force.id = force_id where dataset = 'street'
    )
    select distinct to_char(month, 'YYYY-MM') as month from held
    where is_invented = (select bool_and(is_invented) from held) order by 1 desc`.execute(published)
  return rows.map((row) => row.month)
}

/** A crime as the table rows give it. */
export interface CrimeRow {
  id: number
  category: CategorySlug
  force_id: string
  longitude_microdegrees: number
  latitude_microdegrees: number
  map_point_id: number
  street_name: string
  context: string | null
  outcome: string | null
  persistent_id: string
}

/** Crimes of a month recorded at map points within a distance, in metres on the ground, of a point. */
export async function crimesNear(
  published: Published,
  at: Point,
  radiusMetres: number,
  month: Month,
  category: CategorySlug | undefined,
): Promise<CrimeRow[]> {
  const centre = pointAt(at.lng, at.lat)
  const ofCategory = category ? sql`and category.slug = ${category}` : sql``
  const { rows } = await sql<CrimeRow>`
    select crime.id, category.slug as category, publication.force_id,
           map_point.longitude_microdegrees, map_point.latitude_microdegrees, map_point.id as map_point_id,
           map_point.street_name, crime.context, outcome_category.name as outcome,
           coalesce(encode(crime.persistent_id, 'hex'), '') as persistent_id
    from crime
    join map_point on map_point.id = crime.map_point_id
    join category on category.id = crime.category_id
    join publication on publication.id = crime.publication_id
    left join outcome_category on outcome_category.id = crime.outcome_id
    where crime.month = ${firstDay(month)}::date and ${cellCondition(coveringRanges(boxPixels(boxAround(at, radiusMetres))), 'crime.cell')}
      and st_dwithin(map_point.location::geography, ${centre}::geography, ${radiusMetres})
      ${ofCategory}
    order by crime.id`.execute(published)
  return rows
}

/** Metres in a degree of latitude, where it is shortest: a box made with it is never too small. */
const metresInDegree = 110_500

/** West, south, east and north, in degrees, of a box that holds every place within a distance in metres of a point. */
function boxAround({ lat, lng }: Point, radiusMetres: number): [number, number, number, number] {
  const north = radiusMetres / metresInDegree
  const east = Math.min(180, north / Math.max(0, Math.cos(((Math.abs(lat) + north) * Math.PI) / 180)))
  return [lng - east, lat - north, lng + east, lat + north]
}
