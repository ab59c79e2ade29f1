import { z } from 'zod'
import { entryKinds } from '../../../shared/live/state.ts'
import { readDay } from '../../../shared/time/typed.ts'
import { shownRevision } from '../../web/fields.ts'

/** A line of the minutes as a form sends it. Lengths are judged where all commands are. */
export const lineForm = z.object({
  kind: z.enum(entryKinds, { error: 'Select what the line is' }),
  item: z
    .string()
    .default('')
    .transform((id) => id || null),
  text: z.string().default(''),
  owner: z.string().default(''),
  dueOn: z
    .string()
    .default('')
    .transform((typed, context) => {
      const day = typed.trim() === '' ? null : readDay(typed)
      if (day !== undefined) return day
      context.addIssue({ code: 'custom', message: 'Enter a real date, like 22/9/2026, or leave it empty' })
      return z.NEVER
    }),
})

/** The same over a line that was shown as it stood at a revision. */
export const changedLineForm = lineForm.extend({ revision: shownRevision })
