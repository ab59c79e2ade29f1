import type { EnteredFacts } from '../../../shared/standards/measures/entered.ts'
import type { FactQuery } from './asked.ts'

/** What was entered for the quarter; null when nothing was. */
export const entered: FactQuery<EnteredFacts> = async ({ reader, neighbourhoodId, key, quarter }) => {
  const row = await reader
    .selectFrom('standard_entered_result')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('key', '=', key)
    .where('quarter', '=', quarter)
    .select('value')
    .executeTakeFirst()
  return row ?? null
}
