import { z } from 'zod'
import { lines, needed, shownRevision } from '../web/fields.ts'
import { topics } from './rules.ts'

/** The longest message, answer or note, and the longest reason beside a choice. */
export const longestText = 4_000
export const longestReason = 2_000

const words = z
  .string()
  .default('')
  .transform((text) => text.trim())
const wanted = (empty: string, long: string) =>
  words.pipe(z.string().min(1, { error: empty }).max(longestText, { error: long }))
const optional = (long: string) => words.pipe(z.string().max(longestReason, { error: long }))

/** Gives a sentence of the public forms in the page's language. */
export type Sentence = (key: (typeof sentences)[number]) => string
export const sentences = ['messageEmpty', 'messageLong', 'emailWrong', 'satisfactionEmpty', 'reasonLong'] as const

/** A message to a team. */
export const messageForm = (say: Sentence) =>
  z.object({
    message: wanted(say('messageEmpty'), say('messageLong')),
    email: z
      .string()
      .trim()
      .max(254, { error: say('emailWrong') })
      .default('')
      .pipe(z.union([z.literal(''), z.email({ error: say('emailWrong') })])),
    topic: z.enum(['', ...topics]).catch(''),
  })
export type MessageForm = z.infer<ReturnType<typeof messageForm>>

/** How satisfied the sender is with an answer, and why. */
export const satisfactionForm = (say: Sentence) =>
  z.object({
    satisfaction: z.enum(['1', '2', '3', '4', '5'], { error: say('satisfactionEmpty') }).transform(Number),
    why: optional(say('reasonLong')),
  })

/** What the sender adds when they ask the supervisor. */
export const recourseForm = (say: Sentence) => z.object({ words: optional(say('reasonLong')) })

/** What officers and supervisors send, by what it does to a message. */
export const changeForms = {
  acknowledge: z.object({ revision: shownRevision }),
  answer: z.object({ revision: shownRevision, answer: needed(lines(longestText, 'answer'), 'Write the answer') }),
  assign: z.object({ revision: shownRevision, person: z.string().default('') }),
  note: z.object({ revision: shownRevision, note: needed(lines(longestText, 'note'), 'Write the note') }),
  forward: z.object({
    revision: shownRevision,
    to: z.coerce.number({ error: 'Choose a neighbourhood' }).int().positive({ error: 'Choose a neighbourhood' }),
  }),
  close: z.object({ revision: shownRevision }),
  recourse: z.object({
    revision: shownRevision,
    reply: needed(lines(longestText, 'reply'), 'Write what you say to the resident'),
  }),
} as const
