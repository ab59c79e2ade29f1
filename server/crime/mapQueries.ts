import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { MapBox } from '../../shared/map/view.ts'
import type { HexagonResolution } from '../../shared/map/zoomRules.ts'
import type { Tables } from '../database/tables.ts'
import { cellCondition } from '../tiles/cellCondition.ts'
import { boxPixels, coveringRanges, holdsPixel } from '../tiles/coveringRanges.ts'
import { hexagonCounts } from '../tiles/hexagonCounts.ts'

type Published = Kysely<Tables>

/** A month's crimes in a box. `day`: first of the month; `categoryId`: undefined for all crime. */
export interface CrimesInBox {
  box: MapBox
  day: string
  categoryId: number | undefined
}

/** A part of a long list. */
export interface ListPart {
  limit: number
  offset: number
}

export interface FoundPoint {
  id: number
  street: string
  neighbourhood: string | null
  neighbourhoodWelsh: string | null
  longitude: number
  latitude: number
  count: number
}

/** The map points in a box that have crimes: their sum, how many they are, and those of one part, nearest the middle first. */
export async function pointsInBox(
  published: Published,
  { box, day, categoryId }: CrimesInBox,
  { limit, offset }: ListPart,
): Promise<{ total: number; places: number; points: FoundPoint[] }> {
  const pixels = boxPixels(box)
  const middleX = (pixels.left + pixels.right) / 2
  const middleY = (pixels.top + pixels.bottom) / 2
  const category = categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`
  const { rows } = await sql<{ total: number; places: number; points: FoundPoint[] | null }>`
    with counted as (
      select map_point_id, count(*)::integer as count from crime
      where month = ${day}::date and ${cellCondition(coveringRanges(pixels))} ${category}
      group by map_point_id
    ), inside as materialized (
      select map_point.id, street_name, neighbourhood_id, longitude_microdegrees, latitude_microdegrees, count,
        (world_x - ${middleX}::double precision) ^ 2 + (world_y - ${middleY}::double precision) ^ 2 as distance
      from counted join map_point on map_point.id = map_point_id
      where world_x between ${pixels.left} and ${pixels.right} and world_y between ${pixels.top} and ${pixels.bottom}
    )
    select (select coalesce(sum(count), 0)::integer from inside) as total, (select count(*)::integer from inside) as places,
      (select json_agg(json_build_object('id', id, 'street', street_name, 'neighbourhood', name,
          'neighbourhoodWelsh', name_cy, 'longitude', longitude_microdegrees / 1e6,
          'latitude', latitude_microdegrees / 1e6, 'count', count) order by distance, id)
        from (
          select inside.*, name, name_cy from inside
          left join neighbourhood on neighbourhood.id = neighbourhood_id
          order by distance, inside.id limit ${limit} offset ${offset}
        ) listed) as points`.execute(published)
  const found = rows[0]
  return { total: found?.total ?? 0, places: found?.places ?? 0, points: found?.points ?? [] }
}

/** The hexagons whose middle is in a box: their sum and how many they are. */
export async function hexagonsInBox(
  published: Published,
  { box, day, categoryId }: CrimesInBox,
  resolution: HexagonResolution,
): Promise<{ total: number; places: number }> {
  const pixels = boxPixels(box)
  const { hexagons } = await hexagonCounts(published, { resolution, day, categoryId }, coveringRanges(pixels))
  const inside = hexagons.filter(({ x, y }) => holdsPixel(pixels, x, y))
  return { total: inside.reduce((sum, { count }) => sum + count, 0), places: inside.length }
}

export interface FoundNeighbourhood {
  force: string
  forceName: string
  code: string
  name: string
  nameWelsh: string | null
  /** Null where the force published nothing for the month. */
  count: number | null
}

/** The neighbourhoods of which some part is in a box, by name, each with the crimes of the whole of it. */
export async function neighbourhoodsInBox(
  published: Published,
  { box, day, categoryId }: CrimesInBox,
  { limit, offset }: ListPart,
): Promise<{ inAll: number; neighbourhoods: FoundNeighbourhood[] }> {
  const category = categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`
  const { rows } = await sql<{ in_all: number; found: FoundNeighbourhood[] | null }>`
    with inside as materialized (
      select neighbourhood.id, force_id, code, name, name_cy
      from neighbourhood_outline join neighbourhood on neighbourhood.id = neighbourhood_id
      where outline && ${envelope(box)} and st_intersects(outline, ${envelope(box)})
    )
    select (select count(*)::integer from inside) as in_all,
      (select json_agg(json_build_object('force', force_id, 'forceName', force_name, 'code', code, 'name', name,
          'nameWelsh', name_cy, 'count', count) order by name, code)
        from (
          select inside.*, force.name as force_name, case when exists (
              select 1 from publication where publication.force_id = inside.force_id and month = ${day}::date and dataset = 'street'
            ) then coalesce(counted.count, 0) else counted.count end as count
          from inside
          join force on force.id = inside.force_id
          left join lateral (
            select sum(count)::integer as count from neighbourhood_count
            where neighbourhood_id = inside.id and month = ${day}::date ${category}
          ) counted on true
          order by inside.name, inside.code limit ${limit} offset ${offset}
        ) listed) as found`.execute(published)
  return { inAll: rows[0]?.in_all ?? 0, neighbourhoods: rows[0]?.found ?? [] }
}

