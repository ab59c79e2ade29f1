import { z } from 'zod'

const day = z.iso.date()
const paragraphs = z.array(z.string())
const place = z.object({ id: z.string(), name: z.string() })

/** What was done about a priority, or is planned. */
export const actionBody = z.object({
  what: z.string(),
  /** Who does it. */
  owner: z.string().nullable(),
  status: z.enum(['done', 'planned']),
  /** When it was done, or is planned for; null: planned, without a day yet. */
  date: day.nullable(),
})
export type ActionBody = z.infer<typeof actionBody>

/** What a team and its residents agreed to work on. */
export const priorityBody = z.object({
  id: z.number().int(),
  issue: z.string(),
  why: paragraphs,
  /** Who leads on it. */
  owner: z.string().nullable(),
  agreedOn: day,
  dueOn: day.nullable(),
  closedOn: day.nullable(),
  /** What came of it, once closed. */
  outcome: paragraphs,
  /** Open, agreed more than three months ago, and nothing recorded as done. */
  withoutAction: z.boolean(),
  /** Those done by date, then those planned. */
  actions: z.array(actionBody),
})
export type PriorityBody = z.infer<typeof priorityBody>

/** GET /api/v1/neighbourhoods/{force}/{id}/priorities */
export const prioritiesBody = z.object({
  force: place,
  neighbourhood: place,
  invented: z.boolean(),
  open: z.array(priorityBody),
  closed: z.array(priorityBody),
})
export type PrioritiesBody = z.infer<typeof prioritiesBody>

export const eventKinds = ['meeting', 'drop-in', 'other'] as const

/** A date on which residents can come or take part. */
export const eventBody = z.object({
  id: z.number().int(),
  kind: z.enum(eventKinds),
  title: z.string(),
  description: paragraphs,
  place: z.string().nullable(),
  address: z.string().nullable(),
  /** An http or https address at which it can be followed. */
  onlineUrl: z
    .string()
    .regex(/^https?:\/\//)
    .nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  cancelled: z.boolean(),
  /** The same as an iCalendar file. */
  calendar: z.string(),
})
export type EventBody = z.infer<typeof eventBody>

/** GET /api/v1/neighbourhoods/{force}/{id}/events: those that are not over, by when they start. */
export const eventsBody = z.object({
  force: place,
  neighbourhood: place,
  invented: z.boolean(),
  events: z.array(eventBody),
})
export type EventsBody = z.infer<typeof eventsBody>
