import { createHash, randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { type CommandInput, type CommandKind, readCommand } from '../../shared/live/commands.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import { refusalSentence } from '../../shared/live/sentences.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { AuditAction } from '../accounts/auditWords.ts'
import type { Person } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import type { Alongside } from '../live/alongside.ts'
import { typedFields, typedText } from '../web/forms.ts'
import { translator } from '../web/translate.ts'
import type { EnteredMeeting } from './manage.ts'

/** What became of a form's command: stored, or why not, and by which field. */
export type FormOutcome = { ok: true } | { ok: false; reason: Refusal; field: string; message: string }

interface FormCommand<Kind extends CommandKind> {
  meeting: number
  /** Who sends it: the team, or a resident who chairs. */
  chair: { isTeam: boolean; person: Person | null }
  kind: Kind
  detail: CommandInput<Kind>['detail']
  /** What is stored along with its change, instead of what usually is. */
  alongside?: Alongside
}

/** Sends what a form under /manage asks for through the one door of all commands. A form that is sent twice is one command. */
export async function sendForm<Kind extends CommandKind>(
  { live }: Pick<Context, 'live'>,
  request: Request,
  { meeting, chair: { isTeam, person }, kind, detail, alongside }: FormCommand<Kind>,
): Promise<FormOutcome> {
  const say = translator('en')
  const read = readCommand({ id: idOfForm(request, 'command'), meeting, kind, detail })
  if (!read.ok) {
    const field = read.problem.field.split('.').at(-1) ?? ''
    return { ok: false, reason: 'not-valid', field, message: refusalSentence(say, 'not-valid', read.problem) }
  }
  const outcome = await live.commandAs({ kind: 'chair', isTeam, person }, read.command, alongside)
  if (outcome.ok) return { ok: true }
  return { ok: false, reason: outcome.reason, field: '', message: refusalSentence(say, outcome.reason) }
}

/**
 * The same for what the team plans, and writes who did it into the audit log: the meeting's own log says what was changed, and names nobody.
 * @param action what the audit log says was done
 */
export async function sendPlan<Kind extends CommandKind>(
  context: Context,
  request: Request,
  { person, place, row }: EnteredMeeting,
  command: Pick<FormCommand<Kind>, 'kind' | 'detail'>,
  action: AuditAction,
): Promise<FormOutcome> {
  const outcome = await sendForm(context, request, { meeting: row.id, chair: { isTeam: true, person }, ...command })
  if (outcome.ok)
    await context.database.transaction((handle) =>
      recordAudit(handle, person, { ...place, action, subject: `meeting ${row.id}` }),
    )
  return outcome
}

/**
 * An id that is the same for the same opened form with the same words, sent to the same address.
 * @param of what the id is for: a form may need several
 */
export function idOfForm(request: Request, of: 'command' | 'new'): string {
  const typed = typedFields(request.body)
  if (typedText(typed, 'once') === '') return randomUUID()
  return idFrom([of, request.path, ...Object.entries(typed).sort()])
}

/** A UUID that follows from what it is made of: version 8, whose bits are the maker's own (RFC 9562). */
export function idFrom(parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
