import type { ErrorPageCode } from '../shared/api/errors.ts'

/**
 * Every way in which a request can fail that we know of, with its HTTP status.
 * The sentences people read are in shared/i18n/errors.ts under the same code; docs/errors.md lists what to do about each.
 */
export const errorStatus = {
  NOT_FOUND: 404,
  FORCE_NOT_FOUND: 404,
  NEIGHBOURHOOD_NOT_FOUND: 404,
  BAD_PARAMETER: 400,
  METHOD_NOT_ALLOWED: 405,
  TOO_MANY_REQUESTS: 429,
  SIGN_IN_FIRST: 401,
  TOKEN_NOT_VALID: 401,
  NOT_ALLOWED: 403,
  CROSS_SITE_FORM: 403,
  LINK_NOT_VALID: 410,
  TOO_LARGE: 413,
  NOT_READY: 503,
  DATABASE_UNAVAILABLE: 503,
  UNEXPECTED: 500,
} as const satisfies Record<ErrorPageCode, number>

export type ErrorCode = ErrorPageCode

/** A failure with a name: the page or JSON that a person or program gets follows from its code. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  /** The parameter that was wrong, for BAD_PARAMETER. */
  readonly parameter: string | undefined
  constructor(code: ErrorCode, options: ErrorOptions & { parameter?: string } = {}) {
    super(options.parameter ? `${code} ${options.parameter}` : code, options)
    this.code = code
    this.parameter = options.parameter
  }
}

/** Connection failures of PostgreSQL and of the socket beneath it (PostgreSQL manual, appendix A, classes 08, 53 and 57P). */
const lostDatabase = /^(08...|53...|57P0.|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/

/** Names any thrown thing: an AppError as it is, a lost database as such, all else as UNEXPECTED with its cause kept. */
export function namedError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isLostDatabase(thrown)) return new AppError('DATABASE_UNAVAILABLE', { cause: thrown })
  if (isTooLarge(thrown)) return new AppError('TOO_LARGE', { cause: thrown })
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new AppError('BAD_PARAMETER', { cause: thrown })
  return new AppError('UNEXPECTED', { cause: thrown })
}

/** What body-parser and multer throw when a form or a file is larger than it may be. */
function isTooLarge(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false
  return (
    ('type' in thrown && thrown.type === 'entity.too.large') || ('code' in thrown && thrown.code === 'LIMIT_FILE_SIZE')
  )
}

function isLostDatabase(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false
  if ('code' in thrown && typeof thrown.code === 'string' && lostDatabase.test(thrown.code)) return true
  return thrown instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message)
}
