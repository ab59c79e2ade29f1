import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { finishDerivations } from './derive/finish.ts'
import { withoutKeeping } from './dryRun.ts'
import { type FoundFile, findFiles, type LeftOut } from './findFiles.ts'
import type { Head } from './head.ts'
import { whileAlone } from './importLock.ts'
import { knownButNotLoaded } from './notYet.ts'
import { type ImportProgress, progressTeller } from './progress.ts'
import {
  type BeginReading,
  type BegunFile,
  FileRefused,
  type LoadedMonth,
  type LoadStages,
  type Source,
  type SourceFile,
} from './source.ts'
import { allSources } from './sources.ts'
import { stopReason } from './stopReasons.ts'
import type { FarIncidents } from './street/farPoints.ts'
import { addToSource, forceSummaries, type ImportSummary, type SourceSummary } from './summary.ts'
import { whatNext } from './whatNext.ts'

export interface ImportOptions {
  paths: string[]
  /** The force of files that do not say it themselves. */
  force?: string
  /** Let a month lose most of its rows; else its file is refused. */
  allowSmaller?: boolean
  /** Read and check everything, change nothing. */
  dryRun?: boolean
  signal?: AbortSignal
  onProgress?: (progress: ImportProgress) => void
  /** The clock, by which a month is known not to have been yet. */
  now?: () => Date
}

/** What a file is, by its beginning. */
interface FileKind {
  /** What it is when it is nothing that could ever be loaded. */
  foreign: string | undefined
  /** A kind that is known and not loaded yet, as the end of a sentence. */
  notYet: string | undefined
  source: Source | undefined
  begin: BeginReading | undefined
}

/** A file with the source that reads it. */
interface Job {
  file: SourceFile
  source: Source
  begin: BeginReading
}

/** What a run gathers. */
interface Gathered {
  sources: Map<string, SourceSummary>
  months: (LoadedMonth & { file: string })[]
  skipped: LeftOut[]
  refused: LeftOut[]
  warnings: string[]
  stopped: string | undefined
}

/**
 * Loads files, folders and zips into the database, each file all or nothing, and derives what follows. A file that cannot be used is
 * told and the rest goes on; a lost database or a stop ends the run, and what is complete by then stays.
 * @throws ImportBusy when another import is running
 */
export async function importPaths(database: Database, options: ImportOptions): Promise<ImportSummary> {
  return whileAlone(database, async () => {
    const started = performance.now()
    const gathered: Gathered = {
      sources: new Map(),
      months: [],
      skipped: [],
      refused: [],
      warnings: [],
      stopped: undefined,
    }
    const work = (target: Database) => loadEverything(target, options, gathered)
    const forces = options.dryRun ? await withoutKeeping(database, work) : await work(database)
    const sources = [...gathered.sources.values()]
    const sum = (key: 'rows' | 'loaded' | 'rejected') => sources.reduce((total, source) => total + source[key], 0)
    const summary: ImportSummary = {
      dryRun: options.dryRun ?? false,
      stopped: gathered.stopped,
      seconds: (performance.now() - started) / 1000,
      rows: sum('rows'),
      loaded: sum('loaded'),
      rejected: sum('rejected'),
      sources,
      forces,
      skipped: gathered.skipped,
      refused: gathered.refused,
      warnings: gathered.warnings,
      next: [],
    }
    return { ...summary, next: whatNext(summary) }
  })
}

async function loadEverything(database: Database, options: ImportOptions, gathered: Gathered) {
  const found = await findFiles(options.paths, fileKinds(options))
  try {
    gathered.refused.push(...found.refused)
    const jobs = chooseJobs(found.files, gathered)
    await runJobs(database, jobs, options, gathered)
    return await heldMonths(database, gathered)
  } catch (error) {
    gathered.stopped = stopReason(error)
    if (gathered.stopped === undefined) throw error
    return heldMonths(database, gathered).catch(() => [])
  } finally {
    found.close()
  }
}

function fileKinds(options: ImportOptions): (head: Head) => FileKind {
  const latest = (options.now?.() ?? new Date()).getTime() + 366 * 86_400_000
  const sources = allSources(new Date(latest).toISOString().slice(0, 7))
  return (head) => {
    const { foreign } = head
    const nothing = { foreign, notYet: undefined, source: undefined, begin: undefined }
    if (foreign !== undefined) return nothing
    for (const source of sources) {
      const begin = source.recognise(head)
      if (begin) return { ...nothing, source, begin }
    }
    return { ...nothing, notYet: knownButNotLoaded(head) }
  }
}

function chooseJobs(files: FoundFile<FileKind>[], gathered: Gathered): Job[] {
  const jobs: Job[] = []
  for (const file of files) {
    const { source, begin, notYet } = file.kind
    if (source && begin) jobs.push({ file, source, begin })
    else if (notYet) gathered.skipped.push({ name: file.name, reason: notYet })
    else leaveOut(file, gathered)
  }
  return jobs.sort((a, b) => a.source.rank - b.source.rank)
}

