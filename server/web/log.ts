import { type Logger, pino } from 'pino'

/** The process's log: JSON lines. Addresses, queries and cookies are never given to it, so nothing personal is in it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorForLog } })
}

/**
 * What the log keeps of an error: its kind, its code and where it arose. Databases, mail servers and sockets put what they were given
 * into their messages, a searched postcode or an e-mail address; they have codes, and of what has a code the message is left out.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return {
    type: error.name,
    ...(code === undefined ? { message: error.message } : { code }),
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
  }
}
