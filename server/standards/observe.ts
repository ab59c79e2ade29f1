import { sql } from 'kysely'
import { quarterBounds, quarterOf } from '../../shared/standards/quarter.ts'
import { londonDay } from '../../shared/time/london.ts'
import type { Context } from '../context.ts'
import type { RegularJob } from '../jobs/jobs.ts'
import { seenNow } from './facts/index.ts'

/** Writes down what is seen today of every neighbourhood that has published standards with such a measure; the last look of a day counts. */
export async function observeToday({ database, clock }: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const now = clock()
  const quarter = quarterOf(now)
  const { rows } = await sql<{ neighbourhoodId: number; measure: keyof typeof seenNow }>`
    select distinct neighbourhood_id as "neighbourhoodId", measure
    from standard_version join standard on version_id = id
    where measure = any(${Object.keys(seenNow)}::text[])`.execute(database.kysely)
  for (const { neighbourhoodId, measure } of rows) {
    const { from } = quarterBounds(quarter)
    const asked = {
      reader: database.kysely,
      neighbourhoodId,
      key: '',
      terms: {},
      quarter,
      since: from,
      from,
      to: now,
      now,
    }
    const facts = JSON.stringify(await seenNow[measure](asked))
    await database.kysely
      .insertInto('standard_observation')
      .values({ neighbourhood_id: neighbourhoodId, measure, observed_on: londonDay(now), facts })
      .onConflict((conflict) => conflict.columns(['neighbourhood_id', 'measure', 'observed_on']).doUpdateSet({ facts }))
      .execute()
  }
}

/** Looks each hour, by one of the processes on a database. */
export function observationJob(context: Pick<Context, 'database' | 'clock'>): RegularJob {
  return { name: 'observe-standards', at: '23 * * * *', run: () => observeToday(context) }
}
