import { sql } from 'kysely'
import { recordAudit } from '../accounts/audit.ts'
import type { Handle } from '../database/database.ts'
import { closesAfterDays, daysBefore, keptDaysAfterClosing } from './rules.ts'

/**
 * Closes answered messages about which nothing more was written for a while, and erases texts and addresses of those that were closed
 * long enough ago. Times and scores stay.
 * @returns how many were closed and erased
 */
export async function eraseWhatIsDue(handle: Handle, now: Date): Promise<{ closed: number; erased: number }> {
  const { rows: closed } = await sql`
    update message m set closed_at = ${now}, revision = revision + 1
    where closed_at is null and answered_at is not null
      and (recourse_asked_at is null or recourse_answered_at is not null)
      and not exists (select from message_text t
        where t.message_id = m.id and t.written_at > ${daysBefore(now, closesAfterDays)})
    returning id`.execute(handle.kysely)
  const { rows: erased } = await sql<{ id: number }>`
    update message set email = null, erased_at = ${now}, revision = revision + 1
    where erased_at is null and closed_at <= ${daysBefore(now, keptDaysAfterClosing)}
    returning id`.execute(handle.kysely)
  await eraseTexts(
    handle,
    erased.map((row) => row.id),
  )
  const count = { closed: closed.length, erased: erased.length }
  if (count.closed + count.erased > 0)
    await recordAudit(handle, null, {
      forceId: null,
      neighbourhoodId: null,
      action: 'message.erase',
      subject: `${count.closed} closed, ${count.erased} erased`,
    })
  return count
}

/** Erases one message at its sender's wish, closing it if it was open. */
export async function eraseNow(handle: Handle, messageId: number, now: Date): Promise<void> {
  await sql`
    update message set email = null, erased_at = ${now}, closed_at = coalesce(closed_at, ${now}), revision = revision + 1
    where id = ${messageId} and erased_at is null`.execute(handle.kysely)
  await eraseTexts(handle, [messageId])
}

async function eraseTexts(handle: Handle, messageIds: readonly number[]): Promise<void> {
  await sql`delete from message_text where message_id = any(${messageIds}::integer[])`.execute(handle.kysely)
}
