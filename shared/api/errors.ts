/** The codes under which requests fail; server/errors.ts has their status, shared/i18n/errors.ts their sentences. */
export type ErrorPageCode =
  | 'NOT_FOUND'
  | 'FORCE_NOT_FOUND'
  | 'NEIGHBOURHOOD_NOT_FOUND'
  | 'BAD_PARAMETER'
  | 'METHOD_NOT_ALLOWED'
  | 'TOO_MANY_REQUESTS'
  | 'NOT_READY'
  | 'DATABASE_UNAVAILABLE'
  | 'UNEXPECTED'
