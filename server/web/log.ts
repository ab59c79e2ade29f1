import { type Logger, pino } from 'pino'

/** The process's log: JSON lines. Addresses, queries and cookies are never given to it, so nothing personal is in it. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
