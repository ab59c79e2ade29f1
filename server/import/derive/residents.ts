import { sql } from 'kysely'
import type { Handle } from '../../database/database.ts'

/**
 * Sums each neighbourhood's residents over the LSOAs whose middle lies inside its outline. Where there is no outline, no LSOA, or one
 * whose population is not known, the figure is not known either.
 * @returns how many figures are other than before
 */
export async function deriveResidents(handle: Handle): Promise<number> {
  const { rows } = await sql`
    update neighbourhood n set residents = s.residents
    from (
      select n.id, case when count(a.code) = count(a.residents) then sum(a.residents)::integer end as residents
      from neighbourhood n
      left join neighbourhood_outline o on o.neighbourhood_id = n.id
      left join area a on a.kind = 'lsoa' and st_intersects(o.outline, a.middle)
      group by n.id
    ) s
    where s.id = n.id and n.residents is distinct from s.residents
    returning 1`.execute(handle.kysely)
  return rows.length
}
