import { type Kysely, sql } from 'kysely'
import { type Month, monthOf } from '../../shared/month.ts'
import type { Tables } from '../database/tables.ts'

type Published = Kysely<Tables>

/** A force that something is loaded of, as lists name it. */
export interface ListedForce {
  id: string
  name: string
  invented: boolean
  neighbourhoods: number
  /** The newest month of street crime; undefined before one is loaded. */
  newestMonth: Month | undefined
}

/** The forces of which neighbourhoods or months are loaded, by name. */
export async function listedForces(published: Published): Promise<ListedForce[]> {
  const { rows } = await sql<Omit<ListedForce, 'newestMonth'> & { newest: string | null }>`
    select force.id, force.name, force.is_invented as invented,
      (select count(*)::integer from neighbourhood where force_id = force.id) as neighbourhoods,
      (select max(month)::text from publication where force_id = force.id and dataset = 'street') as newest
    from force
    where exists (select from neighbourhood where force_id = force.id)
      or exists (select from publication where force_id = force.id)
    order by force.name, force.id`.execute(published)
  return rows.map(({ newest, ...force }) => ({ ...force, newestMonth: newest === null ? undefined : monthOf(newest) }))
}
