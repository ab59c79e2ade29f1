import { type Kysely, sql } from 'kysely'
import type { CategorySlug } from '../../shared/categories.ts'
import type { Month } from '../../shared/month.ts'
import type { Tables } from '../database/tables.ts'

export interface MapPoint {
  id: number
  street: string
  cell: number
  longitude: number
  latitude: number
  neighbourhood: { force: string; code: string; name: string; nameWelsh: string | null } | null
}

/** A map point by its number. */
export async function mapPointById(published: Kysely<Tables>, id: number): Promise<MapPoint | undefined> {
  const row = await published
    .selectFrom('map_point')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'map_point.neighbourhood_id')
    .select(['map_point.id', 'street_name', 'cell', 'longitude_microdegrees', 'latitude_microdegrees'])
    .select(['force_id', 'code', 'name', 'name_cy'])
    .where('map_point.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { force_id: force, code, name } = row
  return {
    id: row.id,
    street: row.street_name,
    cell: row.cell,
    longitude: row.longitude_microdegrees / 1e6,
    latitude: row.latitude_microdegrees / 1e6,
    neighbourhood: force && code && name ? { force, code, name, nameWelsh: row.name_cy } : null,
  }
}

/** Crimes at a point by month and category, with the force that recorded them. */
export interface PointCountRow {
  month: Month
  category: CategorySlug
  force: string
  count: number
}

/** The counts of a point for the months of a list; one look into the index a month. */
export async function pointHistory(
  published: Kysely<Tables>,
  point: Pick<MapPoint, 'id' | 'cell'>,
  days: readonly string[],
): Promise<PointCountRow[]> {
  const { rows } = await sql<PointCountRow>`
    select to_char(crime.month, 'YYYY-MM') as month, category.slug as category, publication.force_id as force,
      count(*)::integer as count
    from unnest(${sql.val(`{${days.join(',')}}`)}::date[]) as asked(day)
    join crime on crime.month = asked.day and crime.cell = ${point.cell}::bigint
    join category on category.id = crime.category_id
    join publication on publication.id = crime.publication_id
    where crime.map_point_id = ${point.id}
    group by crime.month, category.slug, publication.force_id`.execute(published)
  return rows
}

/** Other points at the very same position that have crimes in the month, with their counts of the category (undefined: all). */
export async function pointsSharing(
  published: Kysely<Tables>,
  point: Pick<MapPoint, 'id' | 'cell'>,
  day: string,
  categoryId: number | undefined,
): Promise<{ id: number; street: string; count: number }[]> {
  const category = categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`
  const { rows } = await sql<{ id: number; street: string; count: number }>`
    select other.id, other.street_name as street, count(*)::integer as count
    from map_point here
    join map_point other on other.cell = here.cell and other.longitude_microdegrees = here.longitude_microdegrees
      and other.latitude_microdegrees = here.latitude_microdegrees and other.id <> here.id
    join crime
      on crime.month = ${day}::date and crime.cell = other.cell and crime.map_point_id = other.id ${category}
    where here.id = ${point.id}
    group by other.id, other.street_name order by other.street_name, other.id`.execute(published)
  return rows
}
