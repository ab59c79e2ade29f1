import { type Kysely, sql } from 'kysely'
import type { MapBox } from '../../shared/map/view.ts'
import type { Month } from '../../shared/month.ts'
import type { Tables } from '../database/tables.ts'
import { forceIsIn } from './mapQueries.ts'

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

/**
 * The month to show when none is asked for: the newest of the forces that have an outline in the box, else of any;
 * an invented force's only where no real one has any.
 * @param box degrees; undefined for everywhere
 */
export async function latestMonth(published: Kysely<Tables>, box?: MapBox): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month }>`
    select to_char(month, 'YYYY-MM') as month
    from publication join force on force.id = force_id
    where dataset = 'street'
    order by ${box ? sql`${forceIsIn(box)} desc,` : sql``} is_invented, publication.month desc limit 1`.execute(
    published,
  )
  return rows[0]?.month
}
