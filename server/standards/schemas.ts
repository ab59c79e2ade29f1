import type { Request } from 'express'
import { z } from 'zod'
import type { Terms } from '../../shared/standards/measure.ts'
import { isMeasureKey, type MeasureKey, measureOf } from '../../shared/standards/measures/index.ts'
import { isQuarter, type Quarter } from '../../shared/standards/quarter.ts'
import { AppError } from '../errors.ts'
import { line, lines, needed, shownRevision } from '../web/fields.ts'

/** The version of `?version=2`; undefined when none is asked for. */
export function askedVersion(request: Request): number | undefined {
  const version = request.query['version']
  if (version === undefined) return undefined
  if (typeof version !== 'string' || !/^[1-9]\d{0,5}$/.test(version))
    throw new AppError('BAD_PARAMETER', { parameter: 'version' })
  return Number(version)
}

/** The measure of `?measure=`, where it is one. */
export function askedMeasure(request: Request): MeasureKey | undefined {
  const measure = request.query['measure']
  return typeof measure === 'string' && isMeasureKey(measure) ? measure : undefined
}

/** The standard and quarter of an address. */
export function askedResult(request: Request): { key: string; quarter: Quarter } {
  const key = String(request.params['key'])
  const quarter = String(request.params['quarter'])
  if (!/^[a-z0-9-]{1,80}$/.test(key) || !isQuarter(quarter)) throw new AppError('NOT_FOUND')
  return { key, quarter }
}

/** A standard as its form sends it: the fields of its measure beside the words. */
export function standardForm(measure: MeasureKey) {
  const fields = measureOf(measure).fields
  const terms = Object.fromEntries(fields.map((field) => [`term-${field.name}`, termSchema(field)]))
  return z
    .object({
      promise: needed(lines(500, 'promise'), 'Enter what you promise, in plain words'),
      promiseWelsh: lines(500, 'promise in Welsh'),
      source: line(300, 'source'),
      revision: shownRevision,
      ...terms,
    })
    .transform(({ promise, promiseWelsh, source, revision, ...rest }) => ({
      promise,
      promiseWelsh,
      source,
      revision,
      terms: Object.fromEntries(
        Object.entries(rest).map(([name, value]) => [name.slice('term-'.length), value]),
      ) as Terms,
    }))
}

function termSchema(field: ReturnType<typeof measureOf>['fields'][number]) {
  switch (field.kind) {
    case 'number': {
      const error = `${field.label}: enter a number from ${field.min} to ${field.max}`
      return z
        .string({ error })
        .trim()
        .regex(/^\d{1,9}(\.\d{1,3})?$/, { error })
        .transform(Number)
        .refine((value) => value >= field.min && value <= field.max, { error })
    }
    case 'choice':
      return z.enum(field.choices.map((choice) => choice.value) as [string, ...string[]], {
        error: 'Choose one of these',
      })
    case 'text':
      return line(300, 'text')
    default:
      return field satisfies never
  }
}

/** Who signs a version. */
export const signature = z.object({
  name: needed(line(100, 'name'), 'Enter the name of whoever signs'),
  role: needed(line(100, 'role'), 'Enter their role, as residents are to see it'),
})

export const chosenSet = z.object({ set: needed(line(40, 'name of the set'), 'Choose a set') })

/** What the team says about a result. */
export const explanationForm = z.object({
  text: needed(lines(2000, 'explanation'), 'Enter what you want to say about this result'),
  textWelsh: lines(2000, 'explanation in Welsh'),
  revision: shownRevision,
})

/** A result that somebody enters. */
export const enteredForm = z.object({
  value: z
    .string({ error: 'Enter the figure, as a number' })
    .trim()
    .regex(/^\d{1,9}(\.\d{1,3})?$/, { error: 'Enter the figure, as a number such as 84 or 84.5' })
    .transform(Number),
  evidence: needed(lines(1000, 'evidence'), 'Enter what the figure rests on, so that others can check it'),
  enteredAs: needed(line(200, 'name and role'), 'Enter your name and role, as residents are to see them'),
  figureRevision: shownRevision,
})
