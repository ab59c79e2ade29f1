import { sql } from 'kysely'
import type { PrioritiesCurrentFacts } from '../../../shared/standards/measures/prioritiesCurrent.ts'
import type { PrioritiesHaveActionFacts } from '../../../shared/standards/measures/prioritiesHaveAction.ts'
import { type FactQuery, lastDay } from './asked.ts'

/** Priorities that were open at the end of that day, and when the oldest of them was agreed. */
export const prioritiesCurrent: FactQuery<PrioritiesCurrentFacts> = async (asked) => {
  const day = lastDay(asked)
  const { rows } = await sql<{ open: number; oldestAgreedOn: string | null }>`
    select count(*)::integer as open, min(agreed_on)::text as "oldestAgreedOn"
    from priority
    where neighbourhood_id = ${asked.neighbourhoodId} and agreed_on <= ${day}::date
      and (closed_on is null or closed_on > ${day}::date)`.execute(asked.reader)
  return { day, open: rows[0]?.open ?? 0, oldestAgreedOn: rows[0]?.oldestAgreedOn ?? null }
}

/** Priorities that were open at the end of that day, and those of them for which an action had been written down. */
export const prioritiesHaveAction: FactQuery<PrioritiesHaveActionFacts> = async (asked) => {
  const day = lastDay(asked)
  const { rows } = await sql<PrioritiesHaveActionFacts>`
    select count(*)::integer as open,
      count(*) filter (where exists (
        select from priority_action
        where priority_action.priority_id = priority.id and priority_action.created_at <= ${asked.to}
      ))::integer as "withAction"
    from priority
    where neighbourhood_id = ${asked.neighbourhoodId} and agreed_on <= ${day}::date
      and (closed_on is null or closed_on > ${day}::date)`.execute(asked.reader)
  return rows[0]
}
