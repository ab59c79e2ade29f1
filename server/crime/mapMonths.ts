import { type Kysely, sql } from 'kysely'
import type { Month } from '../../shared/month.ts'
import type { Tables } from '../database/tables.ts'

/** A month of street-level crime that some force published, and the forces that did. */
export interface MapMonth {
  month: Month
  forces: string[]
}

/** The months that any force published, oldest first, with who did. A force that is not named has no figures, which is never zero. */
export async function mapMonths(published: Kysely<Tables>): Promise<MapMonth[]> {
  const { rows } = await sql<MapMonth>`
    select to_char(month, 'YYYY-MM') as month, array_agg(force_id order by force_id) as forces
    from publication where dataset = 'street' group by publication.month order by publication.month`.execute(published)
  return rows
}

/** The newest month that any force published. */
export async function latestMonth(published: Kysely<Tables>): Promise<Month | undefined> {
  return (await mapMonths(published)).at(-1)?.month
}
