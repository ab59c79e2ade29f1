/** Where a force's incidents fall: its map points, how much each attracts of each category, and how much each neighbourhood expects. */
import { CATEGORIES, MIX_COLUMN, MONTHLY_RATE_PER_THOUSAND, PUBLIC_PLACES, STACKING } from './calibration.ts'
import type { Setting } from './plan.ts'
import type { Random } from './random.ts'

export interface FieldLsoa {
  readonly code: string
  readonly name: string
  readonly residents: number
  readonly setting: Setting
  /** Against the usual rate of its kind of place: a capital's centre sees more than its quays. */
  readonly busyness: number
}

export interface FieldPoint {
  readonly longitude: number
  readonly latitude: number
  /** What follows "On or near "; may be blank. */
  readonly name: string
  /** Index into PUBLIC_PLACES, or -1 for a street. */
  readonly publicPlace: number
  /** Index into the field's LSOAs. */
  readonly lsoa: number
}

export interface Field {
  readonly force: { readonly id: string; readonly name: string }
  /** In the order of their neighbourhoods. */
  readonly points: readonly FieldPoint[]
  readonly lsoas: readonly FieldLsoa[]
  /** Points of neighbourhood i are those from first[i] up to first[i + 1]. */
  readonly first: readonly number[]
  /** Running weights of a category over the points of each neighbourhood, each starting from 0. */
  readonly cumulative: readonly Float32Array[]
  /** Expected incidents of an average month, by category, by neighbourhood. */
  readonly monthlyMean: readonly Float64Array[]
}

export interface FieldInput {
  readonly force: Field['force']
  readonly points: readonly FieldPoint[]
  readonly lsoas: readonly FieldLsoa[]
  readonly first: readonly number[]
  /** Expected incidents of the whole force in an average month. */
  readonly incidentsPerMonth: number
}

/** Weighs every point. The category shares of the whole come out as calibrated, whatever places the force has. */
export function makeField(input: FieldInput, random: Random): Field {
  const { points, lsoas, first } = input
  const overall = Float64Array.from(
    points,
    (point) => (PUBLIC_PLACES[point.publicPlace]?.weight ?? 1) * random.logNormal(STACKING.sigmaWithinLsoa),
  )
  const inLsoa = new Float64Array(lsoas.length)
  for (const [index, point] of points.entries()) inLsoa[point.lsoa] = (inLsoa[point.lsoa] ?? 0) + (overall[index] ?? 0)
  const expected = lsoas.map(
    (lsoa) => lsoa.residents * MONTHLY_RATE_PER_THOUSAND[lsoa.setting] * lsoa.busyness * random.logNormal(0.3),
  )
  const cumulative: Float32Array[] = []
  const monthlyMean: Float64Array[] = []
  for (const [category, figures] of CATEGORIES.entries()) {
    const running = new Float32Array(points.length)
    const means = new Float64Array(first.length - 1)
    let whole = 0
    for (let neighbourhood = 0; neighbourhood < means.length; neighbourhood++) {
      let sum = 0
      for (let index = first[neighbourhood] as number; index < (first[neighbourhood + 1] as number); index++) {
        const point = points[index] as FieldPoint
        const lsoa = lsoas[point.lsoa] as FieldLsoa
        const pull = affinity(category, point, lsoa.setting) * random.logNormal(figures.clumping)
        sum += ((expected[point.lsoa] as number) * (overall[index] as number) * pull) / (inLsoa[point.lsoa] as number)
        running[index] = sum
      }
      means[neighbourhood] = sum
      whole += sum
    }
    const scale = whole === 0 ? 0 : (input.incidentsPerMonth * figures.share) / whole
    cumulative.push(running)
    monthlyMean.push(means.map((mean) => mean * scale))
  }
  return { force: input.force, points, lsoas, first, cumulative, monthlyMean }
}

/** How much commoner a category is at a point than overall. */
function affinity(category: number, point: FieldPoint, setting: Setting): number {
  const figures = CATEGORIES[category] as (typeof CATEGORIES)[number]
  const place = PUBLIC_PLACES[point.publicPlace]
  if (!place) return figures.mix[MIX_COLUMN[setting]] / figures.share
  const named = place.mix[figures.name]
  if (named !== undefined) return named / figures.share
  const [shareNamed, baseNamed] = Object.entries(place.mix).reduce(
    ([own, base], [name, share]) => [own + share, base + (CATEGORIES.find((other) => other.name === name)?.share ?? 0)],
    [0, 0],
  )
  return (1 - shareNamed) / (1 - baseNamed)
}
