import { type Kysely, sql } from 'kysely'
import type { CategorySlug } from '../../shared/categories.ts'
import { firstDay, type Month, monthOf } from '../../shared/month.ts'
import type { OutlineSource, Tables } from '../database/tables.ts'

type Published = Kysely<Tables>

/** A force that something is loaded of, as lists name it. */
export interface ListedForce {
  id: string
  name: string
  invented: boolean
  neighbourhoods: number
  /** The newest month of street crime; undefined before one is loaded. */
  newestMonth: Month | undefined
}

/** The forces of which neighbourhoods or months are loaded, by name. */
export async function listedForces(published: Published): Promise<ListedForce[]> {
  const { rows } = await sql<Omit<ListedForce, 'newestMonth'> & { newest: string | null }>`
    select force.id, force.name, force.is_invented as invented,
      (select count(*)::integer from neighbourhood where force_id = force.id) as neighbourhoods,
      (select max(month)::text from publication where force_id = force.id and dataset = 'street') as newest
    from force
    where exists (select from neighbourhood where force_id = force.id)
      or exists (select from publication where force_id = force.id)
    order by force.name, force.id`.execute(published)
  return rows.map(({ newest, ...force }) => ({ ...force, newestMonth: newest === null ? undefined : monthOf(newest) }))
}

/** What a force's page tells of the force itself. */
export interface ForceDetails {
  id: string
  name: string
  url: string | null
  telephone: string | null
  description: string | null
  invented: boolean
}

/** A force by its id; undefined when it is not loaded. */
export function forceDetails(published: Published, forceId: string): Promise<ForceDetails | undefined> {
  return published
    .selectFrom('force')
    .where('id', '=', forceId)
    .select(['id', 'name', 'url', 'telephone', 'description', 'is_invented as invented'])
    .executeTakeFirst()
}

/** A neighbourhood in its force's list. */
export interface ForceNeighbourhood {
  code: string
  name: string
  nameWelsh: string | null
  /** Where its outline is from; null when it has none. */
  outline: OutlineSource | null
}

/** The neighbourhoods of a force. */
export async function neighbourhoodsOf(published: Published, forceId: string): Promise<ForceNeighbourhood[]> {
  return published
    .selectFrom('neighbourhood')
    .leftJoin('neighbourhood_outline', 'neighbourhood_outline.neighbourhood_id', 'neighbourhood.id')
    .where('force_id', '=', forceId)
    .select(['code', 'name', 'name_cy as nameWelsh', 'neighbourhood_outline.source as outline'])
    .orderBy('name')
    .orderBy('code')
    .execute()
}

/** What a force recorded in a month by category, and how many of these have no place and so are on no map. */
export async function monthByCategory(
  published: Published,
  forceId: string,
  month: Month,
): Promise<{ category: CategorySlug; count: number; unplaced: number }[]> {
  const { rows } = await sql<{ category: CategorySlug; count: number; unplaced: number }>`
    select category.slug as category, counted.count, counted.unplaced_count as unplaced
    from force_count counted join category on category.id = counted.category_id
    where counted.force_id = ${forceId} and counted.month = ${firstDay(month)}::date and counted.count > 0
    order by counted.count desc, category.id`.execute(published)
  return rows
}

/** West, south, east and north of a force's outlines in degrees (EPSG:4326); undefined when it has none. */
export async function forceBounds(
  published: Published,
  forceId: string,
): Promise<readonly [number, number, number, number] | undefined> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
    from (
      select st_extent(outline) as box
      from neighbourhood_outline join neighbourhood on neighbourhood.id = neighbourhood_outline.neighbourhood_id
      where neighbourhood.force_id = ${forceId}) as extent`.execute(published)
  const row = rows[0]
  return row && row.west !== null ? [row.west, row.south, row.east, row.north] : undefined
}

/** The months of street crime that are loaded, by force, oldest first. */
export async function monthsByForce(published: Published): Promise<Map<string, Month[]>> {
  const rows = await published
    .selectFrom('publication')
    .where('dataset', '=', 'street')
    .select(['force_id', 'month'])
    .orderBy('month')
    .execute()
  const months = new Map<string, Month[]>()
  for (const row of rows) months.set(row.force_id, [...(months.get(row.force_id) ?? []), monthOf(row.month)])
  return months
}
