/** Writes the files of Dogger Constabulary, as a force and the statistics office would publish them. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { basemapFeatures } from './basemap.ts'
import { CATEGORIES } from './calibration.ts'
import { csvField } from './csv.ts'
import { makeField } from './field.ts'
import {
  FORCE_AREA_HEADER,
  featureCollection,
  lsoaOutlines,
  NEIGHBOURHOOD_HEADER,
  outlines,
  POPULATION_HEADER,
  populationRows,
} from './files.ts'
import { makeIsland } from './island.ts'
import { monthsUpTo } from './months.ts'
import { pacer } from './pause.ts'
import { fieldLsoas, makePoints } from './points.ts'
import { makePostcodes, POSTCODE_HEADER, postcodeRow } from './postcodes.ts'
import { Random } from './random.ts'
import { type PlannedChange, Rhythm } from './rhythm.ts'
import { drawMonth, placeFields, streetFile } from './streetFile.ts'
import { makeTeams } from './teams.ts'

export const DEMO_FORCE = { id: 'dogger', name: 'Dogger Constabulary', area: 'Z23000001' } as const
export const DEMO_SEED = 2032
/** Fixed, so that what is written depends on nothing but its options. */
export const LATEST_MONTH = '2026-09'
const MONTHS = 36
const INCIDENTS_PER_MONTH = 1_950
const POSTCODE_SHARE = 0.2

/** Changes made on purpose, told in about.json: without them the demo has nothing to be called higher or lower. */
const PLANNED_CHANGES: readonly PlannedChange[] = [
  { neighbourhood: 4, category: 'Vehicle crime', fromMonthsAgo: 3, toMonthsAgo: 0, factor: 3 },
  { neighbourhood: 1, category: 'Anti-social behaviour', fromMonthsAgo: 8, toMonthsAgo: 0, factor: 0.5 },
  { neighbourhood: 0, category: 'Shoplifting', fromMonthsAgo: 17, toMonthsAgo: 0, factor: 1.35 },
]

export interface DemoOptions {
  readonly seed?: number
  readonly months?: number
  readonly latest?: string
  readonly onProgress?: (done: number, total: number, what: string) => void
}

export interface DemoSummary {
  readonly scale: 'demo'
  readonly seed: number
  readonly force: typeof DEMO_FORCE
  readonly months: string[]
  readonly crimes: number
  readonly crimesByMonth: Record<string, number>
  readonly crimesByCategory: Record<string, number>
  readonly crimesByMonthAndCategory: Record<string, Record<string, number>>
  readonly withoutLocationByMonth: Record<string, number>
  /** Rows that have a place, of all months, by neighbourhood. */
  readonly placedByNeighbourhood: Record<string, number>
  readonly neighbourhoods: number
  readonly lsoas: number
  readonly residents: number
  readonly points: number
  readonly postcodes: number
  readonly streets: number
  readonly basemapFeatures: number
  readonly plannedChanges: readonly (Omit<PlannedChange, 'neighbourhood'> & { readonly neighbourhood: string })[]
}

