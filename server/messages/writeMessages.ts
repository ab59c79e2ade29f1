import { sql } from 'kysely'
import { type AuditedChange, recordAudit } from '../accounts/audit.ts'
import { accountIdOf, type Person, type Place } from '../accounts/rules.ts'
import { hashSecretText } from '../accounts/secrets.ts'
import type { Handle } from '../database/database.ts'
import type { MessageTextTable } from '../database/tables.ts'
import { firstDue, type ReplyPromise } from '../standards/promisedReply.ts'
import type { Message } from './readMessages.ts'
import { type Change, dueBy } from './rules.ts'
import type { MessageForm } from './schemas.ts'

/** A message on its way in. */
export interface IncomingMessage extends MessageForm {
  neighbourhoodId: number
  language: 'en' | 'cy'
  /** Of its private link. */
  secret: string
}

/**
 * Stores a message with its clock, by the promise that stands now.
 * @returns `same` when this form was sent already with these words, `used` when with others: nothing is stored then
 */
export async function receiveMessage(
  handle: Handle,
  message: IncomingMessage,
  promise: ReplyPromise,
  now: Date,
): Promise<'stored' | 'same' | 'used'> {
  const linkHash = hashSecretText(message.secret)
  const stored = await handle.kysely
    .insertInto('message')
    .values({
      neighbourhood_id: message.neighbourhoodId,
      topic: message.topic,
      language: message.language,
      email: message.email === '' ? null : message.email,
      link_hash: linkHash,
      received_at: now,
      acknowledge_due_at: firstDue(now, promise.acknowledge)?.at ?? null,
      answer_due_at: firstDue(now, promise.answer)?.at ?? null,
      // Kept for the supervisor's clock, which starts once the resident asks.
      hours_counted: promise.recourse?.within.counted ?? 'calendar',
      recourse: promise.recourse?.way ?? null,
      recourse_within_hours: promise.recourse?.within.hours ?? null,
    })
    .onConflict((conflict) => conflict.column('link_hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored) {
    await addText(handle, stored.id, 'question', message.message, null, now)
    return 'stored'
  }
  const { rows } = await sql<{ text: string }>`
    select t.text from message m join message_text t on t.message_id = m.id and t.kind = 'question'
    where m.link_hash = ${linkHash}`.execute(handle.kysely)
  return rows[0]?.text === message.message ? 'same' : 'used'
}

/** The columns that a change sets. */
type Columns = Partial<{
  acknowledged_at: Date
  answered_at: Date
  closed_at: Date
  assigned_to: string | null
  neighbourhood_id: number
  recourse_answered_at: Date
}>

/** A change that an officer or supervisor makes, ready to be written. */
export interface WrittenChange {
  change: Change
  columns: Columns
  text?: { kind: MessageTextTable['kind']; text: string }
}

/**
 * Writes a change to a message as it was shown, with its audit entry.
 * @returns false when somebody has changed the message since: nothing is written then
 */
export async function changeMessage(
  handle: Handle,
  person: Person,
  place: Place,
  shown: { id: number; neighbourhoodId: number; revision: number },
  { change, columns, text }: WrittenChange,
  now: Date,
): Promise<boolean> {
  const changed = await handle.kysely
    .updateTable('message')
    .set({ ...columns, revision: shown.revision + 1 })
    .where('id', '=', shown.id)
    .where('neighbourhood_id', '=', shown.neighbourhoodId)
    .where('revision', '=', shown.revision)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  const writtenBy = accountIdOf(person)
  if (text) await addText(handle, shown.id, text.kind, text.text, writtenBy, now)
  if (columns.neighbourhood_id !== undefined)
    await handle.kysely
      .insertInto('message_forwarding')
      .values({
        message_id: shown.id,
        from_neighbourhood_id: shown.neighbourhoodId,
        to_neighbourhood_id: columns.neighbourhood_id,
        forwarded_by: writtenBy,
        forwarded_at: now,
      })
      .execute()
  const audited: AuditedChange = {
    ...place,
    action: `message.${change}`,
    subject: `message ${shown.id}`,
    fields: [...Object.keys(columns), ...(text ? ['text'] : [])],
  }
  await recordAudit(handle, person, audited)
  return true
}

/** The sender takes the way named for a broken promise. False when they, or another tab of theirs, already have. */
export async function askRecourse(handle: Handle, message: Message, words: string, now: Date): Promise<boolean> {
  const asked = await handle.kysely
    .updateTable('message')
    .set({
      recourse_asked_at: now,
      recourse_due_at: dueBy(now, message.recourseWithinHours, message.hoursCounted),
      closed_at: null, // a closed message is open again until the supervisor has answered
      revision: sql`revision + 1`,
    })
    .where('id', '=', message.id)
    .where('recourse_asked_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (asked.numUpdatedRows === 0n) return false
  if (words) await addText(handle, message.id, 'recourse', words, null, now)
  return true
}

/** Keeps how satisfied the sender is: once. */
export async function keepSatisfaction(
  handle: Handle,
  message: Message,
  { satisfaction, why }: { satisfaction: number; why: string },
  now: Date,
): Promise<void> {
  const kept = await handle.kysely
    .updateTable('message')
    .set({ satisfaction, satisfied_at: now })
    .where('id', '=', message.id)
    .where('satisfaction', 'is', null)
    .where('answered_at', 'is not', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (kept.numUpdatedRows > 0n && why) await addText(handle, message.id, 'satisfaction', why, null, now)
}

/** Adds words to a message: what its sender or an officer wrote. */
export async function addText(
  handle: Handle,
  messageId: number,
  kind: MessageTextTable['kind'],
  text: string,
  writtenBy: string | null,
  now: Date,
): Promise<void> {
  await handle.kysely
    .insertInto('message_text')
    .values({ message_id: messageId, kind, text, written_by: writtenBy, written_at: now })
    .execute()
}
