import { sql } from 'kysely'
import { z } from 'zod'
import type { Handle } from '../database/database.ts'
import { featureTexts } from './features.ts'
import type { Head } from './head.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import {
  checkStop,
  type FileOutcome,
  FileRefused,
  type ImportRun,
  inOneGo,
  type Source,
  type SourceFile,
} from './source.ts'
import { type StagedValue, stage } from './staging.ts'

const format = 'our-patch/basemap/1'

/** Streets, water, parks and place names to draw a map from, in longitude and latitude; kept in Web Mercator (EPSG:3857), as tiles want it. */
export const basemapSource: Source = {
  name: 'basemap',
  rank: 6,
  recognise: (head: Head) =>
    new RegExp(`"format"\\s*:\\s*"${format}"`).test(head.text) ? inOneGo(loadBasemap) : undefined,
}

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]).rest(z.number())
const line = z.array(position).min(2)
const ring = z.array(position).min(4)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const feature = z.object({
  properties: z.object({
    layer: z.string().min(1),
    class: z.string().default(''),
    name: z.string().nullish(),
    name_cy: z.string().nullish(),
    min_zoom: z.number().int().min(0).max(24).default(0),
  }),
  geometry,
})
const collection = z.object({ attribution: z.string().min(1), source: z.string().min(1).optional() })

async function loadBasemap(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const features: StagedValue[][] = []
  const rest = { text: '' }
  for await (const { line: at, text } of featureTexts(file.read(), rest)) {
    checkStop(run.signal)
    const parsed = feature.safeParse(parsedJson(text))
    if (!parsed.success) {
      rejected.add(at, 'the feature is no basemap feature', text)
      continue
    }
    const { properties } = parsed.data
    features.push([
      properties.layer,
      properties.class,
      properties.name ?? '',
      properties.name_cy ?? '',
      properties.min_zoom,
      JSON.stringify(parsed.data.geometry),
    ])
    if (features.length % 5000 === 0) run.progress(file.bytes / 2, features.length)
  }
  const head = collection.safeParse(parsedJson(rest.text))
  if (!head.success) throw new FileRefused('it does not say to whom the map is owed (attribution)')
  const { attribution, source = attribution } = head.data
  return applyReference('basemap', file, run, { rejected, derivations: ['search'] }, (handle) =>
    writeBasemap(handle, source, attribution, features),
  )
}

/** Replaces all features of the source, unless they are just these already. */
async function writeBasemap(handle: Handle, source: string, attribution: string, features: StagedValue[][]) {
  await stage(
    handle,
    'read_basemap',
    'layer text, class text, name text, name_cy text, minimum_zoom smallint, geometry text',
    features,
  )
  await handle.execute(`
    drop table if exists pg_temp.wanted_basemap;
    create temp table wanted_basemap on commit drop as
    select layer, class, name, name_cy, minimum_zoom, st_transform(st_setsrid(st_force2d(st_geomfromgeojson(geometry)), 4326), 3857) as geometry
    from read_basemap`)
  const columns = sql.raw('layer, class, name, name_cy, minimum_zoom')
  const prints = (table: string) => sql`
    select coalesce(sum(hashtextextended(concat_ws('|', ${columns}, st_asewkt(geometry, 2)), 0)), 0)::text || ' ' || count(*) as print from ${sql.table(table)}`
  const { rows } = await sql<{ same: boolean }>`
    select (${prints('wanted_basemap')}) = (${prints('basemap_feature')} where source = ${source})
      and exists (select 1 from basemap_source where source = ${source} and attribution = ${attribution}) as same`.execute(
    handle.kysely,
  )
  if (rows[0]?.same) return { loaded: features.length, changed: 0 }
  await sql`delete from basemap_feature where source = ${source}`.execute(handle.kysely)
  await sql`
    insert into basemap_feature (source, layer, class, name, name_cy, minimum_zoom, geometry)
    select ${source}, ${columns}, geometry from wanted_basemap order by minimum_zoom, layer`.execute(handle.kysely)
  await sql`
    insert into basemap_source (source, attribution, bounds)
    select ${source}, ${attribution}, st_transform(st_setsrid(st_expand(st_extent(geometry), 1)::geometry, 3857), 4326) from wanted_basemap
    on conflict (source) do update set attribution = excluded.attribution, bounds = excluded.bounds`.execute(
    handle.kysely,
  )
  return { loaded: features.length, changed: features.length }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
