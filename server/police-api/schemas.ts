import { z } from 'zod'
import { isMonth, type Month } from '../../shared/month.ts'

/**
 * What clients of data.police.uk send. Faults are told by status alone, as the public service does
 * (docs/api.md has each choice): 400 for coordinates that are missing or not numbers, 404 for a date that is none.
 */
export const point = z.object({ lat: degreesWithin(90), lng: degreesWithin(180) })
export type Point = z.infer<typeof point>

/** `q=lat,lng` of locate-neighbourhood. */
export const latitudeLongitude = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([z.string(), z.string()]))
  .transform(([lat, lng]) => ({ lat, lng }))
  .pipe(point)

/**
 * The asked month; 'latest' when none is given. A client that sends the literal `undefined` (the npm client `ukpd` does)
 * means none.
 */
export const askedMonth = z
  .string()
  .optional()
  .transform((text, context): Month | 'latest' => {
    if (text === undefined || text === '' || text === 'undefined') return 'latest'
    if (isMonth(text)) return text
    context.addIssue({ code: 'custom', message: 'not YYYY-MM' })
    return z.NEVER
  })

function degreesWithin(limit: number) {
  return z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit))
}
