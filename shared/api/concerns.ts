import { z } from 'zod'

const place = z.object({ id: z.string(), name: z.string() })

/** What a resident put forward, and the team shows. Who it was is not known. */
export const concernBody = z.object({
  id: z.number().int(),
  topic: z.enum(['antisocial', 'roads', 'drugs', 'theft', 'surroundings', 'else']),
  /** As they were written, a paragraph each. */
  words: z.array(z.string()),
  /** The language of the page that it was written on. */
  language: z.enum(['en', 'cy']),
  /** The nearest public map point, degrees (EPSG:4326); null: the whole neighbourhood. Nothing nearer is known. */
  near: z
    .object({ mapPoint: z.number().int(), street: z.string(), longitude: z.number(), latitude: z.number() })
    .nullable(),
  /** How many devices backed it, each counted once; not people. */
  devices: z.number().int().nonnegative(),
  shownAt: z.iso.datetime(),
  /** How many concerns like it were merged into it. */
  merged: z.number().int().nonnegative(),
  /** The priority that took it up, in `/priorities`. */
  takenUp: z
    .object({
      priority: z.number().int(),
      issue: z.string(),
      at: z.iso.datetime(),
      closedOn: z.iso.date().nullable(),
    })
    .nullable(),
})
export type ConcernBody = z.infer<typeof concernBody>

/** GET /api/v1/neighbourhoods/{force}/{id}/concerns: those that are shown, those that the most devices back first. */
export const concernsBody = z.object({
  force: place,
  neighbourhood: place,
  invented: z.boolean(),
  /** When the devices were counted. */
  asOf: z.iso.datetime(),
  concerns: z.array(concernBody),
})
export type ConcernsBody = z.infer<typeof concernsBody>
