import { sql } from 'kysely'
import type { MeetingState } from '../../../shared/live/state.ts'
import { unansweredQuestions } from '../../../shared/minutes/minutesOf.ts'
import { recordAudit } from '../../accounts/audit.ts'
import type { Person, Place } from '../../accounts/rules.ts'
import { hashSecretText, newSecretText } from '../../accounts/secrets.ts'
import type { Handle } from '../../database/database.ts'
import { eraseNow } from '../../messages/erase.ts'
import { addText } from '../../messages/writeMessages.ts'
import { firstDue, promisedReply } from '../../standards/promisedReply.ts'

/** The message that a meeting's question has become. */
export interface QuestionOfMeeting {
  meeting: number
  question: string
}

/**
 * Puts every public question that was not answered into the team's inbox, once, against the clock of the published standard. Nobody has an
 * address or a private link of such a message: whoever asked reads the answer in the minutes. So it names no way for a broken promise.
 */
export async function sendQuestions(
  handle: Handle,
  meeting: number,
  state: MeetingState,
  neighbourhoodId: number,
  now: Date,
): Promise<void> {
  const questions = unansweredQuestions(state)
  if (questions.length === 0) return
  const promise = await promisedReply(handle.kysely, neighbourhoodId)
  for (const { id, text } of questions) {
    const stored = await handle.kysely
      .insertInto('message')
      .values({
        neighbourhood_id: neighbourhoodId,
        topic: 'meetings',
        language: 'en',
        email: null,
        link_hash: hashSecretText(newSecretText()), // of a link that nobody has
        received_at: now,
        hours_counted: 'calendar', // only of a recourse, which nobody can ask for here
        acknowledge_due_at: firstDue(now, promise.acknowledge)?.at ?? null,
        answer_due_at: firstDue(now, promise.answer)?.at ?? null,
        meeting_id: meeting,
        question_id: id,
      })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'question_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (stored) await addText(handle, stored.id, 'question', text, null, now)
  }
}

/** The answer that was given to a question elsewhere than in the inbox answers its message too, if it has one. */
export async function answerMessage(
  handle: Handle,
  { meeting, question }: QuestionOfMeeting,
  text: string,
  { person, place, now }: { person: Person | null; place: Place; now: Date },
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update message set acknowledged_at = coalesce(acknowledged_at, ${now}), answered_at = coalesce(answered_at, ${now}),
      revision = revision + 1
    where meeting_id = ${meeting} and question_id = ${question} and erased_at is null
    returning id`.execute(handle.kysely)
  for (const { id } of rows) {
    await addText(
      handle,
      id,
      'answer',
      text || 'Answered in person.',
      person?.via === 'session' ? person.id : null,
      now,
    )
    await recordAudit(handle, person, {
      ...place,
      action: 'message.answer',
      subject: `message ${id}`,
      fields: ['text'],
    })
  }
}

/** The message of a question that was taken out of sight is erased: nothing is owed for what must not be read. */
export async function withdrawMessage(
  handle: Handle,
  { meeting, question }: QuestionOfMeeting,
  now: Date,
): Promise<void> {
  const row = await handle.kysely
    .selectFrom('message')
    .where('meeting_id', '=', meeting)
    .where('question_id', '=', question)
    .select('id')
    .executeTakeFirst()
  if (row) await eraseNow(handle, row.id, now)
}
