import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { recordAudit } from '../accounts/audit.ts'
import { type AuditAction, isAuditField } from '../accounts/auditWords.ts'
import type { Person, Place } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import type { Handle } from '../database/database.ts'
import { shownRevision } from '../web/fields.ts'
import { readForm, type Typed, typedText } from '../web/forms.ts'
import { isFirstSending } from '../web/sentOnce.ts'

/** What a form changes, as it stands now: the texts of its fields and the revision that carries them. */
export interface Standing {
  texts: Typed
  revision: number
}

interface Publishing<Schema extends z.ZodType> {
  schema: Schema
  who: { person: Person; place: Place }
  /** null: something is added. */
  standing: Standing | null
  /** What stands once somebody else was quicker. */
  readAgain: () => Promise<Standing>
  show: (form: ShownForm, status: number) => Promise<void>
  /**
   * Writes the change over the revision that the form was shown; undefined, with nothing written, when it has moved on.
   * Otherwise what it was done to, for the audit log: "priority 12".
   */
  save: (handle: Handle, value: z.infer<Schema>, revision: number) => Promise<string | undefined>
  /** For the audit log. */
  action: AuditAction
  /** Where to go once it is published; a function where that depends on what was saved. */
  next: string | (() => string)
}

/**
 * Takes a form that was sent and publishes it. It is shown again, with all that was typed, when something is to be mended (422) and when somebody
 * else has changed the same thing since it was opened (409): then with what stands now beside it, and its revision, so that it can be sent once more.
 */
export async function publishForm<Schema extends z.ZodType>(
  context: Context,
  request: Request,
  response: Response,
  { schema, who, standing, readAgain, show, save, action, next }: Publishing<Schema>,
): Promise<void> {
  const read = readForm(schema, request)
  const go = () => response.redirect(303, typeof next === 'string' ? next : next())
  const revision = standing && shownRevision.parse(typedText(read.typed, 'revision'))
  if (!read.ok) return show({ texts: read.typed, problems: read.problems, meanwhile: null, revision }, 422)
  const fields = Object.keys(schemaFields(read.typed)).filter(
    (name) => typedText(read.typed, name) !== typedText(standing?.texts ?? {}, name),
  )
  if (fields.length === 0 && standing?.revision === revision) return go()

  const saved = await changePages(context, async (handle) => {
    if (!standing && !(await isFirstSending(handle, read.typed, context.clock()))) return true
    const subject = await save(handle, read.value, revision ?? 0)
    if (subject !== undefined)
      await recordAudit(handle, who.person, {
        ...who.place,
        action,
        subject,
        fields: fields.filter((field) => isAuditField(action, field)),
      })
    return subject !== undefined
  })
  if (saved) return go()
  const now = await readAgain()
  // The same form once more, or two people of one mind: there is nothing left to do.
  if (saysTheSame(read.typed, now.texts)) return go()
  return show({ texts: read.typed, problems: {}, meanwhile: now.texts, revision: now.revision }, 409)
}

function saysTheSame(typed: Typed, standing: Typed): boolean {
  return Object.keys(schemaFields(typed)).every(
    (name) => typedText(typed, name).trim() === typedText(standing, name).trim(),
  )
}

/** The fields of a form without those that the service put there. */
function schemaFields({ revision: _revision, once: _once, ...fields }: Typed): Typed {
  return fields
}
