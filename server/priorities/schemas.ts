import { z } from 'zod'
import { eventKinds } from '../../shared/api/priorities.ts'
import { addMonthsToDay, type Day, londonDay, londonInstant } from '../../shared/time/london.ts'
import { readDay, readTime } from '../../shared/time/typed.ts'
import { dayInWords } from '../../shared/time/words.ts'
import { webAddress } from '../neighbourhoods/contacts.ts'
import { line, lines, needed } from '../web/fields.ts'

const dayMs = 86_400_000
/** Before this no team agreed on priorities with residents: neighbourhood policing is not older. */
const earliest: Day = '2000-01-01'
const furthestYears = 5

/** The last day that anybody plans for: a later one is a slip of the hand. */
function furthest(now: Date): Day {
  return addMonthsToDay(londonDay(now), furthestYears * 12)
}

function tooFar(what: string): string {
  return `The ${what} must be within the next ${furthestYears} years`
}
const likeToday = 'like 22/9/2026'

/** A day that must be given. */
function day(error: string) {
  return z
    .string()
    .default('')
    .transform((text, context): Day => {
      const read = readDay(text)
      if (read) return read
      context.addIssue({ code: 'custom', message: text.trim() === '' ? error : `Enter a real date, ${likeToday}` })
      return z.NEVER
    })
}

/** A day that may be left empty. */
const optionalDay = z
  .string()
  .default('')
  .transform((text, context): Day | null => {
    if (text.trim() === '') return null
    const read = readDay(text)
    if (read) return read
    context.addIssue({ code: 'custom', message: `Enter a real date, ${likeToday}, or leave it empty` })
    return z.NEVER
  })

/**
 * What was agreed, not later than today.
 * @param standing the priority as it stands; null for a new one. It cannot have been agreed after it was closed; and a day after it was
 * published the day can only be moved back, so that nothing old is made to look new.
 */
export const priorityForm = (now: Date, standing: { closed_on: Day | null; agreed_on: Day; created_at: Date } | null) =>
  z
    .object({
      issue: needed(line(300, 'issue'), 'Enter the issue, in one sentence'),
      why: lines(2000, 'reason'),
      owner: line(200, 'name of who leads'),
      agreedOn: day('Enter the day on which it was agreed'),
      dueOn: optionalDay,
    })
    .superRefine(({ agreedOn, dueOn }, context) => {
      if (agreedOn > londonDay(now))
        refuse(context, 'agreedOn', 'The day on which it was agreed must be today or earlier')
      else if (standing?.closed_on && agreedOn > standing.closed_on)
        refuse(context, 'agreedOn', 'The day on which it was agreed must be on or before the day it was closed')
      else if (standing && agreedOn > standing.agreed_on && now.getTime() - standing.created_at.getTime() > dayMs)
        refuse(context, 'agreedOn', 'The day can only be moved back. If it was agreed again, close it and add it anew')
      if (dueOn && dueOn < agreedOn) refuse(context, 'dueOn', 'The due date must be on or after the day it was agreed')
      else if (dueOn && dueOn > furthest(now)) refuse(context, 'dueOn', tooFar('due date'))
      if (agreedOn < earliest) refuse(context, 'agreedOn', `Enter a day in ${earliest.slice(0, 4)} or later`)
    })
export type PriorityForm = z.infer<ReturnType<typeof priorityForm>>

/** How a priority ended. */
export const closeForm = (now: Date, agreedOn: Day) =>
  z
    .object({
      closedOn: day('Enter the day on which it was closed'),
      outcome: needed(lines(2000, 'outcome'), 'Enter what came of it'),
    })
    .superRefine(({ closedOn }, context) => {
      if (closedOn > londonDay(now)) refuse(context, 'closedOn', 'The day of closing must be today or earlier')
      if (closedOn < agreedOn)
        refuse(context, 'closedOn', 'The day of closing must be on or after the day it was agreed')
    })
export type CloseForm = z.infer<ReturnType<typeof closeForm>>

/**
 * What was done, or is planned.
 * @param agreedOn when its priority was agreed: nothing was done about it, and nothing planned, before
 */
