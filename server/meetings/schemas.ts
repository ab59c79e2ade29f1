import { z } from 'zod'
import type { Day } from '../../shared/time/london.ts'
import { dateShape, refuse, refuseFarDay, withInstants } from '../priorities/schemas.ts'
import { line, lines, needed } from '../web/fields.ts'
import type { AgendaChoice } from './agenda.ts'
import { addressParts, wholePostcode } from './place.ts'

const attendances = ['in-person', 'online', 'hybrid'] as const

const degrees = (largest: number, name: string, example: string) =>
  line(30, name)
    .refine(
      (text) => text === '' || (/^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= largest),
      `Enter the ${name} in degrees, like ${example}, or leave it empty`,
    )
    .transform((text) => (text === '' ? null : Number(text)))

const fields = z
  .object({
    ...dateShape,
    attendance: z.enum(attendances, { error: 'Select how people can take part' }),
    postcode: line(10, 'postcode').transform((text, context) => {
      const postcode = text === '' ? '' : wholePostcode(text)
      if (postcode !== undefined) return postcode
      context.addIssue({ code: 'custom', message: 'Enter a full postcode, like LE1 1RE, or leave it empty' })
      return z.NEVER
    }),
    longitude: degrees(180, 'longitude', '-1.1398'),
    latitude: degrees(90, 'latitude', '52.6369'),
    accessNotes: lines(1000, 'notes on access'),
  })
  .superRefine(({ attendance, place, address, postcode, onlineUrl, longitude, latitude }, context) => {
    const isSomewhere = place !== '' || address !== '' || postcode !== ''
    if (attendance !== 'online' && !isSomewhere) refuse(context, 'place', 'Enter the place to which people can come')
    if (attendance === 'online' && isSomewhere)
      refuse(context, 'attendance', 'There is a place: select “Both”, or leave place, address and postcode empty')
    if (attendance !== 'in-person' && !onlineUrl)
      refuse(context, 'onlineUrl', 'Enter the link by which people take part online')
    if (attendance === 'in-person' && onlineUrl)
      refuse(context, 'attendance', 'There is a link to take part online: select “Both”, or leave the link empty')
    if ((longitude === null) !== (latitude === null))
      refuse(
        context,
        longitude === null ? 'longitude' : 'latitude',
        'Enter longitude and latitude, or leave both empty',
      )
  })
  .transform(withInstants)
  .transform(({ longitude, latitude, ...form }) => ({
    ...form,
    postcode: form.postcode || addressParts(form.address).postcode,
    location: longitude === null || latitude === null ? null : { longitude, latitude },
  }))

/**
 * A meeting: when and where it is, and how people can take part. Its day is as far from today as any other date's.
 * @param standing its day as it stands; null for a new one
 */
export const meetingForm = (now: Date, standing: Day | null) =>
  fields.superRefine((meeting, context) => refuseFarDay(meeting, context, now, standing))
export type MeetingForm = z.infer<typeof fields>

/**
 * With what the agenda begins.
 * @param earlier meetings whose agenda can be copied
 */
export const agendaChoice = (earlier: readonly number[]) =>
  z.string('Select with what the agenda begins').transform((text, context): AgendaChoice => {
    if (text === 'usual' || text === 'empty') return text
    const copyOf = Number(/^copy-(\d+)$/.exec(text)?.[1])
    if (earlier.includes(copyOf)) return { copyOf }
    context.addIssue({ code: 'custom', message: 'Select with what the agenda begins' })
    return z.NEVER
  })

/** Who is invited to chair. */
export const chairForm = z.object({
  name: needed(line(60, 'name'), 'Enter the name of who chairs'),
})
