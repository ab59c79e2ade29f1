import { type Kysely, sql } from 'kysely'
import { firstHolding, pointAt } from '../database/geo.ts'
import type { Tables } from '../database/tables.ts'

type Published = Kysely<Tables>

/** A neighbourhood as lists name it. */
export interface ListedNeighbourhood {
  code: string
  name: string
  nameWelsh: string | null
  forceId: string
  forceName: string
  invented: boolean
}

/** A postcode that is held, where it is (degrees, EPSG:4326), and the neighbourhood whose outline covers it. */
export interface HeldPostcode {
  postcode: string
  longitude: number
  latitude: number
  neighbourhood: ListedNeighbourhood | undefined
}

const neighbourhoodColumns = sql`neighbourhood.code, neighbourhood.name, neighbourhood.name_cy as "nameWelsh",
  neighbourhood.force_id as "forceId", force.name as "forceName", force.is_invented as invented`

/** The first of some postcodes that is held; undefined when none is. */
export async function heldPostcode(
  published: Published,
  compact: readonly string[],
): Promise<HeldPostcode | undefined> {
  const { rows } = await sql<{ postcode: string; longitude: number; latitude: number } & Nullable<ListedNeighbourhood>>`
    select postcode.postcode, st_x(postcode.location) as longitude, st_y(postcode.location) as latitude,
      ${neighbourhoodColumns}
    from postcode
      left join neighbourhood_outline on ${firstHolding(sql`postcode.location`)}
      left join neighbourhood on neighbourhood.id = neighbourhood_outline.neighbourhood_id
      left join force on force.id = neighbourhood.force_id
    where postcode.postcode in (${sql.join(compact)})`.execute(published)
  const row = compact.map((wanted) => rows.find((one) => one.postcode === wanted)).find((found) => found)
  if (!row) return undefined
  const { postcode, longitude, latitude, ...neighbourhood } = row
  return { postcode, longitude, latitude, neighbourhood: isListed(neighbourhood) ? neighbourhood : undefined }
}

type Nullable<Row> = { [Key in keyof Row]: Row[Key] | null }

function isListed(row: Nullable<ListedNeighbourhood>): row is ListedNeighbourhood {
  return row.code !== null
}

/** The neighbourhood whose outline covers a position; the smallest where outlines overlap. */
export async function neighbourhoodAt(
  published: Published,
  longitude: number,
  latitude: number,
): Promise<ListedNeighbourhood | undefined> {
  const { rows } = await sql<ListedNeighbourhood>`
    select ${neighbourhoodColumns}
    from neighbourhood_outline
      join neighbourhood on neighbourhood.id = neighbourhood_outline.neighbourhood_id
      join force on force.id = neighbourhood.force_id
    where ${firstHolding(pointAt(longitude, latitude))}`.execute(published)
  return rows[0]
}

/** A neighbourhood and how far its outline is from a position. */
export type NearNeighbourhood = ListedNeighbourhood & { distanceMetres: number }

/** Neighbourhoods by the distance of their outlines from a position, in metres on the ellipsoid, nearest first. */
export async function nearestNeighbourhoods(
  published: Published,
  longitude: number,
  latitude: number,
  limit: number,
): Promise<NearNeighbourhood[]> {
  const point = pointAt(longitude, latitude)
  const { rows } = await sql<NearNeighbourhood>`
    select ${neighbourhoodColumns}, st_distance(near.outline::geography, ${point}::geography) as "distanceMetres"
    from (
        select neighbourhood_id, outline from neighbourhood_outline order by outline <-> ${point} limit ${limit * 3}
      ) as near
      join neighbourhood on neighbourhood.id = near.neighbourhood_id
      join force on force.id = neighbourhood.force_id
    order by "distanceMetres", neighbourhood.name
    limit ${limit}`.execute(published)
  return rows
}

/** The neighbourhoods of a force that have no outline, by name. */
export async function withoutOutline(published: Published, forceId: string): Promise<ListedNeighbourhood[]> {
  const { rows } = await sql<ListedNeighbourhood>`
    select ${neighbourhoodColumns}
    from neighbourhood join force on force.id = neighbourhood.force_id
    where neighbourhood.force_id = ${forceId}
      and not exists (select from neighbourhood_outline where neighbourhood_id = neighbourhood.id)
    order by neighbourhood.name, neighbourhood.code`.execute(published)
  return rows
}

/** Where the postcodes of a pattern lie: how many are held, and the neighbourhoods that they fall in, most first. */
export interface PostcodeSpread {
  held: number
  neighbourhoods: (ListedNeighbourhood & { postcodes: number })[]
}

const mostPostcodes = 5000

/** Counts the held postcodes of some LIKE patterns by the outline that covers them. */
export async function postcodeSpread(published: Published, patterns: readonly string[]): Promise<PostcodeSpread> {
  const anyPattern = sql.join(
    patterns.map((pattern) => sql`postcode like ${pattern}`),
    sql` or `,
  )
  const { rows } = await sql<Nullable<ListedNeighbourhood> & { postcodes: number }>`
    with matching as materialized (select location from postcode where ${anyPattern} limit ${mostPostcodes}),
    covered as (
      select holding.neighbourhood_id, count(*)::integer as postcodes
      from matching left join neighbourhood_outline as holding on st_covers(holding.outline, matching.location)
      group by holding.neighbourhood_id)
    select ${neighbourhoodColumns}, covered.postcodes
    from covered
      left join neighbourhood on neighbourhood.id = covered.neighbourhood_id
      left join force on force.id = neighbourhood.force_id
    order by covered.postcodes desc, neighbourhood.name`.execute(published)
  return {
    held: rows.reduce((sum, row) => sum + row.postcodes, 0),
    neighbourhoods: rows.filter((row) => row.code !== null) as PostcodeSpread['neighbourhoods'],
  }
}

/** Whether a list of postcodes is loaded. */
export async function anyPostcodeIsHeld(published: Published): Promise<boolean> {
  return (await published.selectFrom('postcode').select('postcode').limit(1).executeTakeFirst()) !== undefined
}

/** The first held postcodes of some LIKE patterns, in order, without their space. */
export async function firstPostcodes(
  published: Published,
  patterns: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ postcode: string }>`
    select postcode from postcode
    where ${sql.join(
      patterns.map((pattern) => sql`postcode like ${pattern}`),
      sql` or `,
    )}
    order by postcode limit ${limit}`.execute(published)
  return rows.map((row) => row.postcode)
}

/** When a list of postcodes was last loaded; undefined before one is. */
export async function postcodesLoadedAt(published: Published): Promise<Date | undefined> {
  const row = await published
    .selectFrom('import_file')
    .where('source', '=', 'postcodes')
    .select(({ fn }) => fn.max('loaded_at').as('loaded'))
    .executeTakeFirst()
  return row?.loaded ? new Date(row.loaded) : undefined
}
