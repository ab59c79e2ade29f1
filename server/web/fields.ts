import type { Request } from 'express'
import { z } from 'zod'
import { isSeen } from '../../shared/text/isSeen.ts'
import { AppError } from '../errors.ts'

/*
 * What fields of forms and numbers in addresses have in common. Characters that nobody types are taken out before (forms.ts).
 */

/**
 * One line of text: whatever breaks it becomes a space.
 * @param most characters that it may have
 * @param name as it stands in "Shorten the name to 100 characters"
 */
export function line(most: number, name: string) {
  return text((typed) => typed.replace(/\s+/g, ' ').trim(), most, name)
}

/** Lines of text, with no more than one empty line between paragraphs; see `line`. */
export function lines(most: number, name: string) {
  return text((typed) => typed.replace(/\n{3,}/g, '\n\n').trim(), most, name)
}

function text(neat: (typed: string) => string, most: number, name: string) {
  const error = `Shorten the ${name} to ${most.toLocaleString('en-GB')} characters`
  return z.string().default('').transform(neat).pipe(z.string().max(most, { error }))
}

/** A text that must be given, with something in it to be seen. */
export function needed(field: ReturnType<typeof line>, error: string) {
  return field.pipe(z.string().refine(isSeen, { error }))
}

/** The largest number of a row (PostgreSQL's integer). */
export const largestRow = 2_147_483_647

/** The number of a row. */
export const rowNumber = z.coerce.number().int().positive().max(largestRow)

/**
 * The number in an address.
 * @throws AppError NOT_ALLOWED for what is none: it is told like a row of somebody else's
 */
export function askedRow(request: Request, parameter: string): number {
  const parsed = rowNumber.safeParse(request.params[parameter])
  if (!parsed.success) throw new AppError('NOT_ALLOWED')
  return parsed.data
}

/**
 * The number in a form's hidden field.
 * @throws AppError BAD_PARAMETER
 */
export function sentRow(request: Request, field: string): number {
  const body = (request.body ?? {}) as Record<string, unknown>
  const parsed = rowNumber.safeParse(body[field])
  if (!parsed.success) throw new AppError('BAD_PARAMETER', { parameter: field })
  return parsed.data
}

/** The revision of what a form was made from; one that says none is as old as can be. */
export const shownRevision = z.coerce.number().int().nonnegative().max(largestRow).catch(-1)
