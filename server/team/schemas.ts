import { z } from 'zod'
import { formatPostcode, readPostcode } from '../../shared/places/postcode.ts'
import { contactKinds, placeKinds } from '../../shared/team/fields.ts'
import type { Contacts, PartKind, Parts } from '../../shared/team/teamPage.ts'
import { contactOf, webAddress } from '../neighbourhoods/contacts.ts'
import { compactPostcode } from '../places/rules.ts'
import { line, lines, needed } from '../web/fields.ts'
import type { Typed } from '../web/forms.ts'

const webAddressAsked = 'Enter a web address that begins with https://, like https://www.example.org'

const contactSchemas: Record<string, z.ZodType<string>> = {
  telephone: telephone('telephone number'),
  mobile: telephone('mobile number'),
  email: line(200, 'email address').refine(
    (text) => text === '' || contactOf('email', text)?.href != null,
    'Enter an email address, like team@example.org, or leave it empty',
  ) as z.ZodType<string>,
  web: line(500, 'web address').refine(
    (text) => text === '' || webAddress(text) !== null,
    webAddressAsked,
  ) as z.ZodType<string>,
}

function telephone(what: string): z.ZodType<string> {
  return line(60, what).refine(
    (text) => text === '' || contactOf('telephone', text)?.href?.startsWith('tel:'),
    `Enter a ${what}, like 101 or 01632 960 001, or leave it empty`,
  ) as z.ZodType<string>
}

/** The fields of contacts: the usual kinds and those that are held already. */
function contactShape(kinds: readonly string[]) {
  return Object.fromEntries(kinds.map((kind) => [`contact-${kind}`, contactSchemas[kind] ?? line(300, 'contact')]))
}

function contactsOfForm(form: Record<string, unknown>): Contacts {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, text]) =>
      name.startsWith('contact-') && typeof text === 'string' && text !== '' ? [[name.slice(8), text]] : [],
    ),
  )
}

/** The parts of a form that are no contacts. */
function withoutContacts<Form extends object>(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('contact-'))) as Form
}

const degrees = (largest: number, name: string, example: string) =>
  line(30, name)
    .refine(
      (text) => text === '' || (/^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= largest),
      `Enter the ${name} in degrees, like ${example}, or leave it empty`,
    )
    .transform((text) => (text === '' ? null : Number(text)))

/**
 * What a form of a part may hold, by its kind.
 * @param held the part as it is; its contacts keep their kinds
 */
export function partSchema(kind: PartKind, held?: Parts[PartKind]) {
  const kinds = contactKinds(kind, held && 'contacts' in held ? held.contacts : {})
  switch (kind) {
    case 'about':
      return z
        .object({ description: lines(5000, 'description'), ...contactShape(kinds) })
        .transform((form) => ({ ...withoutContacts(form), contacts: contactsOfForm(form) }))
    case 'members':
      return z
        .object({
          name: needed(line(100, 'name'), 'Enter the name, as residents may know it'),
          rank: line(60, 'rank'),
          role: line(120, 'role'),
          hours: line(200, 'hours'),
          biography: lines(2000, 'text'),
          shown: z
            .union([z.string(), z.array(z.string())])
            .optional()
            .transform((value) => value !== undefined),
          ...contactShape(kinds),
        })
        .transform((form) => ({ ...withoutContacts(form), contacts: contactsOfForm(form) }))
    case 'stations':
      return z
        .object({
          name: needed(line(120, 'name'), 'Enter the name of the station or the drop-in'),
          kind: z
            .string('Choose what kind of place it is')
            .refine(
              (text) => placeKinds(held && 'kind' in held ? held.kind : undefined).some(({ value }) => value === text),
              'Choose what kind of place it is',
            ),
          address: lines(300, 'address'),
          postcode: line(10, 'postcode').transform((text, context) => postcodeOf(text, context)),
          longitude: degrees(180, 'longitude', '-1.1398'),
          latitude: degrees(90, 'latitude', '52.6369'),
          telephone: telephone('telephone number'),
          openingHours: lines(500, 'opening hours'),
          description: lines(2000, 'description'),
        })
        .superRefine(({ longitude, latitude }, context) => {
          if ((longitude === null) === (latitude === null)) return
          const path = [longitude === null ? 'longitude' : 'latitude']
          context.addIssue({ code: 'custom', path, message: 'Enter longitude and latitude, or leave both empty' })
        })
        .transform(({ longitude, latitude, ...form }) => ({
          ...form,
          place: longitude === null || latitude === null ? null : { longitude, latitude },
        }))
    case 'links':
      return z.object({
        title: needed(line(150, 'title'), 'Enter the words of the link'),
        url: line(500, 'web address').refine((text) => webAddress(text) !== null, webAddressAsked),
        description: lines(500, 'description'),
      })
    default:
      return kind satisfies never
  }
}

function postcodeOf(text: string, context: z.RefinementCtx): string {
  if (text === '') return ''
  const reading = readPostcode(text)
  const first = reading?.whole ? reading.readings[0] : undefined
  if (first) return formatPostcode(compactPostcode(first))
  context.addIssue({ code: 'custom', message: 'Enter a full postcode, like LE1 1RE, or leave it empty' })
  return z.NEVER
}

/** A part as the fields of its form hold it. */
export function typedOfPart(part: Parts[PartKind]): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(part)) {
    if (name === 'contacts') for (const [kind, text] of Object.entries(value)) typed[`contact-${kind}`] = String(text)
    else if (name === 'place') {
      typed['longitude'] = value === null ? '' : String(value.longitude)
      typed['latitude'] = value === null ? '' : String(value.latitude)
    } else if (name === 'shown') typed['shown'] = value ? ['yes'] : []
    else if (typeof value === 'string') typed[name] = value
  }
  return typed
}

/** What a photo shows: always asked for. */
export const photoWords = needed(line(200, 'words'), 'Say what the photo shows, for people who do not see it')
