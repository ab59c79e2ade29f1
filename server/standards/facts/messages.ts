import { sql } from 'kysely'
import type { SatisfactionFacts } from '../../../shared/standards/measures/satisfaction.ts'
import type { TimedReplyFacts } from '../../../shared/standards/measures/timedReply.ts'
import type { FactQuery } from './asked.ts'

/** Messages that came in during the quarter, against the time by which they were to be acknowledged. */
export const messagesAcknowledged: FactQuery<TimedReplyFacts> = (asked) =>
  timedReplies('acknowledged_at', 'acknowledge_due_at', asked)

/** Messages that came in during the quarter, against the time by which they were to be answered. */
export const messagesAnswered: FactQuery<TimedReplyFacts> = (asked) =>
  timedReplies('answered_at', 'answer_due_at', asked)

/**
 * The due times were fixed when a message came in, by the promise that stood then. One that its sender withdrew before anything was due was
 * owed nothing.
 */
async function timedReplies(
  done: 'acknowledged_at' | 'answered_at',
  due: 'acknowledge_due_at' | 'answer_due_at',
  { reader, neighbourhoodId, from, to, now }: Parameters<FactQuery<TimedReplyFacts>>[0],
): Promise<TimedReplyFacts> {
  const doneAt = sql.ref(done)
  const dueAt = sql.ref(due)
  const { rows } = await sql<TimedReplyFacts>`
    with counted as (
      select ${doneAt} as done_at, ${dueAt} as due_at, erased_at, recourse_asked_at,
        extract(epoch from ${doneAt} - received_at)::double precision / 3600 as hours
      from message
      where neighbourhood_id = ${neighbourhoodId} and received_at >= ${from} and received_at < ${to} and ${dueAt} is not null
    )
    select count(*) filter (where done_at <= due_at)::integer as "inTime",
      count(*) filter (where done_at > due_at)::integer as late,
      count(*) filter (where done_at is null and due_at < least(erased_at, ${now}::timestamptz))::integer as "openBreaches",
      count(*) filter (where done_at is null and erased_at is null and due_at >= ${now}::timestamptz)::integer as waiting,
      percentile_cont(0.5) within group (order by hours) as "medianHours",
      percentile_cont(0.9) within group (order by hours) as "p90Hours",
      count(recourse_asked_at)::integer as "recourseUsed"
    from counted`.execute(reader)
  const [facts] = rows
  if (!facts) throw new Error('An aggregate gave no row')
  return facts
}

/** How satisfied people said they were during the quarter: 4 and 5 of 5 are satisfied. */
export const satisfaction: FactQuery<SatisfactionFacts> = async ({ reader, neighbourhoodId, from, to }) => {
  const { rows } = await sql<SatisfactionFacts>`
    select count(*)::integer as answers, count(*) filter (where satisfaction >= 4)::integer as satisfied
    from message
    where neighbourhood_id = ${neighbourhoodId} and satisfaction is not null
      and satisfied_at >= ${from} and satisfied_at < ${to}`.execute(reader)
  return rows[0]
}
