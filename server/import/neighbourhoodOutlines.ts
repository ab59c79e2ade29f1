import { basename, dirname, extname } from 'node:path'
import { kml } from '@tmcw/togeojson'
import { DOMParser } from '@xmldom/xmldom'
import { sql } from 'kysely'
import { z } from 'zod'
import { forceWithId } from '../../shared/forces.ts'
import type { Database } from '../database/database.ts'
import { featureTexts } from './features.ts'
import type { Head } from './head.ts'
import { addNeighbourhoods } from './neighbourhoodList.ts'
import { type OutlineRings, outlineRings, stageOutlines } from './outlineGeometry.ts'
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
import { stage } from './staging.ts'
import { utf8Text, withoutEntities } from './text.ts'

/** A KML or a boundary list is read whole; one outline takes a few hundred kB. */
const largestWhole = 64 * 1024 ** 2
type OutlineFormat = 'kml' | 'boundary-list' | 'collection'

function outlineFormat({ text }: Head): OutlineFormat | undefined {
  if (/<kml[\s>]/.test(text.slice(0, 2000))) return 'kml'
  if (/^\s*\[\s*\{\s*"(latitude|longitude)"\s*:\s*"?-?[\d.]+"?\s*,\s*"(latitude|longitude)"\s*:/.test(text))
    return 'boundary-list'
  const isCollection =
    /^\s*\{/.test(text) &&
    /"FeatureCollection"/.test(text) &&
    /"(neighbourhood|neighbourhood_id)"\s*:/.test(text) &&
    !/"our-patch\/basemap/.test(text)
  return isCollection ? 'collection' : undefined
}

/**
 * The police's own outlines: KML as data.police.uk publishes it (a folder a force, a file a neighbourhood), GeoJSON whose features say
 * `force` and `neighbourhood`, or the API's list of latitudes and longitudes. What a file does not say itself is taken from the names of
 * file and folder, or from --force.
 */
export const outlineSource: Source = {
  name: 'outlines',
  rank: 11,
  recognise: (head: Head) => {
    const format = outlineFormat(head)
    return format && inOneGo((file, run) => loadOutlines(file, format, run))
  },
}

interface ReadOutline {
  line: number
  text: string
  force: string
  code: string
  name: string | undefined
  nameCy: string | undefined
  rings: OutlineRings
}

/** What a feature says about itself, where it says it. */
const said = z.object({
  force: z.string().optional(),
  neighbourhood: z.union([z.string(), z.number()]).optional(),
  neighbourhood_id: z.union([z.string(), z.number()]).optional(),
  name: z.string().optional(),
  name_cy: z.string().nullish(),
})
const featureShape = z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() })

async function loadOutlines(file: SourceFile, format: OutlineFormat, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const outlines: ReadOutline[] = []
  const fileForce = run.force ?? (await forceOfFolder(run.database, file.name))
  const fileCode = basename(file.name, extname(file.name))
  let rows = 0
  for await (const { line, text, value } of features(file, format)) {
    checkStop(run.signal)
    rows++
    const outline = readFeature(value, { force: fileForce, code: format === 'collection' ? undefined : fileCode })
    if (typeof outline === 'string') rejected.add(line, outline, text)
    else outlines.push({ ...outline, line, text })
    run.progress(file.bytes, rows)
  }
  if (outlines.length === 0 && rejected.reasons.has(noForce))
    throw new FileRefused(
      'it does not say which force it is of: name it with --force ID, or put it in a folder named like the force',
    )
  const derivations = ['outlines' as const, 'points' as const, 'residents' as const, 'search' as const]
  return applyReference('outlines', file, run, { rejected, derivations }, async (handle) => {
    const added = await addNeighbourhoods(handle, outlines.map(asNeighbourhood), false)
    const { empty, repaired } = await stageOutlines(
      handle,
      outlines.map((outline) => outline.rings),
    )
    for (const number of empty) {
      const outline = outlines[number] as ReadOutline
      rejected.add(outline.line, 'the outline encloses nothing', outline.text)
    }
    if (repaired > 0) run.warn(`${file.name}: ${repaired} outlines crossed themselves and have been repaired`)
    await stage(
      handle,
      'read_neighbourhood_outline',
      'number integer, force text, code text, name text, name_cy text',
      outlines.map((outline, number) => [
        number,
        outline.force,
        outline.code,
        outline.name ?? null,
        outline.nameCy ?? null,
      ]),
    )
    const { rows: named } = await sql`
      update neighbourhood n set name = coalesce(r.name, n.name), name_cy = coalesce(r.name_cy, n.name_cy)
      from read_neighbourhood_outline r
      where r.force = n.force_id and r.code = n.code
        and (coalesce(r.name, n.name) <> n.name or coalesce(r.name_cy, n.name_cy) is distinct from n.name_cy)
      returning 1`.execute(handle.kysely)
    // Several features of one neighbourhood are parts of its outline.
    const { rows: written } = await sql`
      insert into neighbourhood_outline as o (neighbourhood_id, outline, source)
      select n.id, st_multi(st_collectionextract(st_makevalid(st_unaryunion(st_collect(s.outline))), 3)), 'police'
      from read_neighbourhood_outline r
      join sound_outline s using (number)
      join neighbourhood n on n.force_id = r.force and n.code = r.code
      group by n.id
      on conflict (neighbourhood_id) do update set outline = excluded.outline, source = 'police', area_names = '{}'
        where o.source <> 'police' or not st_equals(o.outline, excluded.outline)
      returning 1`.execute(handle.kysely)
    return { loaded: outlines.length - empty.size, changed: added.changed + named.length + written.length }
  })
}

function asNeighbourhood(outline: ReadOutline) {
  const force = forceWithId(outline.force)
  return {
    force: outline.force,
    forceName: force?.name ?? outline.force,
    areaCode: force?.areaCode ?? null,
    code: outline.code,
    name: outline.name ?? outline.code,
  }
}

const noForce = 'neither the feature nor its folder says which force it is of'

function readFeature(
  value: unknown,
  fallback: { force: string | undefined; code: string | undefined },
): Omit<ReadOutline, 'line' | 'text'> | string {
  const feature = featureShape.safeParse(value)
  if (!feature.success) return 'the feature is not GeoJSON'
  const properties = said.safeParse(feature.data.properties ?? {})
  if (!properties.success) return 'the feature says its force, neighbourhood or name in a way that is not known'
  const force = properties.data.force ?? fallback.force
  if (force === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(force)) return noForce
  const code = String(properties.data.neighbourhood ?? properties.data.neighbourhood_id ?? fallback.code ?? '').trim()
  if (code === '') return 'the feature does not say which neighbourhood it is of'
  const rings = outlineRings(feature.data.geometry)
  if (typeof rings === 'string') return rings
  // A KML says no more than its own id as its name.
  const name = fallback.code === undefined ? properties.data.name : undefined
  return { force, code, name: name && withoutEntities(name), nameCy: properties.data.name_cy || undefined, rings }
}

async function* features(
  file: SourceFile,
  format: OutlineFormat,
): AsyncGenerator<{ line: number; text: string; value: unknown }> {
  if (format === 'kml') {
    const text = await wholeText(file)
    const { features: placemarks } = kml(parseXml(text) as unknown as Document)
    for (const placemark of placemarks) {
      const isArea = placemark.geometry && /Polygon|GeometryCollection/.test(placemark.geometry.type)
      if (isArea) yield { line: 1, text: JSON.stringify(placemark).slice(0, 10_000), value: placemark }
    }
  } else if (format === 'boundary-list') {
    const text = await wholeText(file)
    yield { line: 1, text, value: boundaryFeature(text) }
  } else {
    for await (const { line, text } of featureTexts(file.read(), { text: '' }))
      yield { line, text, value: parsed(text) }
  }
}

function parseXml(text: string) {
  try {
    const stop = (_level: string, message: string) => {
      throw new Error(message)
    }
    return new DOMParser({ onError: stop }).parseFromString(text, 'text/xml')
  } catch (error) {
    throw new FileRefused(
      `its XML is broken (${error instanceof Error ? error.message.split('\n')[0] : 'unknown fault'})`,
    )
  }
}

const boundary = z.array(z.object({ latitude: z.coerce.number(), longitude: z.coerce.number() }))

function boundaryFeature(text: string): unknown {
  const points = boundary.safeParse(parsed(text))
  if (!points.success) throw new FileRefused('its list of latitudes and longitudes is broken')
  const ring = points.data.map(({ longitude, latitude }) => [longitude, latitude])
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function wholeText(file: SourceFile): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file.read()) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > largestWhole) throw new FileRefused('it is larger than any outline')
  }
  const text = utf8Text(Buffer.concat(chunks).toString('latin1'))
  if (text === undefined) throw new FileRefused('it is not UTF-8 text')
  return text.replace(/^\ufeff/, '')
}

/** The force whose id is the name of a folder above the file, nearest first. */
async function forceOfFolder(database: Database, path: string): Promise<string | undefined> {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const name = basename(folder)
    if (forceWithId(name)) return name
    const held = await database.kysely.selectFrom('force').select('id').where('id', '=', name).executeTakeFirst()
    if (held) return held.id
  }
  return undefined
}
