import { sql } from 'kysely'
import type { Handle } from '../../database/database.ts'

/**
 * Says anew which neighbourhood holds each map point (of two outlines over one point the smaller has it, the elder of equals), brings the
 * neighbourhoods' middles up to date, and counts again for the neighbourhoods that won or lost a point.
 * @returns how many points are in another neighbourhood than before
 */
export async function derivePointNeighbourhoods(handle: Handle): Promise<number> {
  await sql`
    update neighbourhood n set centre = st_pointonsurface(o.outline)
    from neighbourhood_outline o
    where o.neighbourhood_id = n.id and (n.centre is null or not st_equals(n.centre, st_pointonsurface(o.outline)))
  `.execute(handle.kysely)
  await sql`
    update neighbourhood n set centre = null
    where n.centre is not null and not exists (select 1 from neighbourhood_outline o where o.neighbourhood_id = n.id)
  `.execute(handle.kysely)
  await handle.execute('drop table if exists pg_temp.moved_point')
  await sql`
    create temp table moved_point on commit drop as
    select p.id, p.neighbourhood_id as was, h.neighbourhood_id as is_in
    from map_point p
    left join (
      select distinct on (inside.id) inside.id, o.neighbourhood_id
      from neighbourhood_outline o
      join map_point inside on st_intersects(o.outline, inside.location)
      order by inside.id, st_area(o.outline), o.neighbourhood_id
    ) h on h.id = p.id
    where p.neighbourhood_id is distinct from h.neighbourhood_id`.execute(handle.kysely)
  const { rows } = await sql`
    update map_point p set neighbourhood_id = m.is_in from moved_point m where m.id = p.id returning 1`.execute(
    handle.kysely,
  )
  if (rows.length > 0) await countAgain(handle)
  return rows.length
}

async function countAgain(handle: Handle): Promise<void> {
  const affected = sql`(select was from moved_point where was is not null union select is_in from moved_point where is_in is not null)`
  await sql`delete from neighbourhood_count where neighbourhood_id in ${affected}`.execute(handle.kysely)
  await sql`
    insert into neighbourhood_count (neighbourhood_id, month, category_id, publication_id, count)
    select p.neighbourhood_id, c.month, c.category_id, c.publication_id, count(*)
    from map_point p join crime c on c.map_point_id = p.id
    where p.neighbourhood_id in ${affected}
    group by p.neighbourhood_id, c.month, c.category_id, c.publication_id`.execute(handle.kysely)
}
