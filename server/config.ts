import { resolve } from 'node:path'
import { z } from 'zod'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environment = z.object({
  PORT: z.coerce.number({ error: 'PORT is a number, like 3000' }).int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL is a web address, like https://patch.example.org' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, {
      error: 'DATABASE_URL is a PostgreSQL address, like postgres://user:password@host/database',
    })
    .optional(),
  DATA_DIR: z.string().min(1).default('data-local'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'SMTP_URL is the address of a mail server, like smtps://user:password@host' })
    .optional(),
  DEMO: z.enum(['on', 'off'], { error: 'DEMO is on or off' }).optional(),
  SECRET: z.string().min(32, { error: 'SECRET is at least 32 characters long' }).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `LOG_LEVEL is one of ${logLevels.join(', ')}` }).default('info'),
})

/** Everything the process is told from outside. `server/config.ts` alone reads the environment. */
export interface Config {
  port: number
  host: string
  /** Address at which people reach the service, without a slash at the end. */
  publicUrl: string
  /** undefined: the embedded database in `dataDirectory`. */
  databaseUrl: string | undefined
  /** Absolute path of the folder that holds the embedded database and whatever else the process keeps. */
  dataDirectory: string
  /** Whether an empty database is filled with the invented force; only ever on the embedded database unless asked for. */
  demo: boolean
  secret: string | undefined
  /** undefined: letters are written to `dataDirectory`/outbox. */
  smtpUrl: string | undefined
  logLevel: (typeof logLevels)[number]
}

/** The environment did not make sense; `problems` has one sentence for each thing to mend. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`The settings need mending:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/**
 * Reads the environment; an empty variable counts as not set.
 * @throws ConfigError naming everything that is wrong in one go
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const problems = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (given['DATABASE_URL'] && !given['SECRET'])
    problems.push('SECRET: is needed beside DATABASE_URL, at least 32 random characters')
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    dataDirectory: resolve(values.DATA_DIR),
    demo: values.DEMO ? values.DEMO === 'on' : !values.DATABASE_URL,
    secret: values.SECRET,
    smtpUrl: values.SMTP_URL,
    logLevel: values.LOG_LEVEL,
  }
}
