import type { Handle } from '../database/database.ts'
import type { AuditAction } from './auditWords.ts'
import { accountIdOf, type Person, type Place } from './rules.ts'

/** What was done, for the audit log: names of fields, never what was written into them. */
export interface AuditedChange extends Place {
  action: AuditAction
  /** What it was done to: "team member 12". Ids only, never a name. */
  subject?: string
  fields?: readonly string[]
}

/**
 * Writes an entry, in the transaction that makes the change.
 * @param person who did it; null for the service itself, such as erasing what is due
 */
export async function recordAudit(handle: Handle, person: Person | null, change: AuditedChange): Promise<void> {
  const token = person?.via === 'token' ? Number(person.id.slice('token:'.length)) : null
  await handle.kysely
    .insertInto('audit_entry')
    .values({
      person_id: accountIdOf(person),
      api_token_id: token,
      action: change.action,
      force_id: change.forceId,
      neighbourhood_id: change.neighbourhoodId,
      subject: change.subject ?? '',
      fields: [...(change.fields ?? [])],
    })
    .execute()
}
