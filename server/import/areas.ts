import { sql } from 'kysely'
import { z } from 'zod'
import { featureTexts } from './features.ts'
import type { Head } from './head.ts'
import { type OutlineRings, outlineRings, stageOutlines } from './outlineGeometry.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { checkStop, type FileOutcome, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { stage } from './staging.ts'

const codeMember = /^(LSOA|WD)\d\dCD$/i
const headMember = /"(LSOA|WD)\d\dCD"\s*:/i

/** Outlines of LSOAs and wards of any year, as ONS publishes them (`LSOA11CD`, `WD13NM` …), in longitude and latitude. */
export const areaSource: Source = {
  name: 'areas',
  rank: 3,
  recognise: (head: Head) =>
    /^\s*\{/.test(head.text) && /"FeatureCollection"/.test(head.text) && headMember.test(head.text)
      ? inOneGo(loadAreas)
      : undefined,
}

const feature = z.object({ properties: z.record(z.string(), z.unknown()), geometry: z.unknown() })

interface ReadArea {
  /** Its number among the file's features; several may stand on one line. */
  feature: number
  kind: 'lsoa' | 'ward'
  code: string
  name: string
}

async function loadAreas(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const areas: ReadArea[] = []
  let rows = 0

  /** The outlines, in the order in which `areas` comes to hold whose they are. */
  async function* outlines(): AsyncGenerator<OutlineRings> {
    for await (const { line, text } of featureTexts(file.read(), { text: '' })) {
      checkStop(run.signal)
      rows++
      const area = readArea(text)
      if (typeof area === 'string') rejected.add(line, area, text)
      else {
        const { rings, ...rest } = area
        areas.push({ ...rest, feature: rows })
        yield rings
      }
      run.progress(Math.min(file.bytes, Math.round((file.bytes * rows) / (rows + 10))), rows)
    }
  }

  const derivations = ['outlines' as const, 'residents' as const, 'search' as const]
  return applyReference('areas', file, run, { rejected, derivations }, async (handle) => {
    const { empty, repaired } = await stageOutlines(handle, outlines())
    if (empty.size > 0)
      await rejectFeatures(file, new Set([...empty].map((number) => areas[number]?.feature)), rejected)
    if (repaired > 0) run.warn(`${file.name}: ${repaired} outlines crossed themselves and have been repaired`)
    await stage(
      handle,
      'read_area',
      'number integer, kind text, code text, name text',
      areas.map((area, number) => [number, area.kind, area.code, area.name]),
    )
    const { rows: written } = await sql`
      insert into area as a (kind, code, name, outline, middle)
      select distinct on (r.kind, r.code) r.kind, r.code, r.name, o.outline, st_pointonsurface(o.outline)
      from read_area r join sound_outline o using (number) order by r.kind, r.code, r.number
      on conflict (kind, code) do update set name = excluded.name, outline = excluded.outline, middle = excluded.middle
        where a.name <> excluded.name or a.outline is null or not st_orderingequals(a.outline, excluded.outline)
      returning 1`.execute(handle.kysely)
    return { loaded: areas.length - empty.size, changed: written.length }
  })
}

/** Sets features aside whose outlines enclose nothing; the file is read once more for them, which are few or none. */
async function rejectFeatures(
  file: SourceFile,
  numbers: Set<number | undefined>,
  rejected: RejectedRows,
): Promise<void> {
  let feature = 0
  for await (const { line, text } of featureTexts(file.read(), { text: '' }))
    if (numbers.has(++feature)) rejected.add(line, 'the outline encloses nothing', text)
}

function readArea(text: string): (Omit<ReadArea, 'feature'> & { rings: OutlineRings }) | string {
  let parsed: z.infer<typeof feature>
  try {
    parsed = feature.parse(JSON.parse(text))
  } catch {
    return 'the feature is not GeoJSON'
  }
  const member = Object.keys(parsed.properties).find((key) => codeMember.test(key))
  const code = member && parsed.properties[member]
  if (!member || typeof code !== 'string' || !/^[A-Z0-9]{6,12}$/.test(code)) return 'the area has no code'
  const name = parsed.properties[member.replace(/CD$/i, 'NM')]
  const rings = outlineRings(parsed.geometry)
  if (typeof rings === 'string') return rings
  return { kind: /^WD/i.test(member) ? 'ward' : 'lsoa', code, name: typeof name === 'string' ? name : code, rings }
}
