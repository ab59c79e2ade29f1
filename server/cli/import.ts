import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '../database/migrate.ts'
import { handOver } from '../embedded/control.ts'
import { DataDirectoryLockedError } from '../embedded/lock.ts'
import { type ImportProgress, type ImportSummary, importPaths, type KeptRow, listRejected } from '../import/index.ts'
import { openDatabase } from '../start/openDatabase.ts'
import { importProgressBar } from './importProgress.ts'
import { rejectedText, summaryText } from './importText.ts'
import { configForCommand, whatToSay as databaseTrouble } from './onDatabase.ts'

const usage = `Usage: npm run import -- [--force ID] [--dry-run] [--allow-smaller] [--json] PATH…
       npm run import -- --rejected [--json]

PATH is a file, a folder or a zip; files are recognised by what they hold.
  --force ID   the force of files that do not say it themselves, like leicestershire
  --dry-run    read and check everything, change nothing
  --allow-smaller  let a month that is loaded lose most of its rows; else its file is refused
  --json       print the summary as JSON
  --rejected   list the rows that could not be used
`

/** What the command was asked to do. */
interface Wanted {
  paths: string[]
  force: string | undefined
  dryRun: boolean
  allowSmaller: boolean
  json: boolean
  rejected: boolean
}

/** Where the work is done: in this process, or in the server that has the folder. */
interface Worker {
  /** What the rows go into, in words. */
  into: string
  load(wanted: Wanted, onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<ImportSummary>
  listRejected(onRow: (row: KeptRow) => void): Promise<void>
  close(): Promise<void>
}

const stoppedByCtrlC = new Error('stopped by Ctrl-C')

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const wanted = readArguments()
    if (wanted === undefined) {
      process.stderr.write(usage)
      return 1
    }
    const worker = await findWorker()
    try {
      return wanted.rejected ? await printRejected(worker, wanted) : await load(worker, wanted)
    } finally {
      await worker.close()
    }
  } catch (error) {
    process.stderr.write(`${whatToSay(error)}\n`)
    return 1
  }
}

function readArguments(): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        force: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'allow-smaller': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        rejected: { type: 'boolean', default: false },
      },
    })
    if (values.rejected === positionals.length > 0) return undefined
    const { force, json, rejected } = values
    const { 'dry-run': dryRun, 'allow-smaller': allowSmaller } = values
    return { paths: positionals.map((path) => resolve(path)), force, dryRun, allowSmaller, json, rejected }
  } catch {
    return undefined
  }
}

async function findWorker(): Promise<Worker> {
  const config = configForCommand()
  try {
    const { database, close } = await openDatabase(config)
    await migrate(database)
    return {
      into: config.databaseUrl ? databaseName(config.databaseUrl) : `the embedded database in ${config.dataDirectory}`,
      load: (wanted, onProgress, signal) => importPaths(database, { ...options(wanted), onProgress, signal }),
      listRejected: async (onRow) => {
        for await (const row of listRejected(database)) onRow(row)
      },
      close,
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryLockedError)) throw error
    const folder = config.dataDirectory
    return {
      into: `the running server that has ${folder}`,
      load: async (wanted, onProgress, signal) =>
        (await handOver(
          folder,
          'import',
          options(wanted),
          (event) => onProgress(event as ImportProgress),
          signal,
        )) as ImportSummary,
      listRejected: async (onRow) => {
        await handOver(folder, 'rejected', {}, (event) => onRow(event as KeptRow))
      },
      close: async () => {},
    }
  }
}

/** A database's address without its user and password. */
function databaseName(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `the database ${pathname.slice(1)} on ${host}`
}

function options({ paths, force, dryRun, allowSmaller }: Wanted) {
  return { paths, dryRun, allowSmaller, ...(force === undefined ? {} : { force }) }
}

async function load(worker: Worker, wanted: Wanted): Promise<number> {
  const stopping = new AbortController()
  process.on('SIGINT', () => {
    if (stopping.signal.aborted) process.exit(130) // a second Ctrl-C means now: what is unfinished is rolled back
    process.stderr.write('\nStopping after what is under way; once more stops at once.\n')
    stopping.abort(stoppedByCtrlC)
  })
  process.stderr.write(`${wanted.dryRun ? 'Checking against' : 'Loading into'} ${worker.into}\n`)
  const bar = importProgressBar()
  try {
    const summary = await worker.load(wanted, bar.show, stopping.signal)
    bar.stop()
    process.stdout.write(wanted.json ? `${JSON.stringify(summary)}\n` : summaryText(summary))
    return summary.refused.length > 0 || summary.stopped !== undefined ? 1 : 0
  } finally {
    bar.stop()
  }
}

async function printRejected(worker: Worker, wanted: Wanted): Promise<number> {
  await worker.listRejected((row) => process.stdout.write(wanted.json ? `${JSON.stringify(row)}\n` : rejectedText(row)))
  return 0
}

function whatToSay(error: unknown): string {
  if (error === stoppedByCtrlC)
    return 'The import was stopped. Everything that was complete is kept; the same command goes on from there.'
  return error instanceof Error && error.name === 'ImportBusy' ? error.message : databaseTrouble(error)
}
