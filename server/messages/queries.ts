import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

type Reader = Database['kysely']

/** What became of the messages that a team received in a while. */
export interface ReplyFigures {
  received: number
  /** Of those promised an acknowledgement or answer: settled (given, or the time has run out), and given in time. */
  acknowledgementSettled: number
  acknowledgedInTime: number
  answerSettled: number
  answeredInTime: number
  answered: number
  /** Hours of every clock from coming in to the first answer; null when none is answered. */
  medianHours: number | null
  p90Hours: number | null
  /** Promised an answer, the time has run out, and none is given; closing without an answer does not mend that. */
  openBreaches: number
  recourseUsed: number
  /** Answers to how satisfied the sender is, and how many of them were 4 or 5 of 5. */
  satisfactionCount: number
  satisfiedCount: number
}

/**
 * The figures of messages received from an instant until before another, as they stand now. A message counts for the team that has it:
 * the one it was forwarded to. One that its sender withdrew before anything was due was owed nothing.
 */
export async function replyFigures(
  reader: Reader,
  neighbourhoodId: number,
  from: Date,
  to: Date,
  now: Date,
): Promise<ReplyFigures> {
  const { rows } = await sql<ReplyFigures>`
    with owed as (
      -- least() passes over a null: of a message that is not erased the clock runs until now
      select *,
        acknowledged_at is not null or acknowledge_due_at < least(erased_at, ${now}::timestamptz) as acknowledgement_ended,
        answered_at is not null or answer_due_at < least(erased_at, ${now}::timestamptz) as answer_ended,
        extract(epoch from answered_at - received_at)::double precision / 3600 as hours
      from message
      where neighbourhood_id = ${neighbourhoodId} and received_at >= ${from} and received_at < ${to}
    )
    select count(*)::int as received,
      (count(*) filter (where acknowledge_due_at is not null and acknowledgement_ended))::int as "acknowledgementSettled",
      (count(*) filter (where acknowledged_at <= acknowledge_due_at))::int as "acknowledgedInTime",
      (count(*) filter (where answer_due_at is not null and answer_ended))::int as "answerSettled",
      (count(*) filter (where answered_at <= answer_due_at))::int as "answeredInTime",
      count(answered_at)::int as answered,
      percentile_cont(0.5) within group (order by hours) as "medianHours",
      percentile_cont(0.9) within group (order by hours) as "p90Hours",
      (count(*) filter (where answer_due_at is not null and answer_ended and answered_at is null))::int as "openBreaches",
      count(recourse_asked_at)::int as "recourseUsed",
      count(satisfaction)::int as "satisfactionCount",
      (count(*) filter (where satisfaction >= 4))::int as "satisfiedCount"
    from owed`.execute(reader)
  const [figures] = rows
  if (!figures) throw new Error('an aggregate without grouping gives one row')
  return figures
}
