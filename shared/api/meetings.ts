import { z } from 'zod'
import { itemKindNames, panels } from '../live/itemKinds.ts'
import { phases } from '../live/state.ts'
import { eventBody } from './priorities.ts'

const place = z.object({ id: z.string(), name: z.string() })

/** An item of an agenda, as it is planned. */
export const agendaItemBody = z.object({
  id: z.uuid(),
  kind: z.enum(itemKindNames),
  title: z.string(),
  titleWelsh: z.string().nullable(),
  plannedMinutes: z.number().int(),
  /** Who leads it. */
  lead: z.string().nullable(),
  documents: z.array(z.object({ title: z.string(), url: z.string().regex(/^https?:\/\//) })),
  /** What it shows of the neighbourhood's own figures. */
  shows: z.array(z.enum(panels)),
})
export type AgendaItemBody = z.infer<typeof agendaItemBody>

/** What a meeting has that was given an agenda. */
export const planBody = z.object({
  attendance: z.enum(['in-person', 'online', 'hybrid']),
  accessNotes: z.array(z.string()),
  location: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
  /** Anybody can join by it: it is public. */
  joinCode: z.string(),
  phase: z.enum(phases),
  /** Address of its page, which follows it while it is on. */
  page: z.string(),
  /** The same as JSON. */
  json: z.string(),
  agenda: z.array(agendaItemBody),
})
export type PlanBody = z.infer<typeof planBody>

/** A meeting: the date, and what was planned; null for one without an agenda. */
export const meetingBody = eventBody.omit({ kind: true }).extend({ plan: planBody.nullable() })
export type MeetingBody = z.infer<typeof meetingBody>

const head = { force: place, neighbourhood: place, invented: z.boolean() }

/** GET /api/v1/neighbourhoods/{force}/{id}/meetings: those to come by when they start, then earlier ones, the latest first. */
export const meetingsBody = z.object({ ...head, coming: z.array(meetingBody), earlier: z.array(meetingBody) })
export type MeetingsBody = z.infer<typeof meetingsBody>

/** GET /api/v1/meetings/{id}: how it stands now. */
export const oneMeetingBody = z.object({
  ...head,
  meeting: meetingBody,
  /** The number of the last change; `changes` gives what comes after one. */
  sequence: z.number().int(),
  changes: z.string(),
  startedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** The item that is on. */
  currentItem: z.uuid().nullable(),
})
export type OneMeetingBody = z.infer<typeof oneMeetingBody>
