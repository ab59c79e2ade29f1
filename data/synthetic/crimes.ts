/** Invented incidents: counts that vary as real ones do, laid on map points, as rows of the published street file. */
import { ANTI_SOCIAL_BEHAVIOUR, CATEGORIES } from './calibration.ts'
import type { Field } from './field.ts'
import { daysIn, monthOfYear } from './months.ts'
import { drawOutcome } from './outcomes.ts'
import { pickCumulative, type Random } from './random.ts'

export const STREET_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\r\n'

const AVERAGE_DAYS = 30.44
/** How much of this month's level is left in the next one, and what three months' mean keeps of the level's variance. */
const PERSISTENCE = 0.85
const THREE_MONTH_VARIANCE = (3 + 4 * PERSISTENCE + 2 * PERSISTENCE ** 2) / 9
const LARGEST_SIGMA = 0.5
const YEARLY_DRIFT_SIGMA = 0.03

/** A change made on purpose, so that something in the demo really is higher or lower. Months count back from the newest, which is 0. */
export interface PlannedChange {
  readonly neighbourhood: number
  readonly category: string
  readonly fromMonthsAgo: number
  readonly toMonthsAgo: number
  readonly factor: number
}

/**
 * Levels by neighbourhood, category and month: a slow wave about 1 (so that a year-on-year comparison spreads as wide as measured)
 * times season, length of the month and drift.
 */
export class Rhythm {
  private readonly field: Field
  private readonly months: readonly string[]
  private readonly levels: Float32Array

  constructor(field: Field, months: readonly string[], changes: readonly PlannedChange[], random: Random) {
    this.field = field
    this.months = months
    const neighbourhoods = field.first.length - 1
    this.levels = new Float32Array(neighbourhoods * CATEGORIES.length * months.length)
    for (const [category, figures] of CATEGORIES.entries()) {
      const drift = random.normal() * YEARLY_DRIFT_SIGMA
      const excess = Math.max(0, figures.yearlyDispersion - figures.monthlyDispersion)
      for (let neighbourhood = 0; neighbourhood < neighbourhoods; neighbourhood++) {
        const quarterly = 3 * (field.monthlyMean[category]?.[neighbourhood] ?? 0)
        const variance = excess / Math.max(1, quarterly * THREE_MONTH_VARIANCE * (1 - PERSISTENCE ** 12))
        const sigma = Math.min(LARGEST_SIGMA, Math.sqrt(variance))
        let wave = random.normal() * sigma
        for (const [index, month] of months.entries()) {
          const ago = months.length - 1 - index
          const season = (figures.season[monthOfYear(month)] as number) * (daysIn(month) / AVERAGE_DAYS)
          const years = (index - months.length / 2) / 12
          const planned = changes
            .filter((change) => change.neighbourhood === neighbourhood && change.category === figures.name)
            .filter((change) => ago <= change.fromMonthsAgo && ago >= change.toMonthsAgo)
            .reduce((factor, change) => factor * change.factor, 1)
          this.levels[this.position(neighbourhood, category, index)] =
            season * Math.exp(wave - (sigma * sigma) / 2 + drift * years) * planned
          wave = wave * PERSISTENCE + random.normal() * sigma * Math.sqrt(1 - PERSISTENCE ** 2)
        }
      }
    }
  }

  private position(neighbourhood: number, category: number, month: number): number {
    return (neighbourhood * CATEGORIES.length + category) * this.months.length + month
  }

  /** Expected incidents. */
  mean(neighbourhood: number, category: number, month: number): number {
    return (
      (this.field.monthlyMean[category]?.[neighbourhood] ?? 0) *
      (this.levels[this.position(neighbourhood, category, month)] ?? 0)
    )
  }
}

export interface StreetMonth {
  /** The file, header included. */
  readonly text: string
  readonly byCategory: Record<string, number>
  readonly withoutLocation: number
  /** Rows of each neighbourhood that have a place. */
  readonly byNeighbourhood: number[]
}

/** The fields of a row from longitude to LSOA name, for every point: quoted where a name holds a comma. */
export function placeFields(field: Field): string[] {
  return field.points.map((point) => {
    const lsoa = field.lsoas[point.lsoa]
    const location = `On or near ${point.name}`
    const quoted = location.includes(',') ? `"${location}"` : location
    return `${point.longitude.toFixed(6)},${point.latitude.toFixed(6)},${quoted},${lsoa?.code},${lsoa?.name}`
  })
}

/** One month's street file of one force, its rows in the order of their LSOAs, those without a place last. */
export function streetMonth(
  field: Field,
  places: readonly string[],
  rhythm: Rhythm,
  months: readonly string[],
  index: number,
  random: Random,
): StreetMonth {
  const month = months[index] as string
  const age = months.length - 1 - index
  const common = `,${month},${field.force.name},${field.force.name},`
  const byLsoa: string[] = new Array(field.lsoas.length).fill('')
  const byCategory: Record<string, number> = {}
  const byNeighbourhood: number[] = []
  let nowhere = ''
  let withoutLocation = 0
  for (let neighbourhood = 0; neighbourhood < field.first.length - 1; neighbourhood++) {
    const start = field.first[neighbourhood] as number
    const last = (field.first[neighbourhood + 1] as number) - 1
    let placed = 0
    for (const [category, figures] of CATEGORIES.entries()) {
      const running = field.cumulative[category] as Float32Array
      const whole = running[last] as number
      const count =
        last < start
          ? 0
          : random.overdispersedCount(rhythm.mean(neighbourhood, category, index), figures.monthlyDispersion)
      byCategory[figures.name] = (byCategory[figures.name] ?? 0) + count
      const hasId = figures.name !== ANTI_SOCIAL_BEHAVIOUR
      for (let incident = 0; incident < count; incident++) {
        const point = pickCumulative(running, start, last, random.next() * whole)
        const front = hasId ? random.crimeId() + common : common
        const back = `,${figures.name},${hasId ? drawOutcome(category, age, random) : ''},\r\n`
        if (random.next() < figures.noLocation) {
          nowhere += `${front},,No Location,,${back}`
          withoutLocation++
        } else {
          const lsoa = field.points[point]?.lsoa as number
          byLsoa[lsoa] += front + places[point] + back
          placed++
        }
      }
    }
    byNeighbourhood.push(placed)
  }
  return { text: STREET_HEADER + byLsoa.join('') + nowhere, byCategory, withoutLocation, byNeighbourhood }
}
