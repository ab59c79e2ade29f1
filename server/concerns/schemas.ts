import { z } from 'zod'
import { lines, needed, rowNumber, shownRevision } from '../web/fields.ts'
import { topics } from './rules.ts'

/** The longest concern, and the longest reason. */
export const longestWords = 1_000
export const longestReason = 500

/** Gives a sentence of the public form in the page's language. */
export type Sentence = (key: (typeof sentences)[number]) => string
export const sentences = ['wordsEmpty', 'wordsLong', 'topicEmpty', 'whereLong', 'emailWrong'] as const

const trimmed = z
  .string()
  .default('')
  .transform((text) => text.trim())

/** A concern as a resident puts it forward. */
export const concernForm = (say: Sentence) =>
  z.object({
    words: trimmed
      .transform((text) => text.replace(/\n{3,}/g, '\n\n'))
      .pipe(
        z
          .string()
          .min(1, { error: say('wordsEmpty') })
          .max(longestWords, { error: say('wordsLong') }),
      ),
    topic: z.enum(topics, { error: say('topicEmpty') }),
    where: trimmed.pipe(z.string().max(100, { error: say('whereLong') })),
    email: trimmed.pipe(
      z.union([z.literal(''), z.email({ error: say('emailWrong') }).max(254, { error: say('emailWrong') })]),
    ),
  })
export type ConcernForm = z.infer<ReturnType<typeof concernForm>>

const reason = needed(lines(longestReason, 'reason'), 'Enter the reason, as the sender will read it')

/** What officers and supervisors send, by what it does to a concern. */
export const changeForms = {
  show: z.object({ revision: shownRevision }),
  refuse: z.object({ revision: shownRevision, refuseReason: reason }),
  merge: z.object({
    revision: shownRevision,
    into: rowNumber.catch(0).refine((id) => id > 0, { error: 'Choose the concern that it is merged into' }),
  }),
  'take-up': z.object({
    revision: shownRevision,
    priority: rowNumber.catch(0).refine((id) => id > 0, { error: 'Choose the priority that takes it up' }),
  }),
  release: z.object({ revision: shownRevision }),
  'take-off': z.object({ revision: shownRevision, takeOffReason: reason }),
} as const
