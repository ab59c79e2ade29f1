import { z } from 'zod'

const day = z.iso.date()
const instant = z.iso.datetime()
const place = z.object({ id: z.string(), name: z.string() })

/** A note, a decision or an action of the minutes. */
export const minutesLineBody = z.object({
  kind: z.enum(['note', 'decision', 'action']),
  text: z.string(),
  /** Who does it, and until when: an action's. */
  owner: z.string().nullable(),
  dueOn: day.nullable(),
  /** The priority that an action went to. */
  priority: z.object({ id: z.number().int(), issue: z.string() }).nullable(),
})

/** What became of a question. Without words an answer was given aloud. */
export const minutesQuestionBody = z.object({
  text: z.string(),
  name: z.string().nullable(),
  /** How many devices wanted it answered. */
  backings: z.number().int(),
  alsoAsked: z.array(z.string()),
  outcome: z.enum(['aloud', 'words', 'later', 'unanswered']),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
})

const said = { lines: z.array(minutesLineBody), questions: z.array(minutesQuestionBody) }

/** How useful those who answered found it: 4 and 5 of 5 are useful. No share is given of fewer than five answers; null is too few. */
export const usefulnessBody = z.object({
  answers: z.number().int().nullable(),
  useful: z.number().int().nullable(),
  share: z.number().nullable(),
  /** The 95 % interval of the share. */
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type UsefulnessBody = z.infer<typeof usefulnessBody>

/** GET /api/v1/meetings/{id}/minutes: published minutes. */
export const minutesBody = z.object({
  meeting: z.object({ id: z.number().int(), title: z.string(), plannedFor: instant, place: z.string().nullable() }),
  force: place,
  neighbourhood: place,
  invented: z.boolean(),
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  /** null: nobody counted. */
  attendance: z.object({ room: z.number().int().nullable(), online: z.number().int().nullable() }),
  /** In the order in which they were really taken. */
  items: z.array(
    z.object({
      title: z.string(),
      titleWelsh: z.string().nullable(),
      lead: z.string().nullable(),
      documents: z.array(z.object({ title: z.string(), url: z.string() })),
      times: z.array(z.object({ from: instant, to: instant.nullable() })),
      ...said,
    }),
  ),
  notTaken: z.array(z.object({ title: z.string(), titleWelsh: z.string().nullable() })),
  ...said,
  usefulness: usefulnessBody,
})
export type MinutesBody = z.infer<typeof minutesBody>
