import { latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { mortonCell, worldPixel } from '../../../shared/geography/mercator.ts'
import type { Handle } from '../../database/database.ts'
import { BinaryRows } from './binaryRows.ts'
import { type Hexagon, hexagonHolding, pointResolution, signedCell } from './hexagons.ts'

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
  /** The hexagon of the finest counted resolution that holds it. */
  hexagon: Hexagon
  neighbourhoodId: number
}

/** Map points by their keys as text: longitude and latitude in microdegrees, and street. */
export type PointsByKey = Map<string, KnownPoint>

/** A key with where it lies: its world pixel, and the cell of that pixel. */
interface PlacedKey extends PointKey {
  text: string
  x: number
  y: number
  cell: number
}

/**
 * The map points of the keys, in their order; those not seen before are added, each in the outline that holds it. A key given twice
 * is one point.
 * @param unseen points that the database may not show yet
 * @returns the points, and those of them that are new
 */
export async function knownPoints(
  handle: Handle,
  keys: PointKey[],
  unseen: PointsByKey,
): Promise<{ points: KnownPoint[]; added: PointsByKey }> {
  if (keys.length === 0) return { points: [], added: new Map() }
  const points: PointsByKey = new Map()
  const places = new Map<string, PlacedKey>()
  const texts = keys.map(keyText)
  for (const [index, key] of keys.entries()) {
    const text = texts[index] as string
    const point = unseen.get(text)
    if (point) {
      points.set(text, point)
      continue
    }
    const { x, y } = worldPixel(key.longitudeMicrodegrees / 1e6, key.latitudeMicrodegrees / 1e6)
    places.set(text, { ...key, text, x, y, cell: mortonCell(x, y) })
  }
  for (const [text, point] of await heldPoints(handle, [...places.values()])) points.set(text, point)
  const missing = [...places].filter(([text]) => !points.has(text)).map(([, place]) => place)
  const added = await addPoints(handle, missing)
  for (const [text, point] of added) points.set(text, point)
  return { points: texts.map((text) => points.get(text) as KnownPoint), added }
}

function keyText(key: PointKey): string {
  return `${key.longitudeMicrodegrees},${key.latitudeMicrodegrees},${key.street}`
}

interface PointRow {
  id: number
  longitude: number
  latitude: number
  street: string
  cell: number
  hexagon: string
  neighbourhood_id: number | null
}

/** Every point that the database has at the places' cells, by key. */
async function heldPoints(handle: Handle, places: PlacedKey[]): Promise<PointsByKey> {
  const { rows } = await sql<PointRow>`
    select id, longitude_microdegrees as longitude, latitude_microdegrees as latitude, street_name as street, cell,
      to_hex(hexagon) as hexagon, neighbourhood_id
    from map_point where cell = any(${listOf(places.map((place) => place.cell))}::bigint[])`.execute(handle.kysely)
  const points: PointsByKey = new Map()
  for (const { id, longitude, latitude, street, cell, hexagon, neighbourhood_id } of rows)
    points.set(keyText({ longitudeMicrodegrees: longitude, latitudeMicrodegrees: latitude, street }), {
      id,
      cell,
      hexagon: hexagonHolding(hexagon),
      neighbourhoodId: neighbourhood_id ?? 0,
    })
  return points
}

const columns = 9
const valueBytes = 5 * 4 + 2 * 8 + 4

/** Adds map points that are not there yet. */
async function addPoints(handle: Handle, places: PlacedKey[]): Promise<PointsByKey> {
  const added: PointsByKey = new Map()
  if (places.length === 0) return added
  const inOrder = places.toSorted((a, b) => a.cell - b.cell)
  const { ids, hasOutlines } = await newIds(handle, inOrder.length)
  const neighbourhoods = hasOutlines ? await neighbourhoodsOf(handle, inOrder) : new Map<number, number>()
  const rows = new BinaryRows(columns, valueBytes, inOrder.length)
  for (const [index, place] of inOrder.entries()) {
    const hexagon = latLngToCell(place.latitudeMicrodegrees / 1e6, place.longitudeMicrodegrees / 1e6, pointResolution)
    const id = ids[index] as number
    const neighbourhoodId = neighbourhoods.get(index) ?? 0
    rows.row()
    rows.integer(id)
    rows.integer(place.longitudeMicrodegrees)
    rows.integer(place.latitudeMicrodegrees)
    rows.text(place.street)
    rows.integer(place.x)
    rows.integer(place.y)
    rows.bigint(place.cell)
    rows.wideBigint(signedCell(hexagon))
    if (neighbourhoodId === 0) rows.null()
    else rows.integer(neighbourhoodId)
    added.set(place.text, { id, cell: place.cell, hexagon: hexagonHolding(hexagon), neighbourhoodId })
  }
  await handle.copyIn(
    'map_point (id, longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon, neighbourhood_id)',
    'format binary',
    [rows.finished()],
  )
  return added
}

/** Ids for so many map points; and whether any neighbourhood has an outline, for where none has, none need be asked for. */
async function newIds(handle: Handle, count: number): Promise<{ ids: number[]; hasOutlines: boolean }> {
  const { rows } = await sql<{ ids: number[]; hasOutlines: boolean }>`
    select array_agg(nextval('map_point_id_seq')::integer) as ids,
      exists (select 1 from neighbourhood_outline) as "hasOutlines"
    from generate_series(1, ${count}::integer)`.execute(handle.kysely)
  return rows[0] as { ids: number[]; hasOutlines: boolean }
}

/** The neighbourhood whose outline holds each place, by its number in the list; of several the smallest, the elder of equals. */
async function neighbourhoodsOf(handle: Handle, places: PlacedKey[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ number: number; neighbourhood_id: number }>`
    select distinct on (p.number) p.number::integer as number, o.neighbourhood_id
    from unnest(${listOf(places.map((place) => place.longitudeMicrodegrees))}::integer[],
      ${listOf(places.map((place) => place.latitudeMicrodegrees))}::integer[]) with ordinality as p (longitude, latitude, number)
    join neighbourhood_outline o
      on st_intersects(o.outline, st_setsrid(st_makepoint(p.longitude / 1e6::float8, p.latitude / 1e6::float8), 4326))
    order by p.number, st_area(o.outline), o.neighbourhood_id`.execute(handle.kysely)
  return new Map(rows.map(({ number, neighbourhood_id }) => [number - 1, neighbourhood_id]))
}

/** Numbers as the text of a PostgreSQL array. */
function listOf(numbers: number[]): string {
  return `{${numbers.join(',')}}`
}
