import { sql } from 'kysely'
import { z } from 'zod'
import type { Handle } from '../database/database.ts'
import { stage } from './staging.ts'

const position = z.array(z.number()).min(2)
const polygon = z.array(z.array(position)).min(1)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
])

/** Rings by polygon: longitude, latitude in degrees, each ring closed. */
export type OutlineRings = [number, number][][][]

/**
 * Reads a GeoJSON geometry as an outline, so far that PostGIS can take it: polygons only, rings of three points or more, closed.
 * @returns a clause that says what is wrong in place of rings
 */
export function outlineRings(value: unknown): OutlineRings | string {
  if (value === null || value === undefined) return 'the feature has no geometry'
  if (typeof value === 'object' && 'type' in value && value.type === 'GeometryCollection' && 'geometries' in value)
    return collectionRings(value.geometries)
  const parsed = geometry.safeParse(value)
  if (!parsed.success) return 'the geometry is no polygon'
  const polygons = parsed.data.type === 'Polygon' ? [parsed.data.coordinates] : parsed.data.coordinates
  const outline: OutlineRings = []
  for (const rings of polygons) {
    const closed = rings.map((ring) => closedRing(ring))
    if (closed.some((ring) => ring.length < 4)) return 'a ring has fewer than three points'
    outline.push(closed)
  }
  const outside = outline.flat(2).some(([longitude, latitude]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
  return outside ? 'its coordinates are not longitude and latitude in degrees' : outline
}

function collectionRings(members: unknown): OutlineRings | string {
  const outlines = (Array.isArray(members) ? members : []).map(outlineRings)
  const sound = outlines.filter((outline) => typeof outline !== 'string')
  return sound.length > 0 ? sound.flat() : 'the geometry is no polygon'
}

function closedRing(ring: number[][]): [number, number][] {
  const points = ring.map(([longitude = 0, latitude = 0]): [number, number] => [longitude, latitude])
  const [first, last] = [points[0], points.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first)
  return points
}

/** What became of outlines that were handed to PostGIS. */
export interface StagedOutlines {
  /** Numbers of outlines of which nothing is left when repaired. */
  empty: Set<number>
  /** How many were not valid and have been repaired. */
  repaired: number
}

/** Puts outlines into the temporary table `sound_outline (number, outline)`, each valid: what crosses itself is repaired. */
export async function stageOutlines(
  handle: Handle,
  outlines: Iterable<OutlineRings> | AsyncIterable<OutlineRings>,
): Promise<StagedOutlines> {
  await stage(handle, 'read_outline', 'number integer, geometry text', numbered(outlines))
  await handle.execute(`
    drop table if exists pg_temp.sound_outline;
    create temp table sound_outline on commit drop as
    select number, st_isvalid(raw) as was_valid,
      case when st_isvalid(raw) then raw else st_multi(st_collectionextract(st_makevalid(raw), 3)) end as outline
    from (select number, st_setsrid(st_force2d(st_geomfromgeojson(geometry)), 4326) as raw from read_outline) r`)
  const { rows } = await sql<{ number: number; is_empty: boolean }>`
    select number, st_isempty(outline) or st_area(outline) = 0 as is_empty from sound_outline where not was_valid or st_area(outline) = 0`.execute(
    handle.kysely,
  )
  const empty = new Set(rows.filter((row) => row.is_empty).map((row) => row.number))
  await sql`delete from sound_outline where st_isempty(outline) or st_area(outline) = 0`.execute(handle.kysely)
  return { empty, repaired: rows.length - empty.size }
}

async function* numbered(
  outlines: Iterable<OutlineRings> | AsyncIterable<OutlineRings>,
): AsyncGenerator<[number, string]> {
  let number = 0
  for await (const coordinates of outlines) yield [number++, JSON.stringify({ type: 'MultiPolygon', coordinates })]
}
