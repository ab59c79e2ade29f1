import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/** Searches answer whatever was typed. */
const answersAnything = /^(\/cy)?\/(search|suggestions)$/

/** Refuses an address that holds a NUL: nothing here has one in its name, and PostgreSQL takes none in a text. */
export const plainAddresses: RequestHandler = (request, _response, next) => {
  if (request.url.includes('%00') && !answersAnything.test(request.path))
    throw new AppError('BAD_PARAMETER', { parameter: '%00' })
  next()
}
