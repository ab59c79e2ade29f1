import { sql } from 'kysely'
import { dayInLondon, quarterBounds, quarterOf } from '../../shared/standards/quarter.ts'
import type { Context } from '../context.ts'
import { seenNow } from './facts/index.ts'

const hourMs = 3_600_000

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
    const asked = { reader: database.kysely, neighbourhoodId, key: '', quarter, from, to: now, now }
    const facts = JSON.stringify(await seenNow[measure](asked))
    await database.kysely
      .insertInto('standard_observation')
      .values({ neighbourhood_id: neighbourhoodId, measure, observed_on: dayInLondon(now), facts })
      .onConflict((conflict) => conflict.columns(['neighbourhood_id', 'measure', 'observed_on']).doUpdateSet({ facts }))
      .execute()
  }
}

/**
 * Looks now and each hour.
 * @returns ends it, once a look under way is over
 */
export function keepObserving(context: Pick<Context, 'database' | 'clock' | 'log'>): () => Promise<void> {
  const look = () => observeToday(context).catch((error) => context.log.error({ err: error }, 'Standards not observed'))
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, hourMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return looking
  }
}
