import { z } from 'zod'
import { isQuarter, type Quarter } from '../standards/quarter.ts'

const quarter = z.custom<Quarter>((text) => typeof text === 'string' && isQuarter(text), {
  error: 'a quarter, YYYY-Qn',
})

/** What became of a standard in a calendar quarter. `value` is null unless it was measured. */
export const quarterBody = z.object({
  quarter,
  soFar: z.boolean(),
  state: z.enum(['met', 'missed', 'not-measured', 'not-promised']),
  /** Why it was not measured. */
  reason: z.string().nullable(),
  value: z.number().nullable(),
  unit: z.enum(['share', 'percent', 'hours', 'days', 'months', 'count']).nullable(),
  /** Of how many how many, where the value is a share of counted things. */
  counted: z.object({ part: z.number().int(), whole: z.number().int() }).nullable(),
  /** The number behind it, in English sentences. */
  text: z.array(z.string()),
  explanation: z.object({ text: z.string(), textWelsh: z.string(), writtenAt: z.string() }).nullable(),
  entered: z
    .object({ value: z.number(), evidence: z.string(), enteredAs: z.string(), enteredAt: z.string() })
    .nullable(),
})

export const standardBody = z.object({
  key: z.string(),
  promise: z.string(),
  /** '' where there is none. */
  promiseWelsh: z.string(),
  measure: z.string(),
  /** Whether its results are worked out, entered by a person, or not measured at all. */
  how: z.enum(['computed', 'entered', 'none']),
  terms: z.record(z.string(), z.union([z.string(), z.number()])),
  source: z.string(),
  origin: z.enum(['force', 'neighbourhood']),
  since: z.string(),
  /** This quarter so far, then the last eight. */
  quarters: z.array(quarterBody),
})

export const versionBody = z.object({
  number: z.number().int().positive(),
  publishedAt: z.string(),
  signedBy: z.object({ name: z.string(), role: z.string() }),
})

/** GET /api/v1/neighbourhoods/{force}/{id}/standards */
export const standardsBody = z.object({
  force: z.object({ id: z.string(), name: z.string() }),
  neighbourhood: z.object({ id: z.string(), name: z.string() }),
  invented: z.boolean(),
  /** When the results were worked out, ISO 8601. */
  asOf: z.string(),
  /** null: this team has published no standards. */
  version: versionBody.nullable(),
  standards: z.array(standardBody),
  /** Every version, the newest first. */
  versions: z.array(versionBody),
})
export type StandardsBody = z.infer<typeof standardsBody>
