import { z } from 'zod'
import { categorySlugs } from '../categories.ts'
import { isMonth, type Month } from '../month.ts'

const month = z.custom<Month>((text) => typeof text === 'string' && isMonth(text), { error: 'a month, YYYY-MM' })

/** A way to reach somebody: `href` is a tel:, mailto: or http(s) address that is safe to link, or null for plain text. */
export const contact = z.object({
  kind: z.string(),
  text: z.string(),
  href: z
    .string()
    .regex(/^(tel:|mailto:|https?:\/\/)/)
    .nullable(),
})
export type Contact = z.infer<typeof contact>

export const forceSummary = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  telephone: z.string().nullable(),
})

export const teamMember = z.object({
  name: z.string(),
  rank: z.string().nullable(),
  /** Paragraphs, without markup. */
  biography: z.array(z.string()),
  contacts: z.array(contact),
})
export type TeamMember = z.infer<typeof teamMember>

export const station = z.object({
  name: z.string(),
  kind: z.string(),
  address: z.array(z.string()),
  postcode: z.string().nullable(),
  telephone: contact.nullable(),
  openingHours: z.string().nullable(),
  description: z.array(z.string()),
})
export type Station = z.infer<typeof station>

export const neighbourhoodLink = z.object({ url: z.string(), title: z.string(), description: z.array(z.string()) })
export type NeighbourhoodLink = z.infer<typeof neighbourhoodLink>

/** `police`: the force's own outline; `ward`: the named wards stand in for it. */
export const outline = z.object({ source: z.enum(['police', 'ward']), areaNames: z.array(z.string()) })
export type Outline = z.infer<typeof outline>

/** Residents, from the statistical areas whose middle lies inside the outline, and what the numbers are of. */
export const residents = z.object({ count: z.number().int().nonnegative(), sources: z.array(z.string()) })
export type Residents = z.infer<typeof residents>

/** Where a place's figures are and which months they are of. */
export const figuresSummary = z.object({
  firstMonth: month,
  newestMonth: month,
  /** Months between the first and the newest for which the force published nothing. */
  missingMonths: z.array(month),
  series: z.string(),
  seriesCsv: z.string(),
})

/** GET /api/v1/neighbourhoods/{force}/{id} */
export const neighbourhoodBody = z.object({
  force: forceSummary,
  id: z.string(),
  name: z.string(),
  nameWelsh: z.string().nullable(),
  invented: z.boolean(),
  url: z.string().nullable(),
  description: z.array(z.string()),
  contacts: z.array(contact),
  team: z.array(teamMember),
  stations: z.array(station),
  links: z.array(neighbourhoodLink),
  outline: outline.nullable(),
  residents: residents.nullable(),
  /** Where to read what the team publishes: its priorities, its dates, and all of it as a feed. */
  published: z.object({ priorities: z.string(), events: z.string(), feed: z.string() }),
  /** null: the place has no outline, or nothing of its force is loaded. */
  figures: figuresSummary.nullable(),
  dataVersion: z.string(),
})
export type NeighbourhoodBody = z.infer<typeof neighbourhoodBody>

/** A month of figures; null where nothing was published, which is never zero. */
export const seriesMonth = z.discriminatedUnion('status', [
  z.object({
    month,
    status: z.literal('published'),
    total: z.number().int().nonnegative(),
    counts: z.record(z.enum(categorySlugs), z.number().int().nonnegative()),
  }),
  z.object({ month, status: z.enum(['missing', 'not-loaded']), total: z.null(), counts: z.null() }),
])

/** GET /api/v1/neighbourhoods/{force}/{id}/series and GET /api/v1/forces/{force}/series */
export const seriesBody = z.object({
  force: z.object({ id: z.string(), name: z.string() }),
  /** null: the series is the whole force's. */
  neighbourhood: z.object({ id: z.string(), name: z.string() }).nullable(),
  invented: z.boolean(),
  /** What one unit of a count is. */
  counted: z.enum(['incidents-at-map-points-inside-the-outline', 'incidents-recorded-by-the-force']),
  /** null for a neighbourhood without an outline, whose months are all null, and for a force. */
  outline: outline.nullable(),
  residents: residents.nullable(),
  source: z.object({ name: z.string(), url: z.string().nullable(), licence: z.string().nullable() }),
  /** When the newest of these figures was taken in, ISO 8601; null when there are none. */
  asOf: z.string().nullable(),
  dataVersion: z.string(),
  months: z.array(seriesMonth),
})
export type SeriesBody = z.infer<typeof seriesBody>
