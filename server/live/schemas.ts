import { z } from 'zod'
import { languages } from '../../shared/i18n/texts.ts'
import { meetingId } from '../../shared/live/commands.ts'
import { followers } from '../../shared/live/protocol.ts'

const number = z.number().int().min(0).max(2_000_000_000)

/** What a client says when it begins to follow. */
export const followInput = z.object({
  meeting: meetingId,
  after: number.nullable().default(null),
  as: z.enum(followers),
  language: z.enum(languages).default('en'),
})

export const sinceInput = z.object({ meeting: meetingId, after: number })

const digits = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** The meeting that a page's address names. */
export const meetingParameter = digits.pipe(meetingId)
