import type { MeasureKey } from '../../../shared/standards/measures/index.ts'
import { londonDay } from '../../../shared/time/london.ts'
import type { FactQuery } from './asked.ts'

/**
 * Facts that leave no rows behind them: of a quarter that is over, what was seen on the last day of it on which anybody looked.
 * @param live what is seen now
 */
export function seen<Facts>(measure: MeasureKey, live: FactQuery<Facts>): FactQuery<Facts> {
  return async (asked) => {
    if (asked.now <= asked.to) return live(asked)
    const row = await asked.reader
      .selectFrom('standard_observation')
      .where('neighbourhood_id', '=', asked.neighbourhoodId)
      .where('measure', '=', measure)
      .where('observed_on', '>=', londonDay(asked.from))
      .where('observed_on', '<=', londonDay(new Date(asked.to.getTime() - 1)))
      .orderBy('observed_on', 'desc')
      .select('facts')
      .executeTakeFirst()
    // Written by observe.ts from the same query, so it has the shape of its facts.
    return row?.facts as Facts | undefined
  }
}
