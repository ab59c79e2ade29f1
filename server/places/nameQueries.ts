import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** A neighbourhood, place or street that a name was found in. */
export interface NamedPlace {
  kind: 'neighbourhood' | 'place' | 'street'
  name: string
  /** What tells it from others of the name. */
  detail: string
  forceId: string | null
  forceName: string | null
  invented: boolean | null
  neighbourhoodCode: string | null
  neighbourhoodName: string | null
  neighbourhoodNameWelsh: string | null
  /** Degrees, EPSG:4326. */
  longitude: number | null
  latitude: number | null
  /** `like` is only similar to what was typed; the others hold it as it is. */
  match: 'same' | 'starts' | 'holds' | 'like'
}

/** Of names that are only alike, those at least so near to the best of them. */
const closeEnough = 0.75

/**
 * Places by name: first those of the very name, then those that begin with it, then those with a word that does. Only when there
 * are none of these, names like it (trigrams), so that a slip of the finger finds its street and a right name finds no other.
 * @param folded the name as foldName gives it
 */
export async function placesNamed(published: Kysely<Tables>, folded: string, limit: number): Promise<NamedPlace[]> {
  const byKind = sql`array_position(array['neighbourhood', 'place', 'street'], kind)`
  const { rows } = await sql<NamedPlace>`
    with starting as materialized (
      select id, case when name_folded = ${folded} then 1 else 2 end as closeness, 1::real as likeness
      from search_entry
      where name_folded like ${`${folded}%`}
      order by closeness, ${byKind}, weight desc, name_folded, id
      limit ${limit}),
    holding as materialized (
      select id, 3 as closeness, 1::real as likeness
      from search_entry
      where (select count(*) from starting) < ${limit} and char_length(${folded}) > 2
        and name_folded like ${`% ${folded}%`} and name_folded not like ${`${folded}%`}
      order by ${byKind}, weight desc, name_folded, id
      limit ${limit}),
    alike as materialized (
      select id, 4 as closeness, similarity(name_folded, ${folded}) as likeness
      from search_entry
      where not exists (select from starting) and not exists (select from holding) and char_length(${folded}) > 3
        and name_folded % ${folded}
      order by likeness desc, weight desc, name_folded, id
      limit ${limit}),
    found as (
      select * from starting union all select * from holding
      union all select * from alike where likeness >= ${closeEnough}::real * (select max(likeness) from alike))
    select search_entry.kind, search_entry.name, search_entry.detail, force.id as "forceId",
      force.name as "forceName", force.is_invented as invented,
      neighbourhood.code as "neighbourhoodCode", neighbourhood.name as "neighbourhoodName",
      neighbourhood.name_cy as "neighbourhoodNameWelsh",
      st_x(search_entry.location) as longitude, st_y(search_entry.location) as latitude,
      (array['same', 'starts', 'holds', 'like'])[found.closeness] as match
    from found
      join search_entry on search_entry.id = found.id
      left join neighbourhood on neighbourhood.id = search_entry.neighbourhood_id
      left join force on force.id = coalesce(search_entry.force_id, neighbourhood.force_id)
    order by found.closeness, found.likeness desc, ${byKind}, search_entry.weight desc, search_entry.name_folded, search_entry.id
    limit ${limit}`.execute(published)
  return rows
}
