import { sql } from 'kysely'
import type { Database, Handle } from '../../database/database.ts'

type Reader = Database['kysely']

/** When a meeting was closed, for good as far as is known; null while it is not. */
export async function closedAtOf(reader: Reader, meeting: number): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select (select max(happened_at) from meeting_change c where c.meeting_id = m.id and c.kind = 'meeting:closed') as at
    from meeting m where id = ${meeting} and phase in ('closed', 'published')`.execute(reader)
  return rows[0]?.at ?? null
}

/** How many have answered, and how many of them found the meeting useful: 4 or 5 of 5. */
export async function countedAnswers(reader: Reader, meeting: number): Promise<{ answers: number; useful: number }> {
  const { rows } = await sql<{ answers: number; useful: number }>`
    select count(*)::integer as answers, (count(*) filter (where usefulness >= 4))::integer as useful
    from meeting_feedback where meeting_id = ${meeting}`.execute(reader)
  return rows[0] ?? { answers: 0, useful: 0 }
}

/** Whether a device has answered, by its hash. */
export async function hasAnswered(reader: Reader, meeting: number, device: string): Promise<boolean> {
  const row = await reader
    .selectFrom('meeting_feedback')
    .where('meeting_id', '=', meeting)
    .where('device_hash', '=', Buffer.from(device, 'hex'))
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps an answer; a second of the same device changes nothing. */
export async function keepAnswer(
  { kysely }: Handle,
  answer: { meeting: number; device: string; usefulness: number; why: string },
  now: Date,
): Promise<void> {
  await kysely
    .insertInto('meeting_feedback')
    .values({
      meeting_id: answer.meeting,
      device_hash: Buffer.from(answer.device, 'hex'),
      usefulness: answer.usefulness,
      why: answer.why,
      given_at: now,
    })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'device_hash']).doNothing())
    .execute()
}

/** The reasons that people gave, the latest first: for the team. */
export async function reasonsOf(reader: Reader, meeting: number): Promise<{ usefulness: number; why: string }[]> {
  return reader
    .selectFrom('meeting_feedback')
    .where('meeting_id', '=', meeting)
    .where('why', '!=', '')
    .select(['usefulness', 'why'])
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Forgets devices of meetings about which nobody is asked any more, and later the reasons.
 * @param closedBefore meetings that were closed before it are no longer asked about; `reasonsBefore` likewise
 */
export async function forgetFeedback({ kysely }: Handle, closedBefore: Date, reasonsBefore: Date): Promise<void> {
  await sql`
    with closed as (
      select meeting_id, max(happened_at) as at from meeting_change where kind = 'meeting:closed' group by meeting_id
    )
    update meeting_feedback f
    set device_hash = null, why = case when closed.at < ${reasonsBefore} then '' else why end
    from closed
    where closed.meeting_id = f.meeting_id and closed.at < ${closedBefore} and (f.device_hash is not null or f.why <> '')`.execute(
    kysely,
  )
}
