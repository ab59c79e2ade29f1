import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { RefusedForm } from '../../client/ui/live/setting.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { CommandInput } from '../../shared/live/commands.ts'
import { detailOf, type FormFields, isFormKind } from '../../shared/live/formCommands.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { callerOf } from '../live/routes.ts'
import { typedFields, typedText } from '../web/forms.ts'
import { idFrom } from './command.ts'

/** Hidden fields of every form (client/ui/live/CommandForm.tsx). */
const own = ['kind', 'form', 'once']

/** What becomes of a form that was sent without script. */
export type SentForm = { ok: true; kind: string } | { ok: false; status: number; refused: RefusedForm }

/**
 * Sends the command of a form through the one door for commands. A form that is sent twice, with the same words, is the same command.
 * @throws AppError BAD_PARAMETER for what is no form of ours
 */
export async function sendForm(
  context: Context,
  request: Request,
  response: Response,
  meeting: number,
  language: Language,
): Promise<SentForm> {
  const typed = typedFields(request.body)
  // A form with several buttons says its own kind first, then that of the button that was pressed.
  const kind = [typed['kind'] ?? ''].flat().at(-1) ?? ''
  if (!isFormKind(kind)) throw new AppError('BAD_PARAMETER', { parameter: 'kind' })
  const fields = Object.fromEntries(
    Object.keys(typed)
      .filter((name) => !own.includes(name))
      .map((name) => [name, [typed[name] ?? ''].flat().join(' ')]),
  )
  const idOf = idsOf(typedText(typed, 'once'), kind, fields)
  const command = { id: idOf('command'), meeting, kind, detail: detailOf(kind, fields, idOf) } as CommandInput
  const answer = await context.live.command(command, callerOf(context, request, response, meeting, language))
  if (answer.ok) return { ok: true, kind }
  const refused = { form: typedText(typed, 'form') || kind, message: answer.message, typed: fields }
  return { ok: false, status: answer.reason === 'not-valid' ? 422 : 409, refused }
}

/** Gives ids that follow from the page that was opened and what was typed; for a program that names no page, random ones. */
function idsOf(once: string, kind: string, fields: FormFields): (what: string) => string {
  const page = once || randomUUID()
  const typed = JSON.stringify(Object.entries(fields).sort())
  return (what) => idFrom([page, kind, typed, what])
}
