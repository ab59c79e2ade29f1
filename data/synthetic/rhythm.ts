/** How many incidents to expect where and when: season, drift and slow waves that make counts vary as real ones do. */
import { CATEGORIES } from './calibration.ts'
import type { Field } from './field.ts'
import { daysIn, monthOfYear } from './months.ts'
import type { Random } from './random.ts'

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
