/** Writes a load: the same files as the demo's, force after force, never holding more than one force and one month. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CATEGORIES } from './calibration.ts'
import { LATEST_MONTH } from './demo.ts'
import { makeField } from './field.ts'
import {
  FORCE_AREA_HEADER,
  featureCollection,
  lsoaFeature,
  NEIGHBOURHOOD_HEADER,
  outlineFeature,
  POPULATION_HEADER,
  populationRows,
} from './files.ts'
import { boxPolygon, type LatticeForce, type LatticePlan, makeLattice } from './lattice.ts'
import { monthsUpTo } from './months.ts'
import { POSTCODE_HEADER, postcodeRow, postcodeText } from './postcodes.ts'
import { isOnNationalGrid } from './projection.ts'
import { Random } from './random.ts'
import { Rhythm } from './rhythm.ts'
import { forceLoad, nationalLoad } from './scales.ts'
import { drawMonth, placeFields, streetFile } from './streetFile.ts'

export interface LoadOptions {
  readonly scale: 'force' | 'national'
  readonly out: string
  readonly seed: number
  readonly months?: number
  readonly latest?: string
  readonly onProgress?: (done: number, total: number, what: string) => void
}

export interface LoadSummary {
  readonly scale: 'force' | 'national'
  readonly seed: number
  readonly months: string[]
  readonly forces: number
  readonly neighbourhoods: number
  readonly lsoas: number
  readonly points: number
  readonly postcodes: number
  readonly crimes: number
  readonly crimesByMonth: Record<string, number>
  readonly crimesByCategory: Record<string, number>
  readonly crimesByForce: Record<string, number>
  readonly withoutLocation: number
}

const MONTHS = 36
/** One postcode for so many points. */
const POINTS_PER_POSTCODE = 6

/** Progress counts map points laid out and rows written. */
export async function writeLoad(options: LoadOptions): Promise<LoadSummary> {
  const { scale, out, seed } = options
  const load = scale === 'force' ? forceLoad() : nationalLoad(seed)
  const months = monthsUpTo(options.latest ?? LATEST_MONTH, options.months ?? MONTHS)
  await mkdir(out, { recursive: true })
  const files = new Files(out)
  const allPoints = load.plans.reduce((sum, plan) => sum + plan.points, 0)
  const total = Math.round(load.incidentsPerMonth * months.length)
  const crimesByMonth: Record<string, number> = Object.fromEntries(months.map((month) => [month, 0]))
  const crimesByCategory: Record<string, number> = Object.fromEntries(CATEGORIES.map(({ name }) => [name, 0]))
  const crimesByForce: Record<string, number> = {}
  let [crimes, withoutLocation, neighbourhoods, lsoas, postcodes] = [0, 0, 0, 0, 0]

  for (const plan of load.plans) {
    options.onProgress?.(crimes, total, `laying out ${plan.name}`)
    const force = makeLattice(plan, new Random(seed, `lattice ${plan.id}`))
    neighbourhoods += force.neighbourhoods.length
    lsoas += force.lsoas.length
    postcodes += await files.addForce(plan, force, postcodes)
    const incidentsPerMonth = (load.incidentsPerMonth * plan.points) / allPoints
    const field = makeField(
      { force: plan, points: force.points, lsoas: force.lsoas, first: force.first, incidentsPerMonth },
      new Random(seed, `field ${plan.id}`),
    )
    const rhythm = new Rhythm(field, months, [], new Random(seed, `rhythm ${plan.id}`))
    const places = placeFields(field)
    for (const [index, month] of months.entries()) {
      const draws = new Random(seed, `crimes ${plan.id} ${month}`)
      const file = drawMonth(field, rhythm, index, draws)
      await mkdir(join(out, 'street', month), { recursive: true })
      const pieces = streetFile(field, places, file, month, months.length - 1 - index, draws)
      await pipeline(pieces, createWriteStream(join(out, 'street', month, `${month}-${plan.id}-street.csv`)))
      for (const [category, count] of Object.entries(file.byCategory)) {
        crimesByCategory[category] = (crimesByCategory[category] ?? 0) + count
        crimesByMonth[month] = (crimesByMonth[month] ?? 0) + count
        crimesByForce[plan.id] = (crimesByForce[plan.id] ?? 0) + count
        crimes += count
      }
      withoutLocation += file.withoutLocation
      options.onProgress?.(crimes, total, `${plan.name}, ${month}`)
    }
  }
  await files.close(load.plans)
  const summary: LoadSummary = {
    scale,
    seed,
    months,
    forces: load.plans.length,
    neighbourhoods,
    lsoas,
    points: allPoints,
    postcodes,
    crimes,
    crimesByMonth,
    crimesByCategory,
    crimesByForce,
    withoutLocation,
  }
  await writeFile(join(out, 'about.json'), `${JSON.stringify(summary, null, 1)}\n`)
  options.onProgress?.(total, total, 'done')
  return summary
}