export const actionForm = (now: Date, agreedOn: Day) =>
  z
    .object({
      what: needed(lines(1000, 'action'), 'Enter what was done or is planned'),
      owner: line(200, 'name of who does it'),
      plannedFor: optionalDay,
      doneOn: optionalDay,
    })
    .superRefine(({ plannedFor, doneOn }, context) => {
      const agreed = `on or after ${dayInWords(agreedOn, 'en')}, when the priority was agreed`
      if (plannedFor && plannedFor < agreedOn) refuse(context, 'plannedFor', `The planned day must be ${agreed}`)
      else if (plannedFor && plannedFor > furthest(now)) refuse(context, 'plannedFor', tooFar('planned day'))
      if (doneOn && doneOn > londonDay(now))
        refuse(context, 'doneOn', 'The day it was done must be today or earlier. Leave it empty while it is planned')
      else if (doneOn && doneOn < agreedOn) refuse(context, 'doneOn', `The day it was done must be ${agreed}`)
    })
export type ActionForm = z.infer<ReturnType<typeof actionForm>>

/**
 * A date on which residents can come, in British civil time: in the last year, for one that was missed out, or in the next five.
 * @param standing its day as it stands, which stays good however long ago it is; null for a new one
 * @param stays the kind that it must stay of: what has an agenda stays a meeting
 */
export const eventForm = (now: Date, standing: Day | null, stays?: EventForm['kind']) =>
  eventFields.superRefine((event, context) => {
    refuseFarDay(event, context, now, standing)
    if (stays && event.kind !== stays) refuse(context, 'kind', 'It has an agenda, so it stays a meeting')
  })
export type EventForm = z.infer<typeof eventFields>

/** The check that a date is in the last year or the next five; see `eventForm`. */
export function refuseFarDay(
  { startsAt }: { startsAt: Date },
  context: z.core.$RefinementCtx,
  now: Date,
  standing: Day | null,
): void {
  const day = londonDay(startsAt)
  if (day === standing) return
  if (day < addMonthsToDay(londonDay(now), -12))
    refuse(context, 'day', 'The day must be within the last year, or later')
  else if (day > furthest(now)) refuse(context, 'day', tooFar('day'))
}

/** What the forms of every kind of date have. */
export const dateShape = {
  title: needed(line(150, 'title'), 'Enter a title'),
  description: lines(4000, 'description'),
  place: line(200, 'place'),
  address: line(300, 'address'),
  onlineUrl: line(500, 'link').transform((text, context) => {
    const url = text === '' ? '' : webAddress(text)
    if (url !== null) return url
    context.addIssue({ code: 'custom', message: 'Enter a web address that begins with https://' })
    return z.NEVER
  }),
  day: day('Enter the day'),
  starts: z
    .string()
    .default('')
    .transform((text, context) => {
      const time = readTime(text)
      if (time) return time
      context.addIssue({ code: 'custom', message: 'Enter when it starts, like 19:00' })
      return z.NEVER
    }),
  ends: z
    .string()
    .default('')
    .transform((text, context) => {
      const time = text.trim() === '' ? null : readTime(text)
      if (time !== undefined) return time
      context.addIssue({ code: 'custom', message: 'Enter when it ends, like 20:30, or leave it empty' })
      return z.NEVER
    }),
}

const eventFields = z
  .object({ kind: z.enum(eventKinds, { error: 'Select what kind of date it is' }), ...dateShape })
  .superRefine(({ place, address, onlineUrl }, context) => {
    if (!place && !address && !onlineUrl)
      refuse(context, 'place', 'Enter a place, an address or a link: where can people come?')
  })
  .transform(withInstants)

/** Puts the instants of beginning and end in the place of what clocks in Britain show. */
export function withInstants<Fields extends { day: Day; starts: string; ends: string | null }>(
  { day, starts, ends, ...event }: Fields,
  context: z.core.$RefinementCtx,
) {
  const startsAt = londonInstant(day, starts)
  const endsAt = ends === null ? null : londonInstant(day, ends)
  const noSuchTime = 'The clocks go forward that night and leave this time out. Enter another'
  if (!startsAt) refuse(context, 'starts', noSuchTime)
  if (endsAt === undefined) refuse(context, 'ends', noSuchTime)
  if (!startsAt || endsAt === undefined) return z.NEVER
  if (endsAt && endsAt <= startsAt) {
    refuse(context, 'ends', 'It must end after it starts')
    return z.NEVER
  }
  return { ...event, startsAt, endsAt }
}

/** Adds what is to be mended to a field. */
export function refuse(context: z.core.$RefinementCtx, field: string, message: string): void {
  context.addIssue({ code: 'custom', message, path: [field] })
}
