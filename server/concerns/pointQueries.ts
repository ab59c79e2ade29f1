import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { pointAt } from '../database/geo.ts'

type Reader = Database['kysely']

/** Names of the map points of a neighbourhood as they are published, "On or near Abbey Lane"; those without a name are left out. */
export async function streetsOf(reader: Reader, neighbourhoodId: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('map_point')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('street_name', '!=', '')
    .select('street_name')
    .distinct()
    .orderBy('street_name')
    .execute()
  return rows.map((row) => row.street_name)
}

/** The map point in the middle of those of a name. */
export async function middlePoint(
  reader: Reader,
  neighbourhoodId: number,
  streets: readonly string[],
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    with named as materialized (
      select id, location from map_point
      where neighbourhood_id = ${neighbourhoodId} and street_name in (${sql.join(streets)}))
    select id from named order by st_distance(location, (select st_centroid(st_collect(location)) from named)), id limit 1`.execute(
    reader,
  )
  return rows[0]?.id
}

/** The map point of a neighbourhood that is nearest to a position (degrees, EPSG:4326); undefined for a position outside its outline. */
export async function nearestPoint(
  reader: Reader,
  neighbourhoodId: number,
  longitude: number,
  latitude: number,
): Promise<number | undefined> {
  const here = pointAt(longitude, latitude)
  const { rows } = await sql<{ id: number }>`
    select p.id from map_point p join neighbourhood_outline o on o.neighbourhood_id = p.neighbourhood_id
    where p.neighbourhood_id = ${neighbourhoodId} and st_covers(o.outline, ${here})
    order by st_distance(p.location::geography, ${here}::geography), p.id limit 1`.execute(reader)
  return rows[0]?.id
}
