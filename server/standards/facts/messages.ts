import { sql } from 'kysely'
import { acknowledgeHours } from '../../../shared/standards/measures/messagesAcknowledged.ts'
import { answerHours } from '../../../shared/standards/measures/messagesAnswered.ts'
import type { SatisfactionFacts } from '../../../shared/standards/measures/satisfaction.ts'
import {
  type TimedMessage,
  type TimedReplyFacts,
  timedReplyFacts,
} from '../../../shared/standards/measures/timedReply.ts'
import type { Asked, FactQuery } from './asked.ts'

/** Messages that came in during the quarter, against the hours within which they were to be acknowledged. */
export const messagesAcknowledged: FactQuery<TimedReplyFacts> = async (asked) =>
  timedReplyFacts(
    await messagesOf(asked, 'acknowledged_at', 'acknowledge_due_at'),
    asked.terms,
    acknowledgeHours,
    asked.now,
  )

/** Messages that came in during the quarter, against the hours within which they were to be answered. */
export const messagesAnswered: FactQuery<TimedReplyFacts> = async (asked) =>
  timedReplyFacts(await messagesOf(asked, 'answered_at', 'answer_due_at'), asked.terms, answerHours, asked.now)

/** Of messages whose senders were promised something: one that was forwarded from a team that promised nothing is not among them. */
async function messagesOf(
  { reader, neighbourhoodId, from, to }: Asked,
  done: 'acknowledged_at' | 'answered_at',
  due: 'acknowledge_due_at' | 'answer_due_at',
): Promise<TimedMessage[]> {
  const { rows } = await sql<TimedMessage>`
    select received_at as "receivedAt", ${sql.ref(done)} as "doneAt", erased_at as "erasedAt",
      recourse_asked_at as "recourseAskedAt"
    from message
    where neighbourhood_id = ${neighbourhoodId} and received_at >= ${from} and received_at < ${to}
      and ${sql.ref(due)} is not null`.execute(reader)
  return rows
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
