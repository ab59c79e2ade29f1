import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Handle } from '../database/database.ts'
import type { RegularJob } from '../jobs/jobs.ts'
import { type Typed, typedText } from './forms.ts'

/** The hidden field that makes each form that is opened another one (client/ui/form/OnceField.tsx). */
const onceField = 'once'
const keptDays = 2

/**
 * Whether a form that adds something comes for the first time; call it in the transaction that adds. A second sending of the same opened
 * form with the same words waits for the first and is told apart; with other words it is a new one, for a person may go back and change it.
 * A form without the hidden field, as a program sends it, is always the first.
 */
export async function isFirstSending(handle: Handle, typed: Typed, now: Date): Promise<boolean> {
  if (typedText(typed, onceField) === '') return true
  const fingerprint = fingerprintOf(typed)
  const { rows } = await sql`
    insert into sent_form (fingerprint, sent_at) values (${fingerprint}, ${now}) on conflict do nothing returning 1`.execute(
    handle.kysely,
  )
  return rows.length > 0
}

/** Whether a form has been sent before, and taken: for one whose second sending would otherwise look like somebody else's. */
export async function wasSent({ kysely }: Pick<Handle, 'kysely'>, typed: Typed): Promise<boolean> {
  if (typedText(typed, onceField) === '') return false
  const row = await kysely
    .selectFrom('sent_form')
    .where('fingerprint', '=', fingerprintOf(typed))
    .select('sent_at')
    .executeTakeFirst()
  return row !== undefined
}

function fingerprintOf(typed: Typed): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(typed).sort()))
    .digest()
}

/** Lets go every night of forms that nobody will send again. */
export function forgetSentForms({ database, clock }: Pick<Context, 'database' | 'clock'>): RegularJob {
  return {
    name: 'forget-sent-forms',
    at: '41 3 * * *',
    run: async () => {
      const before = new Date(clock().getTime() - keptDays * 86_400_000)
      await database.kysely.deleteFrom('sent_form').where('sent_at', '<', before).execute()
    },
  }
}
