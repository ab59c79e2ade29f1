import { createHash, randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { type CommandInput, type CommandKind, readCommand } from '../../shared/live/commands.ts'
import { refusalSentence } from '../../shared/live/sentences.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { AuditAction } from '../accounts/auditWords.ts'
import type { Context } from '../context.ts'
import { typedFields, typedText } from '../web/forms.ts'
import { translator } from '../web/translate.ts'
import type { EnteredMeeting } from './manage.ts'

/** What became of a command: stored, or why not, in a sentence. */
export type Sent = { ok: true } | { ok: false; problem: string }

/**
 * Sends what a form of the team's asks for through the one door of all commands, and writes who did it into the audit log: the meeting's own
 * log says what was changed, and names nobody. A form that is sent twice makes the same command, which counts once.
 * @param action what the audit log says was done
 */
export async function sendCommand<Kind extends CommandKind>(
  context: Context,
  request: Request,
  { person, place, row }: EnteredMeeting,
  command: { kind: Kind; detail: CommandInput<Kind>['detail'] },
  action: AuditAction,
): Promise<Sent> {
  const read = readCommand({ id: commandId(request), meeting: row.id, ...command })
  if (!read.ok) return { ok: false, problem: refusalSentence(translator('en'), 'not-valid', read.problem) }
  const outcome = await context.live.commandAs({ kind: 'chair', isTeam: true }, read.command)
  if (!outcome.ok) return { ok: false, problem: refusalSentence(translator('en'), outcome.reason) }
  await context.database.transaction((handle) =>
    recordAudit(handle, person, { ...place, action, subject: `meeting ${row.id}` }),
  )
  return { ok: true }
}

/** The id of a form's command: the same for the same opened form with the same words, sent to the same address. */
export function commandId(request: Request): string {
  const typed = typedFields(request.body)
  if (typedText(typed, 'once') === '') return randomUUID()
  const hash = createHash('sha256')
    .update(JSON.stringify([request.path, ...Object.entries(typed).sort()]))
    .digest('hex')
  // The form of a UUID of version 8: made by a method of our own (RFC 9562).
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
