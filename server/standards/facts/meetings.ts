import { sql } from 'kysely'
import type { MeetingSatisfactionFacts } from '../../../shared/standards/measures/meetingSatisfaction.ts'
import type { MeetingsHeldFacts } from '../../../shared/standards/measures/meetingsHeld.ts'
import type { MinutesInTimeFacts } from '../../../shared/standards/measures/minutesInTime.ts'
import { londonDay } from '../../../shared/time/london.ts'
import { type FactQuery, lastDay } from './asked.ts'

/** A neighbourhood's meetings that were closed, each with when: the last time, where one was opened again. */
const closed = (neighbourhoodId: number) => sql`
  select m.id, m.phase, max(c.happened_at) as closed_at
  from meeting m join event e on e.id = m.id
    join meeting_change c on c.meeting_id = m.id and c.kind = 'meeting:closed'
  where e.neighbourhood_id = ${neighbourhoodId} and m.phase in ('closed', 'published')
  group by m.id, m.phase`

/** The last meeting that was held by the end of the day that is looked at. */
export const meetingsHeld: FactQuery<MeetingsHeldFacts> = async (asked) => {
  const { reader, neighbourhoodId, to, since } = asked
  const { rows } = await sql<{ at: Date | null }>`
    select max(closed_at) as at from (${closed(neighbourhoodId)}) held where closed_at < ${to}`.execute(reader)
  const at = rows[0]?.at ?? null
  return { day: lastDay(asked), lastHeldOn: at && londonDay(at), promisedOn: londonDay(since) }
}

/** Meetings that were closed in the quarter, and when their minutes were first published; those taken back since are not published. */
export const minutesInTime: FactQuery<MinutesInTimeFacts> = async ({ reader, neighbourhoodId, from, to, now }) => {
  const { rows } = await sql<{ closedAt: Date; publishedAt: Date | null }>`
    select closed_at as "closedAt", case when phase = 'published' then
      (select min(c.happened_at) from meeting_change c
        where c.meeting_id = held.id and c.kind = 'minutes:published' and c.happened_at >= closed_at) end as "publishedAt"
    from (${closed(neighbourhoodId)}) held
    where closed_at >= ${from} and closed_at < ${to}`.execute(reader)
  return {
    today: londonDay(now),
    meetings: rows.map(({ closedAt, publishedAt }) => ({
      closedOn: londonDay(closedAt),
      publishedOn: publishedAt && londonDay(publishedAt),
    })),
  }
}

/** What was said about meetings that were closed in the quarter: 4 and 5 of 5 found it useful. */
export const meetingSatisfaction: FactQuery<MeetingSatisfactionFacts> = async ({
  reader,
  neighbourhoodId,
  from,
  to,
}) => {
  const { rows } = await sql<MeetingSatisfactionFacts>`
    select count(*)::integer as answers, (count(*) filter (where usefulness >= 4))::integer as useful
    from meeting_feedback join (${closed(neighbourhoodId)}) held on held.id = meeting_id
    where closed_at >= ${from} and closed_at < ${to}`.execute(reader)
  return rows[0]
}
