import { cellToLatLng, cellToParent, latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { mortonCell, worldPixel } from '../../../shared/geography/mercator.ts'
import type { Handle } from '../../database/database.ts'
import { csvField } from '../rejectedRows.ts'

/** A map point as a file names it. */
export interface PointKey {
  longitudeMicrodegrees: number
  latitudeMicrodegrees: number
  street: string
}

/** Resolutions of the hexagons that counts are kept for; a point's own hexagon is of the next finer one. */
const countedResolutions = [5, 6, 7, 8]
const pointResolution = 9

/**
 * The ids of map points, in the order asked for; those not seen before are added, each in the outline that holds it.
 * @returns ids, and how many are new
 */
export async function mapPointIds(handle: Handle, keys: PointKey[]): Promise<{ ids: number[]; added: number }> {
  if (keys.length === 0) return { ids: [], added: 0 }
  await handle.execute(`
    drop table if exists pg_temp.wanted_point;
    create temp table wanted_point (number integer, longitude integer, latitude integer, street text) on commit drop`)
  await handle.copyIn('wanted_point', 'format csv', [
    Buffer.from(
      keys
        .map(
          (key, number) =>
            `${number},${key.longitudeMicrodegrees},${key.latitudeMicrodegrees},${csvField(key.street)}\n`,
        )
        .join(''),
    ),
  ])
  const held = await wantedIds(handle)
  const missing = keys.filter((_, number) => held[number] === undefined)
  if (missing.length === 0) return { ids: held as number[], added: 0 }
  const added = await addPoints(handle, missing)
  return { ids: (await wantedIds(handle)) as number[], added }
}

async function wantedIds(handle: Handle): Promise<(number | undefined)[]> {
  const { rows } = await sql<{ number: number; id: number }>`
    select w.number, p.id from wanted_point w join map_point p
      on p.longitude_microdegrees = w.longitude and p.latitude_microdegrees = w.latitude and p.street_name = w.street
  `.execute(handle.kysely)
  const ids: (number | undefined)[] = []
  for (const row of rows) ids[row.number] = row.id
  return ids
}

async function addPoints(handle: Handle, keys: PointKey[]): Promise<number> {
  const hexagons = new Map<string, string>()
  const lines = keys.map((key) => {
    const longitude = key.longitudeMicrodegrees / 1e6
    const latitude = key.latitudeMicrodegrees / 1e6
    const pixel = worldPixel(longitude, latitude)
    const hexagon = latLngToCell(latitude, longitude, pointResolution)
    addHexagons(hexagons, hexagon)
    return `${key.longitudeMicrodegrees},${key.latitudeMicrodegrees},${csvField(key.street)},${pixel.x},${pixel.y},${mortonCell(pixel.x, pixel.y)},${signed(hexagon)}\n`
  })
  await handle.execute(`
    drop table if exists pg_temp.new_point, pg_temp.new_hexagon;
    create temp table new_point (longitude integer, latitude integer, street text, x integer, y integer, cell bigint, hexagon bigint) on commit drop;
    create temp table new_hexagon (hexagon bigint, resolution smallint, cell bigint) on commit drop`)
  await handle.copyIn('new_point', 'format csv', [Buffer.from(lines.join(''))])
  await handle.copyIn('new_hexagon', 'format csv', [Buffer.from([...hexagons.values()].join(''))])
  await sql`insert into hexagon (hexagon, resolution, cell)
    select hexagon, resolution, cell from new_hexagon order by hexagon on conflict do nothing`.execute(handle.kysely)
  const { rows } = await sql<{ added: number }>`
    with added as (
      insert into map_point
        (longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon, neighbourhood_id)
      select longitude, latitude, street, x, y, cell, hexagon, (
        select o.neighbourhood_id from neighbourhood_outline o
        where st_intersects(o.outline, st_setsrid(st_makepoint(longitude / 1e6::float8, latitude / 1e6::float8), 4326))
        order by st_area(o.outline), o.neighbourhood_id limit 1)
      from new_point order by cell
      on conflict do nothing returning 1
    ) select count(*)::int as added from added`.execute(handle.kysely)
  return rows[0]?.added ?? 0
}

/** Notes the coarser hexagons that hold a hexagon, each with the Morton cell of its middle. */
function addHexagons(hexagons: Map<string, string>, hexagon: string): void {
  for (const resolution of countedResolutions) {
    const parent = cellToParent(hexagon, resolution)
    if (hexagons.has(parent)) continue
    const [latitude, longitude] = cellToLatLng(parent)
    const pixel = worldPixel(longitude, latitude)
    hexagons.set(parent, `${signed(parent)},${resolution},${mortonCell(pixel.x, pixel.y)}\n`)
  }
}

/** An H3 cell as PostgreSQL's bigint holds it. */
function signed(hexagon: string): string {
  return BigInt.asIntN(64, BigInt(`0x${hexagon}`)).toString()
}
