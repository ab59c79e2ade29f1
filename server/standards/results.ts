import type { Kysely } from 'kysely'
import { type Quarter, quarterBounds, quarterOf, quartersBefore } from '../../shared/standards/quarter.ts'
import { type Outcome, outcomeOf, type QuarterResult } from '../../shared/standards/result.ts'
import type { PublishedStandard, Version } from '../../shared/standards/standard.ts'
import type { Tables } from '../database/tables.ts'
import { finding } from './facts/index.ts'
import { writtenAbout } from './resultQueries.ts'
import { standardInForce } from './rules.ts'

type Reader = Kysely<Tables>

/** How many quarters are shown beside this one. */
export const earlierQuarters = 8

/** A standard and what became of it: this quarter so far, then the earlier ones. */
export interface StandardWithResults {
  standard: PublishedStandard
  results: QuarterResult[]
}

/**
 * What became of each standard of the version in force, this quarter and in those before it. Each quarter is judged by the version that
 * stood at its end.
 * @param versions the newest first
 */
export async function resultsOf(
  reader: Reader,
  neighbourhoodId: number,
  versions: readonly Version[],
  now: Date,
): Promise<StandardWithResults[]> {
  const written = await writtenAbout(reader, neighbourhoodId)
  const quarters = [quarterOf(now), ...quartersBefore(quarterOf(now), earlierQuarters)]
  return Promise.all(
    (versions[0]?.standards ?? []).map(async (standard) => ({
      standard,
      results: await Promise.all(
        quarters.map(async (quarter) => ({
          quarter,
          explanation: written.explanation(standard.key, quarter),
          entered: written.entered(standard.key, quarter),
          ...(await outcomeIn(reader, neighbourhoodId, versions, standard.key, quarter, now)),
        })),
      ),
    })),
  )
}

/** What became of a standard in one quarter. */
export async function outcomeIn(
  reader: Reader,
  neighbourhoodId: number,
  versions: readonly Version[],
  key: string,
  quarter: Quarter,
  now: Date,
): Promise<Outcome> {
  const { from, to } = quarterBounds(quarter)
  const standard = standardInForce(versions, key, from, to)
  if (!standard) return { state: 'not-promised' }
  const asked = {
    reader,
    neighbourhoodId,
    key,
    terms: standard.terms,
    quarter,
    since: standard.since,
    from: standard.since > from ? standard.since : from,
    to: to < now ? to : now,
    now,
  }
  return outcomeOf(await finding(standard.measure, standard.terms, asked))
}

/** This quarter's outcomes only: for a line about a place, or a table of many. */
export function outcomesNow(
  reader: Reader,
  neighbourhoodId: number,
  versions: readonly Version[],
  now: Date,
): Promise<{ key: string; outcome: Outcome }[]> {
  return Promise.all(
    (versions[0]?.standards ?? []).map(async ({ key }) => ({
      key,
      outcome: await outcomeIn(reader, neighbourhoodId, versions, key, quarterOf(now), now),
    })),
  )
}

/**
 * Until when results are shown as they were worked out: time changes them though nobody does. A promise's hours run out, a priority grows
 * old, a message is answered.
 */
export function resultsGoodUntil(now: Date): Date {
  const hourMs = 3_600_000
  return new Date((Math.floor(now.getTime() / hourMs) + 1) * hourMs)
}
