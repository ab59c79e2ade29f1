import { createHash, randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { type CommandInput, type CommandKind, readCommand } from '../../../shared/live/commands.ts'
import type { Refusal } from '../../../shared/live/refusals.ts'
import { refusalSentence } from '../../../shared/live/sentences.ts'
import type { Context } from '../../context.ts'
import type { Alongside } from '../../live/alongside.ts'
import { typedFields, typedText } from '../../web/forms.ts'
import { translator } from '../../web/translate.ts'
import type { EnteredMinutes } from './enter.ts'

/** What became of a form's command: stored, or why not, and by which field. */
export type FormOutcome = { ok: true } | { ok: false; reason: Refusal; field: string; message: string }

/**
 * Sends what a form of the minutes asks for through the one door of all commands.
 * @param alongside what is stored along with its change, instead of what usually is
 */
export async function sendForm<Kind extends CommandKind>(
  { live }: Pick<Context, 'live'>,
  request: Request,
  { head, chair }: EnteredMinutes,
  command: { kind: Kind; detail: CommandInput<Kind>['detail'] },
  alongside?: Alongside,
): Promise<FormOutcome> {
  const say = translator('en')
  const read = readCommand({ id: idOfForm(request, 'command'), meeting: head.id, ...command })
  if (!read.ok) {
    const field = read.problem.field.split('.').at(-1) ?? ''
    return { ok: false, reason: 'not-valid', field, message: refusalSentence(say, 'not-valid', read.problem) }
  }
  const sender = { kind: 'chair', isTeam: chair.isTeam, person: chair.person } as const
  const outcome = await live.commandAs(sender, read.command, alongside)
  return outcome.ok
    ? outcome
    : { ok: false, reason: outcome.reason, field: '', message: refusalSentence(say, outcome.reason) }
}

/**
 * An id that is the same for the same opened form with the same words, sent to the same address: a form that is sent twice counts once.
 * @param of what the id is for: a form may need several
 */
export function idOfForm(request: Request, of: 'command' | 'line'): string {
  const typed = typedFields(request.body)
  if (typedText(typed, 'once') === '') return randomUUID()
  const hash = createHash('sha256')
    .update(JSON.stringify([of, request.path, ...Object.entries(typed).sort()]))
    .digest('hex')
  // The form of a UUID of version 8: made by a method of our own (RFC 9562).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