/** The files that all forces share, written as they come. */
class Files {
  private readonly out: string
  private readonly streams = new Map<string, { stream: ReturnType<typeof createWriteStream>; begun: boolean }>()

  constructor(out: string) {
    this.out = out
  }

  private async append(name: string, head: string, between: string, text: string): Promise<void> {
    const file = this.streams.get(name) ?? { stream: createWriteStream(join(this.out, name)), begun: false }
    this.streams.set(name, file)
    const fits = file.stream.write((file.begun ? between : head) + text)
    file.begun = true
    if (!fits) await once(file.stream, 'drain')
  }

  /** Returns how many postcodes it wrote; `issued` is how many there were before. */
  async addForce(plan: LatticePlan, force: LatticeForce, issued: number): Promise<number> {
    const head = '{"type":"FeatureCollection","features":[\n'
    const { neighbourhoods, lsoas, points } = force
    await this.append('PFA.csv', FORCE_AREA_HEADER, '', `${plan.area},${plan.name},${plan.id}\r\n`)
    await this.append(
      'neighbourhoods.csv',
      NEIGHBOURHOOD_HEADER,
      '',
      neighbourhoods.map(({ id, name }) => `${plan.area},${id},${name},${plan.area}_${id}\r\n`).join(''),
    )
    await this.append(
      'neighbourhood-outlines.geojson',
      head,
      ',\n',
      neighbourhoods.map((one) => outlineFeature(plan.id, one, boxPolygon(one.box))).join(',\n'),
    )
    await this.append(
      'lsoa.geojson',
      head,
      ',\n',
      lsoas.map((lsoa) => lsoaFeature(lsoa.code, lsoa.name, boxPolygon(lsoa.box))).join(',\n'),
    )
    await this.append('lsoa-population.csv', POPULATION_HEADER, '', populationRows(lsoas, plan.name))
    const rows = points
      .filter((point, index) => index % POINTS_PER_POSTCODE === 0 && isOnNationalGrid(point))
      .map(({ longitude, latitude, lsoa }, index) => {
        const number = issued + index
        const text = postcodeText(1 + (number % 99), Math.floor(number / 99))
        return postcodeRow({
          text,
          longitude,
          latitude,
          lsoa: lsoas[lsoa]?.code ?? '',
          ward: 'Z05000001',
          terminated: '',
          quality: 1,
        })
      })
    await this.append('postcodes.csv', POSTCODE_HEADER, '', rows.join(''))
    return rows.length
  }

  /** Ends the collections and adds the plain map and the teams file that say the forces are invented. */
  async close(plans: readonly LatticePlan[]): Promise<void> {
    for (const [name, { stream }] of this.streams) {
      stream.end(name.endsWith('.geojson') ? '\n]}\n' : '')
      await once(stream, 'close')
    }
    const land = plans.map(
      (plan) =>
        `{"type":"Feature","properties":{"layer":"land","class":"island","min_zoom":0},"geometry":${boxPolygon(plan.box)}}`,
    )
    const members = {
      format: 'our-patch/basemap/1',
      attribution: 'Streets of the invented forces made up by Our Patch',
      source: 'synthetic load',
    }
    await writeFile(join(this.out, 'basemap.geojson'), featureCollection(land, members))
    for (const { id, name } of plans) {
      const force = {
        id,
        name,
        url: null,
        telephone: '101',
        description: 'Invented, to measure with.',
        invented: true,
        engagement_methods: [],
      }
      await mkdir(join(this.out, 'teams'), { recursive: true })
      await writeFile(
        join(this.out, 'teams', `${id}.json`),
        `${JSON.stringify({ format: 'our-patch/teams/1', force, neighbourhoods: [] })}\n`,
      )
    }
  }
}
