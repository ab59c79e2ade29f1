import { latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { mortonCell, worldPixel } from '../../../shared/geography/mercator.ts'
import type { Handle } from '../../database/database.ts'
import { csvField } from '../rejectedRows.ts'
import { type Hexagon, hexagonsAround, pointResolution, signedCell } from './hexagons.ts'

/** A map point as a file names it. */
export interface PointKey {
  longitudeMicrodegrees: number
  latitudeMicrodegrees: number
  street: string
}

/** A map point as counts need it. */
export interface KnownPoint {
  id: number
  cell: number
  hexagons: Hexagon[]
  neighbourhoodId: number
}

/**
 * The map points of the keys, in their order; those not seen before are added, each in the outline that holds it.
 * @returns the points, and how many are new
 */
export async function knownPoints(handle: Handle, keys: PointKey[]): Promise<{ points: KnownPoint[]; added: number }> {
  if (keys.length === 0) return { points: [], added: 0 }
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
  await handle.execute('analyze wanted_point')
  const points = await wantedPoints(handle)
  const missing = keys.filter((_, number) => points[number] === undefined)
  if (missing.length === 0) return { points: points as KnownPoint[], added: 0 }
  const added = await addPoints(handle, missing)
  for (const [number, key] of keys.entries()) points[number] ??= added.get(keyText(key))
  return { points: points as KnownPoint[], added: added.size }
}

function keyText(key: PointKey): string {
  return `${key.longitudeMicrodegrees},${key.latitudeMicrodegrees},${key.street}`
}

interface PointRow {
  number: number
  id: number
  cell: number
  hexagon: string
  neighbourhood_id: number | null
}

async function wantedPoints(handle: Handle): Promise<(KnownPoint | undefined)[]> {
  const { rows } = await sql<PointRow>`
    select w.number, p.id, p.cell, to_hex(p.hexagon) as hexagon, p.neighbourhood_id
    from wanted_point w join map_point p
      on p.longitude_microdegrees = w.longitude and p.latitude_microdegrees = w.latitude and p.street_name = w.street
  `.execute(handle.kysely)
  const points: (KnownPoint | undefined)[] = []
  for (const { number, id, cell, hexagon, neighbourhood_id } of rows)
    points[number] = { id, cell, hexagons: hexagonsAround(hexagon), neighbourhoodId: neighbourhood_id ?? 0 }
  return points
}

/** Adds map points that are not there yet; a key given twice is one point. */
async function addPoints(handle: Handle, keys: PointKey[]): Promise<Map<string, KnownPoint>> {
  const hexagons = new Set<Hexagon>()
  const found = new Map<string, Omit<KnownPoint, 'id' | 'neighbourhoodId'>>()
  const lines: string[] = []
  for (const key of keys) {
    const text = keyText(key)
    if (found.has(text)) continue
    const longitude = key.longitudeMicrodegrees / 1e6
    const latitude = key.latitudeMicrodegrees / 1e6
    const { x, y } = worldPixel(longitude, latitude)
    const hexagon = latLngToCell(latitude, longitude, pointResolution)
    const cell = mortonCell(x, y)
    const around = hexagonsAround(hexagon)
    for (const each of around) hexagons.add(each)
    found.set(text, { cell, hexagons: around })
    lines.push(
      `${key.longitudeMicrodegrees},${key.latitudeMicrodegrees},${csvField(key.street)},${x},${y},${cell},${signedCell(hexagon)}\n`,
    )
  }
  const hexagonLines = [...hexagons].map(({ id, resolution, cell }) => `${id},${resolution},${cell}\n`)
  await handle.execute(`
    drop table if exists pg_temp.new_point, pg_temp.new_hexagon;
    create temp table new_point
      (longitude integer, latitude integer, street text, x integer, y integer, cell bigint, hexagon bigint) on commit drop;
    create temp table new_hexagon (hexagon bigint, resolution smallint, cell bigint) on commit drop`)
  await handle.copyIn('new_point', 'format csv', [Buffer.from(lines.join(''))])
  await handle.copyIn('new_hexagon', 'format csv', [Buffer.from(hexagonLines.join(''))])
  await sql`
    insert into hexagon (hexagon, resolution, cell)
    select hexagon, resolution, cell from new_hexagon order by hexagon on conflict do nothing`.execute(handle.kysely)
  const rows = await insertPoints(handle)
  const added = new Map<string, KnownPoint>()
  for (const { id, longitude, latitude, street, neighbourhood_id } of rows) {
    const text = keyText({ longitudeMicrodegrees: longitude, latitudeMicrodegrees: latitude, street })
    const point = found.get(text)
    if (point) added.set(text, { ...point, id, neighbourhoodId: neighbourhood_id ?? 0 })
  }
  return added
}

/** Inserts `new_point`. Where no neighbourhood has an outline, none is asked for: the join would cost as much as the rest. */
async function insertPoints(handle: Handle): Promise<NewRow[]> {
  const outline = await handle.kysely.selectFrom('neighbourhood_outline').select('neighbourhood_id').limit(1).execute()
  const inside = sql`(
    select distinct on (inside.longitude, inside.latitude) inside.longitude, inside.latitude, o.neighbourhood_id
    from new_point inside
    join neighbourhood_outline o
      on st_intersects(o.outline, st_setsrid(st_makepoint(inside.longitude / 1e6::float8, inside.latitude / 1e6::float8), 4326))
    order by inside.longitude, inside.latitude, st_area(o.outline), o.neighbourhood_id
  )`
  const nowhere = sql`(select null::integer as longitude, null::integer as latitude, null::integer as neighbourhood_id where false)`
  const { rows } = await sql<NewRow>`
    insert into map_point
      (longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon, neighbourhood_id)
    select n.longitude, n.latitude, n.street, n.x, n.y, n.cell, n.hexagon, h.neighbourhood_id
    from new_point n
    left join ${outline.length > 0 ? inside : nowhere} h on h.longitude = n.longitude and h.latitude = n.latitude
    order by n.cell
    returning id, longitude_microdegrees as longitude, latitude_microdegrees as latitude, street_name as street, neighbourhood_id
  `.execute(handle.kysely)
  return rows
}

interface NewRow {
  id: number
  longitude: number
  latitude: number
  street: string
  neighbourhood_id: number | null
}
