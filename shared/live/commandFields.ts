import { z } from 'zod'
import type { TextKey } from '../i18n/texts.ts'
import { isSeen } from '../text/isSeen.ts'
import { keptText } from '../text/keptText.ts'
import { most } from './limits.ts'

/** What is to be mended is said by the key of its text; the server says it in the language of whoever sent it. */
const say = (key: TextKey) => key

const wellFormed = z.string().transform((text) => keptText(text).trim())

/** Several lines, at most so many characters. */
export function lines(limit: number) {
  return wellFormed.refine((text) => text.length <= limit, { error: say('live:tooLong'), params: { most: limit } })
}

/** One line: whatever breaks it becomes a space. */
export function line(limit: number) {
  return wellFormed
    .transform((text) => text.replace(/\s+/g, ' '))
    .refine((text) => text.length <= limit, { error: say('live:tooLong'), params: { most: limit } })
}

/** A text in which there is something to see. */
export function filled<Schema extends z.ZodType<string>>(schema: Schema, error: TextKey) {
  return schema.refine(isSeen, { error })
}

export const uuid = z.uuid().transform((text) => text.toLowerCase())
/** A name that may be left out. */
export const optionalName = line(most.characters.name)
  .nullish()
  .transform((name) => (name && isSeen(name) ? name : null))

export const webAddress = z
  .url({ protocol: /^https?$/, error: say('live:notAWebAddress') })
  .max(most.characters.url, { error: say('live:notAWebAddress') })
  .transform((text) => new URL(text).href)

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: say('live:notADay') })
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), {
    error: say('live:notADay'),
  })

export function wholeNumber(least: number, limit: number) {
  const isOne = (value: unknown) => Number.isInteger(value) && (value as number) >= least && (value as number) <= limit
  return z.custom<number>(isOne, { error: say('live:notANumber'), params: { least, most: limit } })
}
