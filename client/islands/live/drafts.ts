import type { CommandInput } from '../../../shared/live/commands.ts'
import type { FormFields } from '../../../shared/live/formCommands.ts'
import type { Drafts } from '../../ui/live/setting.ts'
import type { Kept } from './outbox.ts'

/** Keeps what is typed into forms and not sent yet, one text a form; a reload, or a push that redraws the page, loses none of it. */
export function keepDrafts(kept: Kept, meeting: number): Drafts {
  const key = (form: string) => `draft ${meeting} ${form}`
  return {
    read: (form) => {
      try {
        const fields: unknown = JSON.parse(kept.getItem(key(form)) ?? 'null')
        return typeof fields === 'object' && fields !== null ? (fields as FormFields) : undefined
      } catch {
        return undefined
      }
    },
    write: (form, fields) => {
      try {
        kept.setItem(key(form), JSON.stringify(fields))
      } catch {
        // A browser that keeps nothing still shows what is typed.
      }
    },
    forget: (form) => kept.removeItem(key(form)),
  }
}

/** A command from before a reload is stored now: the form that still shows its words is emptied. */
export function emptySentForms(root: ParentNode, drafts: Drafts, { kind, detail }: CommandInput): void {
  const sent = textOf(detail)
  if (sent === undefined) return
  for (const form of root.querySelectorAll('form')) {
    const data = new FormData(form)
    if (data.get('kind') !== kind || String(data.get('text') ?? '').trim() !== sent.trim()) continue
    form.reset()
    drafts.forget(String(data.get('form')))
  }
}

function textOf(detail: CommandInput['detail']): string | undefined {
  if ('text' in detail) return detail.text
  return 'entry' in detail && typeof detail.entry === 'object' ? detail.entry.text : undefined
}