export interface ForceInBox {
  id: string
  name: string
  isInvented: boolean
  /** Crimes that it recorded without a place in the month; null where it published nothing. */
  unplaced: number | null
}

/** The forces that have an outline in a box, by name. */
export async function forcesInBox(published: Published, { box, day, categoryId }: CrimesInBox): Promise<ForceInBox[]> {
  const category = categoryId === undefined ? sql`` : sql`and category_id = ${categoryId}`
  const { rows } = await sql<ForceInBox>`
    select force.id, force.name, is_invented as "isInvented", case when publication.id is null then null else (
        select coalesce(sum(unplaced_count), 0)::integer from force_count
        where force_id = force.id and month = ${day}::date ${category}
      ) end as unplaced
    from force left join publication
      on publication.force_id = force.id and publication.month = ${day}::date and dataset = 'street'
    where ${forceIsIn(box)}
    order by force.name`.execute(published)
  return rows
}

/** A condition on force: one of its outlines has some part in a box. */
export function forceIsIn(box: MapBox): RawBuilder<boolean> {
  return sql`force.id in (
    select force_id from neighbourhood join neighbourhood_outline on neighbourhood_id = neighbourhood.id
    where outline && ${envelope(box)} and st_intersects(outline, ${envelope(box)})
  )`
}

/** The box of everything that has an outline; of every map point where nothing has; undefined where there is neither. */
export async function extentOf(
  published: Published,
  of: { force?: string; code?: string } = {},
): Promise<MapBox | undefined> {
  const force = of.force === undefined ? sql`` : sql`and force_id = ${of.force}`
  const code = of.code === undefined ? sql`` : sql`and code = ${of.code}`
  const outlines = await extent(
    published,
    sql`select st_extent(outline) as box from neighbourhood_outline
      join neighbourhood on neighbourhood.id = neighbourhood_id where true ${force} ${code}`,
  )
  if (outlines || of.force !== undefined) return outlines
  return extent(published, sql`select st_extent(location) as box from map_point`)
}

async function extent(published: Published, boxes: ReturnType<typeof sql>): Promise<MapBox | undefined> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
    from (${boxes}) found`.execute(published)
  const found = rows[0]
  return found && found.west !== null ? [found.west, found.south, found.east, found.north] : undefined
}

function envelope([west, south, east, north]: MapBox) {
  return sql`st_makeenvelope(${west}::double precision, ${south}::double precision, ${east}::double precision,
    ${north}::double precision, 4326)`
}