/** What is not a known format is passed over in a folder; named by the user, or named as what it is not, it is an error. */
function leaveOut(file: FoundFile<FileKind>, gathered: Gathered): void {
  const { foreign } = file.kind
  const reason = foreign ? `it is ${foreign}` : 'it is no known format'
  const saysItIsData = /\.(csv|kml|geojson)$/i.test(file.name) && foreign !== undefined
  const list = file.namedByUser || saysItIsData ? gathered.refused : gathered.skipped
  list.push({ name: file.name, reason })
}

async function runJobs(database: Database, jobs: Job[], options: ImportOptions, gathered: Gathered): Promise<void> {
  const signal = options.signal ?? new AbortController().signal
  const progress = progressTeller(
    jobs.map((job) => job.file),
    options.onProgress,
  )
  const warn = (warning: string) => void gathered.warnings.push(warning)
  const deriving = (beforeMore: boolean) =>
    finishDerivations(database, { signal, warn, beforeMore, onStep: progress.deriving })
  const far = new Map<string, FarIncidents>()
  const noteFar = (force: string, found: FarIncidents) => far.set(force, bothFar(far.get(force), found))
  const begin = ({ file, begin: beginReading }: Job) => {
    const begun = beginReading(file, {
      database,
      signal,
      force: options.force,
      allowSmaller: options.allowSmaller ?? false,
      warn,
      noteFar,
      progress: progress.reading(file),
    })
    begun.catch(() => {}) // told when its turn comes
    return begun
  }
  const load = async ({ file, source }: Job, begun: Promise<BegunFile>, turn: Promise<void>, stages: LoadStages) => {
    try {
      const outcome = await (await begun).finish(turn, stages)
      addToSource(gathered.sources, source.name, outcome)
      noteMonths(gathered, file, outcome.months)
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      await turn
      gathered.refused.push({ name: file.name, reason: error.message })
    }
    progress.done(file)
  }
  // Of three files in a row, where the database can, the first is made lasting, the second written and the third read, all at once.
  let loading: Promise<void> = Promise.resolve()
  let next: Promise<BegunFile> | undefined
  try {
    for (const [index, job] of jobs.entries()) {
      const follows = jobs[index - 1]?.source === job.source
      if (!follows) await loading
      // Outlines before crimes, so that these are counted in their neighbourhoods as they come.
      if (job.source.name === 'street' && !follows) await deriving(true)
      const begun = next ?? begin(job)
      next = undefined
      const before = loading
      const handedOver = Promise.withResolvers<void>()
      loading = load(job, begun, before, {
        read: () => {
          const following = jobs[index + 1]
          if (database.isConcurrent && following?.source === job.source) next = begin(following)
        },
        handedOver: handedOver.resolve,
      })
      loading.catch(() => {}) // told below
      await before
      await (database.isConcurrent ? Promise.race([handedOver.promise, loading]) : loading)
      await nextTurn()
    }
    await loading
  } finally {
    await loading.catch(() => {})
    await next?.then((begun) => begun.abandon()).catch(() => {})
    gathered.warnings.push(...farWarnings(far))
  }
  await deriving(false)
}

function bothFar(first: FarIncidents | undefined, second: FarIncidents): FarIncidents {
  return {
    incidents: (first?.incidents ?? 0) + second.incidents,
    farthestKilometres: Math.max(first?.farthestKilometres ?? 0, second.farthestKilometres),
  }
}

function farWarnings(far: Map<string, FarIncidents>): string[] {
  return [...far]
    .filter(([, { incidents }]) => incidents > 0)
    .map(
      ([force, { incidents, farthestKilometres }]) =>
        `${force}: ${incidents} incidents lie far outside the force's area, up to ${Math.round(farthestKilometres)} km from its middle; they are kept where they were published`,
    )
}

function noteMonths(gathered: Gathered, file: SourceFile, months: LoadedMonth[]): void {
  for (const month of months) {
    const earlier = gathered.months.find((held) => held.force === month.force && held.month === month.month)
    if (earlier) {
      gathered.warnings.push(
        `${month.month} of ${month.force} is in ${earlier.file} and in ${file.name}: the later one holds`,
      )
      gathered.months.splice(gathered.months.indexOf(earlier), 1)
    }
    gathered.months.push({ ...month, file: file.name })
  }
}

async function heldMonths(database: Database, gathered: Gathered) {
  const { rows } = await sql<{ force: string; name: string; month: string }>`
    select f.id as force, f.name, to_char(p.month, 'YYYY-MM') as month
    from publication p join force f on f.id = p.force_id where p.dataset = 'street'`.execute(database.kysely)
  return forceSummaries(gathered.months, rows)
}
