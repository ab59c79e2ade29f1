import { sql } from 'kysely'
import type { Month } from '../../../shared/month.ts'
import type { CrimeDataFacts } from '../../../shared/standards/measures/crimeDataCurrent.ts'
import { londonDay } from '../../../shared/time/london.ts'
import type { FactQuery } from './asked.ts'

/** The newest month of recorded crimes that its force has published here. */
export const crimeData: FactQuery<CrimeDataFacts> = async ({ reader, neighbourhoodId, now }) => {
  const { rows } = await sql<{ newest: Month | null }>`
    select to_char(max(publication.month), 'YYYY-MM') as newest
    from publication join neighbourhood on neighbourhood.force_id = publication.force_id
    where neighbourhood.id = ${neighbourhoodId} and dataset = 'street'`.execute(reader)
  return { month: londonDay(now).slice(0, 7) as Month, newest: rows[0]?.newest ?? null }
}
