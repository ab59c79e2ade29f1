import { sql } from 'kysely'
import type { Handle } from '../database/database.ts'
import { csvRows } from './csvRows.ts'
import type { Head } from './head.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { type FileOutcome, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { type StagedValue, stage } from './staging.ts'

/** Where the columns stand, and what their values mean. */
interface PostcodeLayout {
  header: boolean
  fieldCount: number
  postcode: number
  easting: number
  northing: number
  quality: number | undefined
  ended: number | undefined
  /** Whether a quality means that there is no place. */
  hasNoPlace(quality: number | undefined): boolean
}

/** OS Code-Point Open, which has no header, and the ONS Postcode Directory, which has one. Eastings and northings are EPSG:27700, of Northern Ireland EPSG:29903. */
export const postcodeSource: Source = {
  name: 'postcodes',
  rank: 4,
  recognise: (head: Head) => {
    const layout = postcodeLayout(head)
    return layout && inOneGo((file, run) => loadPostcodes(file, layout, run))
  },
}

function postcodeLayout(head: Head): PostcodeLayout | undefined {
  const names = head.fields.map((field) => field.toLowerCase())
  const find = (...candidates: string[]) => {
    const at = names.findIndex((name) => candidates.includes(name))
    return at === -1 ? undefined : at
  }
  const [postcode, easting, northing] = [
    find('pcds', 'pcd2', 'pcd'),
    find('oseast1m', 'east1m'),
    find('osnrth1m', 'north1m'),
  ]
  if (postcode !== undefined && easting !== undefined && northing !== undefined) {
    const [quality, ended] = [find('osgrdind', 'gridind'), find('doterm')]
    // 9 is "no grid reference available" (ONSPD user guide).
    return {
      header: true,
      fieldCount: names.length,
      postcode,
      easting,
      northing,
      quality,
      ended,
      hasNoPlace: (value) => value === 9,
    }
  }
  const first = head.fields
  const isCodePoint =
    first.length === 10 &&
    compactPostcode(first[0] ?? '') !== undefined &&
    first.slice(1, 4).every((field) => /^\d{1,7}$/.test(field))
  if (!isCodePoint) return undefined
  // Quality 90 is "no coordinates" (Code-Point Open user guide).
  return {
    header: false,
    fieldCount: 10,
    postcode: 0,
    quality: 1,
    easting: 2,
    northing: 3,
    ended: undefined,
    hasNoPlace: (value) => value === 90,
  }
}

async function loadPostcodes(file: SourceFile, layout: PostcodeLayout, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  let loaded = 0

  async function* good(): AsyncGenerator<StagedValue[]> {
    for await (const { line, text, fields } of csvRows(file, run, rejected, layout)) {
      const postcode = compactPostcode(fields[layout.postcode] ?? '')
      const easting = Number(fields[layout.easting] || Number.NaN)
      const northing = Number(fields[layout.northing] || Number.NaN)
      const quality = layout.quality === undefined ? undefined : Number(fields[layout.quality] || Number.NaN)
      const ended = (layout.ended !== undefined && fields[layout.ended]) || null
      if (postcode === undefined) rejected.add(line, 'the postcode is not a postcode', text)
      else if (
        layout.hasNoPlace(quality) ||
        (easting === 0 && northing === 0) ||
        (Number.isNaN(easting) && Number.isNaN(northing))
      )
        rejected.add(line, 'the source knows no place for the postcode', text)
      else if (!onNationalGrid(easting, northing))
        rejected.add(line, 'easting or northing is outside the National Grid', text)
      else {
        loaded++
        yield [postcode, easting, northing, Number.isInteger(quality) ? (quality as number) : null, ended]
      }
    }
  }

  return applyReference('postcodes', file, run, { rejected, derivations: [] }, async (handle) => {
    const changed = await writePostcodes(handle, good())
    return { loaded, changed }
  })
}

async function writePostcodes(handle: Handle, good: AsyncIterable<StagedValue[]>): Promise<number> {
  await stage(
    handle,
    'read_postcode',
    'postcode text, easting float8, northing float8, quality smallint, ended text',
    good,
  )
  const { rows } = await sql<{ changed: number }>`
    with written as (
      insert into postcode as p (postcode, location, quality, ended)
      select distinct on (postcode) postcode,
        st_transform(st_setsrid(st_makepoint(easting, northing), case when postcode like 'BT%' then 29903 else 27700 end), 4326), quality, ended
      from read_postcode order by postcode, ended nulls first
      on conflict (postcode) do update
        set location = excluded.location, quality = excluded.quality, ended = excluded.ended
        where (p.quality, p.ended) is distinct from (excluded.quality, excluded.ended)
          or not st_equals(p.location, excluded.location)
      returning 1
    ) select count(*)::int as changed from written`.execute(handle.kysely)
  return rows[0]?.changed ?? 0
}

/** A postcode without its space and in capitals, `LE1 1AA` and `LE150AQ` alike; undefined when it is none. */
export function compactPostcode(text: string): string | undefined {
  const compact = text.replace(/\s+/g, '').toUpperCase()
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact) ? compact : undefined
}

function onNationalGrid(easting: number, northing: number): boolean {
  return easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000
}
