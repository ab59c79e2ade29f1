import { z } from 'zod'
import { type Config, ConfigError, loadConfig } from '../config.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { HandedOverWorkError, handOver, NobodyToAskError } from '../embedded/control.ts'
import { DataDirectoryLockedError } from '../embedded/lock.ts'
import { openDatabase } from '../start/openDatabase.ts'

/** Commands sign nothing, so the secret that a server needs beside its database is not asked of them. */
const unused = 'not used by a command, which signs nothing'

/** The settings of a command. @throws ConfigError */
export function configForCommand(): Config {
  const { env } = process
  return loadConfig({ ...env, SECRET: undefined, ...(env['DATABASE_URL'] ? { SECRET: unused } : {}) })
}

/**
 * Does a command's work on the database, in this process or, when a server has the embedded folder open, in that one.
 * @param name of the server's handler for it
 * @param input what the handler is given there
 * @returns what the work, or the handler, returns
 */
async function runOnDatabase<Result>(
  name: string,
  input: unknown,
  work: (database: Database) => Promise<Result>,
): Promise<unknown> {
  const config = configForCommand()
  try {
    const { database, close } = await openDatabase(config)
    try {
      await migrate(database)
      return await work(database)
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryLockedError)) throw error
    return handOver(config.dataDirectory, name, input, () => {})
  }
}

/** A command of one step: it reads its arguments, does its work on the database, and says what came of it. */
export interface Command<Input, Result> {
  /** Of the server's handler for it. */
  name: string
  usage: string
  /** Arguments as they were given. @throws z.ZodError for what makes no sense, anything else for what parseArgs refuses */
  read(): Input
  work(database: Database, input: Input): Promise<Result | { problem: string }>
  print(result: Result): void
}

/** Runs a command. @returns its exit code */
export async function runCommand<Input, Result>(command: Command<Input, Result>): Promise<number> {
  let input: Input
  try {
    input = command.read()
  } catch (error) {
    if (error instanceof z.ZodError)
      process.stderr.write(`${error.issues.map((issue) => issue.message).join('\n')}\n\n`)
    else if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      process.stderr.write(`${error.message.split(/\. |\n/)[0]}\n\n`) // what parseArgs advises after that is not for here
    process.stderr.write(command.usage)
    return 1
  }
  try {
    const work = (database: Database) => command.work(database, input)
    const result = (await runOnDatabase(command.name, input, work)) as Result | { problem: string }
    if (typeof result === 'object' && result !== null && 'problem' in result) {
      process.stderr.write(`${result.problem}\n`)
      return 1
    }
    command.print(result as Result)
    return 0
  } catch (error) {
    process.stderr.write(`${whatToSay(error)}\n`)
    return 1
  }
}

/** Errors whose message is a sentence. */
const sayThemselves = [ConfigError, NobodyToAskError, HandedOverWorkError]

/** An error as whoever gave the command should read it. */
export function whatToSay(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (sayThemselves.some((kind) => error instanceof kind)) return error.message
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database that DATABASE_URL names does not answer. Is it running?'
  if (code === '28P01' || code === '3D000') return `The database refused: ${error.message}.`
  return error.stack ?? error.message
}
