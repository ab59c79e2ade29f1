import { z } from 'zod'
import { topics } from './rules.ts'

/** The longest message, answer or note, and the longest reason beside a choice. */
export const longestText = 4_000
export const longestReason = 2_000

/** Text that people wrote; characters that show nothing, and that PostgreSQL cannot hold, are left out. */
const words = z
  .string()
  .default('')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  .transform((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim())
const needed = (empty: string, long: string) =>
  words.pipe(z.string().min(1, { error: empty }).max(longestText, { error: long }))
const optional = (long: string) => words.pipe(z.string().max(longestReason, { error: long }))

/** Gives a sentence of the public forms in the page's language. */
export type Sentence = (key: (typeof sentences)[number]) => string
export const sentences = ['messageEmpty', 'messageLong', 'emailWrong', 'satisfactionEmpty', 'reasonLong'] as const

/** A message to a team. */
export const messageForm = (say: Sentence) =>
  z.object({
    message: needed(say('messageEmpty'), say('messageLong')),
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

/** The version of a message that an officer's form was made from. */
const revision = z.coerce.number({ error: 'Load the page again, then send once more' }).int().positive()
const tooLong = `Write at most ${longestText.toLocaleString('en-GB')} characters`

/** What officers and supervisors send, by what it does to a message. */
export const changeForms = {
  acknowledge: z.object({ revision }),
  answer: z.object({ revision, answer: needed('Write the answer', tooLong) }),
  assign: z.object({ revision, person: z.string().default('') }),
  note: z.object({ revision, note: needed('Write the note', tooLong) }),
  forward: z.object({
    revision,
    to: z.coerce.number({ error: 'Choose a neighbourhood' }).int().positive({ error: 'Choose a neighbourhood' }),
  }),
  close: z.object({ revision }),
  recourse: z.object({ revision, reply: needed('Write what you say to the resident', tooLong) }),
} as const

/** A message's number in an address; undefined when it is none. */
export function askedMessage(text: unknown): number | undefined {
  const parsed = z.coerce.number().int().positive().max(2_147_483_647).safeParse(text)
  return parsed.success ? parsed.data : undefined
}
