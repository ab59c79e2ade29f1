import type { Kysely } from 'kysely'
import type { Terms } from '../../../shared/standards/measure.ts'
import type { Quarter } from '../../../shared/standards/quarter.ts'
import { londonDay } from '../../../shared/time/london.ts'
import type { Tables } from '../../database/tables.ts'

/** What facts are asked for: a neighbourhood's standard in one quarter. */
export interface Asked {
  reader: Kysely<Tables>
  neighbourhoodId: number
  /** Of the standard: results that are entered are kept under it. */
  key: string
  /** Its target, by which it is judged. */
  terms: Terms
  quarter: Quarter
  /** When the standard was first promised. */
  since: Date
  /** Beginning of the quarter, or when the standard was first promised where that is later. */
  from: Date
  /** End of the quarter, or now where it is not over. */
  to: Date
  now: Date
}

/** The day that is looked at: today, or the last day of a quarter that is over. */
export function lastDay({ to, now }: Pick<Asked, 'to' | 'now'>): string {
  return londonDay(to < now ? new Date(to.getTime() - 1) : now)
}

/** The facts that a measure judges; undefined when nothing was recorded of that quarter. */
export type FactQuery<Facts> = (asked: Asked) => Promise<Facts | undefined>
