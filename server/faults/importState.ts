import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/**
 * What readers see of crimes: each publication with its rows and every count made from them, whether or not they agree.
 * Two equal states are the same figures on every page.
 */
export async function importState(database: Database): Promise<object[]> {
  const { rows } = await sql<object>`
    select b.force_id, to_char(b.month, 'YYYY-MM') as month, b.row_count, b.placed_count,
      (select count(*)::int from crime where publication_id = b.id) as crimes,
      (select coalesce(sum(count), 0)::int from force_count where publication_id = b.id) as force,
      (select count(cell)::int from crime where publication_id = b.id) as points,
      (select coalesce(sum(count), 0)::int from hexagon_count where publication_id = b.id and resolution = 8) as hexagons,
      (select string_agg(category_id || ':' || count, ' ' order by category_id) from force_count where publication_id = b.id) as categories
    from publication b order by b.force_id, b.month`.execute(database.kysely)
  return rows
}

/** Crimes that belong to no publication, which there must never be. */
export async function strayCrimes(database: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from crime c where not exists (select 1 from publication b where b.id = c.publication_id)
  `.execute(database.kysely)
  return rows[0]?.n ?? -1
}