/** Invents the force and writes its files. About five seconds of one core, given up to the event loop every few hundredths of a second. */
export async function generateDemo(outDirectory: string, options: DemoOptions = {}): Promise<DemoSummary> {
  const seed = options.seed ?? DEMO_SEED
  const months = monthsUpTo(options.latest ?? LATEST_MONTH, options.months ?? MONTHS)
  const pause = pacer()
  const total = months.length + 30
  let done = 0
  const report = (what: string, steps: number) => {
    done += steps
    options.onProgress?.(done, total, what)
  }
  const write = async (name: string, text: string) => {
    await writeFile(join(outDirectory, name), text)
    await pause()
  }
  await mkdir(outDirectory, { recursive: true })
  report('land and streets', 0)
  const island = await makeIsland(seed, pause)
  report('map', 12)
  const features = await basemapFeatures(island, seed, pause)
  await write(
    'basemap.geojson',
    featureCollection(features, {
      format: 'our-patch/basemap/1',
      attribution: 'Dogger Bank streets invented by Our Patch',
      source: 'Dogger',
    }),
  )
  report('areas', 14)
  await write('neighbourhood-outlines.geojson', featureCollection(outlines(DEMO_FORCE.id, island.neighbourhoods)))
  await write('lsoa.geojson', featureCollection(lsoaOutlines(island.neighbourhoods)))
  await write('PFA.csv', `${FORCE_AREA_HEADER}${DEMO_FORCE.area},${DEMO_FORCE.name},${DEMO_FORCE.id}\r\n`)
  const rows = island.neighbourhoods.map(
    ({ id, name }, index) =>
      `${DEMO_FORCE.area},${id},${csvField(name)},${DEMO_FORCE.area}_${String(index + 1).padStart(3, '0')}\r\n`,
  )
  await write('neighbourhoods.csv', NEIGHBOURHOOD_HEADER + rows.join(''))

  const points = await makePoints(island, new Random(seed, 'points'), pause)
  const lsoas = fieldLsoas(island.neighbourhoods)
  await write('lsoa-population.csv', POPULATION_HEADER + populationRows(lsoas, 'Dogger Bank'))
  const postcodes = makePostcodes(points, lsoas, POSTCODE_SHARE, new Random(seed, 'postcodes'))
  await write('postcodes.csv', POSTCODE_HEADER + postcodes.map(postcodeRow).join(''))
  await write('teams.json', `${JSON.stringify(makeTeams(island.neighbourhoods, points, postcodes, seed), null, 1)}\n`)
  report('recorded crimes', 4)

  const first = [
    ...island.neighbourhoods.map((_, index) => points.findIndex((point) => point.neighbourhood === index)),
    points.length,
  ]
  const field = makeField(
    { force: DEMO_FORCE, points, lsoas, first, incidentsPerMonth: INCIDENTS_PER_MONTH },
    new Random(seed, 'field'),
  )
  await pause()
  const rhythm = new Rhythm(field, months, PLANNED_CHANGES, new Random(seed, 'rhythm'))
  const places = placeFields(field)
  const crimesByMonth: Record<string, number> = {}
  const crimesByMonthAndCategory: Record<string, Record<string, number>> = {}
  const withoutLocationByMonth: Record<string, number> = {}
  const placed = new Array<number>(island.neighbourhoods.length).fill(0)
  for (const [index, month] of months.entries()) {
    const random = new Random(seed, `crimes ${month}`)
    const file = drawMonth(field, rhythm, index, random)
    await mkdir(join(outDirectory, 'street', month), { recursive: true })
    const pieces = streetFile(field, places, file, month, months.length - 1 - index, random)
    await write(join('street', month, `${month}-${DEMO_FORCE.id}-street.csv`), [...pieces].join(''))
    crimesByMonthAndCategory[month] = file.byCategory
    crimesByMonth[month] = Object.values(file.byCategory).reduce((sum, count) => sum + count, 0)
    withoutLocationByMonth[month] = file.withoutLocation
    for (const [neighbourhood, count] of file.byNeighbourhood.entries())
      placed[neighbourhood] = (placed[neighbourhood] ?? 0) + count
    report(`recorded crimes of ${month}`, 1)
  }
  const summary: DemoSummary = {
    scale: 'demo',
    seed,
    force: DEMO_FORCE,
    months,
    crimes: Object.values(crimesByMonth).reduce((sum, count) => sum + count, 0),
    crimesByMonth,
    crimesByCategory: Object.fromEntries(
      CATEGORIES.map(({ name }) => [
        name,
        months.reduce((sum, month) => sum + (crimesByMonthAndCategory[month]?.[name] ?? 0), 0),
      ]),
    ),
    crimesByMonthAndCategory,
    withoutLocationByMonth,
    placedByNeighbourhood: Object.fromEntries(island.neighbourhoods.map(({ id }, index) => [id, placed[index] ?? 0])),
    neighbourhoods: island.neighbourhoods.length,
    lsoas: lsoas.length,
    residents: lsoas.reduce((sum, lsoa) => sum + lsoa.residents, 0),
    points: points.length,
    postcodes: postcodes.length,
    streets: island.streets.length,
    basemapFeatures: features.length,
    plannedChanges: PLANNED_CHANGES.map((change) => ({
      ...change,
      neighbourhood: island.neighbourhoods[change.neighbourhood]?.id ?? '',
    })),
  }
  await write('about.json', `${JSON.stringify(summary, null, 1)}\n`)
  return summary
}
