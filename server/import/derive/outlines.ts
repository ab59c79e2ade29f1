import { sql } from 'kysely'
import type { Handle } from '../../database/database.ts'

/**
 * Makes outlines from wards for the neighbourhoods that have none of the police's own. A ward that two neighbourhoods are matched with
 * stands in for neither: it cannot be said which part is whose.
 * @returns how many outlines are other than before
 */
export async function deriveWardOutlines(handle: Handle): Promise<number> {
  await handle.execute('drop table if exists pg_temp.wanted_outline')
  await sql`
    create temp table wanted_outline on commit drop as
    select w.neighbourhood_id,
      st_multi(st_collectionextract(st_makevalid(st_unaryunion(st_collect(a.outline))), 3)) as outline,
      array_agg(a.name order by a.name, a.code) as area_names
    from neighbourhood_ward w
    join area a on a.kind = 'ward' and a.code = w.ward_code and a.outline is not null
    where not exists (
        select 1 from neighbourhood_ward other
        where other.ward_code = w.ward_code and other.neighbourhood_id <> w.neighbourhood_id)
      and not exists (
        select 1 from neighbourhood_outline o where o.neighbourhood_id = w.neighbourhood_id and o.source = 'police')
    group by w.neighbourhood_id`.execute(handle.kysely)
  const { rows: gone } = await sql`
    delete from neighbourhood_outline o
    where o.source = 'ward' and not exists (select 1 from wanted_outline w where w.neighbourhood_id = o.neighbourhood_id)
    returning 1`.execute(handle.kysely)
  const { rows: written } = await sql`
    insert into neighbourhood_outline as o (neighbourhood_id, outline, source, area_names)
    select neighbourhood_id, outline, 'ward', area_names from wanted_outline
    on conflict (neighbourhood_id) do update set outline = excluded.outline, area_names = excluded.area_names
      where o.area_names <> excluded.area_names or not st_orderingequals(o.outline, excluded.outline)
    returning 1`.execute(handle.kysely)
  return gone.length + written.length
}

/** Wards that more than one neighbourhood is matched with, as "Castle (City Centre, Riverside)". */
export async function contestedWards(handle: Handle): Promise<string[]> {
  const { rows } = await sql<{ ward: string }>`
    select coalesce(a.name, w.ward_code) || ' (' || string_agg(n.name, ', ' order by n.name) || ')' as ward
    from neighbourhood_ward w
    join neighbourhood n on n.id = w.neighbourhood_id
    left join area a on a.kind = 'ward' and a.code = w.ward_code
    group by w.ward_code, a.name having count(*) > 1 order by 1`.execute(handle.kysely)
  return rows.map((row) => row.ward)
}
