import type { Database } from '../database/database.ts'
import type { Head } from './head.ts'
import type { RejectedRows } from './rejectedRows.ts'
import type { FarIncidents } from './street/farPoints.ts'

/** A file that can be read, from the beginning, as often as needed: on disk, or inside a zip. */
export interface SourceFile {
  /** How the user knows it; a file in a zip is `archive.zip/folder/file.csv`. */
  name: string
  bytes: number
  /** Whether the user named this very file, rather than a folder or archive that holds it. */
  namedByUser: boolean
  /** @throws FileRefused when it cannot be read to its end */
  read(): AsyncIterable<Buffer>
}

/** What every reader is given: the database, and what the whole run knows. */
export interface ImportRun {
  database: Database
  signal: AbortSignal
  /** The force of files that do not say it themselves. */
  force: string | undefined
  /** Whether a month may lose most of its rows. */
  allowSmaller: boolean
  /** Tells how far a file has been read. */
  progress(bytes: number, rows: number): void
  warn(warning: string): void
  /** Notes incidents of a force, in one month, that lie far outside its area. */
  noteFar(forceName: string, far: FarIncidents): void
}

/** The months of a force that a file held. */
export interface LoadedMonth {
  force: string
  month: string
  rows: number
  unplaced: number
}

/** What became of a file. */
export interface FileOutcome {
  /** Rows (lines, features, entries) that the file holds, without its header. */
  rows: number
  loaded: number
  rejected: RejectedRows
  /** Whether the database was just as the file says already. */
  unchanged: boolean
  months: LoadedMonth[]
}

/** A kind of file that can be loaded. */
export interface Source {
  /** As it stands in `import_file.source` and in summaries. */
  name: string
  /** Files of a lower rank are loaded first: what others refer to. */
  rank: number
  /**
   * Whether a file is of this kind, by what its beginning says; never by its name.
   * @returns how it is read, knowing what its beginning says; undefined when it is of another kind
   */
  recognise(head: Head): BeginReading | undefined
}

/**
 * Begins to read a file, changing nothing yet; the next file may be begun while one is being finished.
 * @throws FileRefused when its content makes no sense as a whole
 */
export type BeginReading = (file: SourceFile, run: ImportRun) => Promise<BegunFile>

/** How far a load is, told where others need not wait for its end. */
export interface LoadStages {
  /** The file has been read to its end: the next may be begun. */
  read(): void
  /** The database has been handed all of it: the next may be loaded. */
  handedOver(): void
}

/** A file that has been begun. One of the two must be called. */
export interface BegunFile {
  /**
   * Loads it in a transaction, all or nothing.
   * @param turn settles when every file before is loaded for good: this one must not be before then, and must not be at all when it fails
   */
  finish(turn: Promise<void>, stages: LoadStages): Promise<FileOutcome>
  /** Lets it go. */
  abandon(): Promise<void>
}

/** Reading that does everything when the file's turn comes. */
export function inOneGo(load: (file: SourceFile, run: ImportRun) => Promise<FileOutcome>): BeginReading {
  return async (file, run) => ({
    finish: async (turn) => {
      await turn
      return load(file, run)
    },
    abandon: async () => {},
  })
}

/** A file of a known kind whose content makes no sense as a whole: nothing of it was loaded. The message is a sentence for people. */
export class FileRefused extends Error {
  override name = 'FileRefused'
}

/** The work was stopped from outside; everything committed before stays. */
export class ImportStopped extends Error {
  override name = 'ImportStopped'
}

/** Throws when the run was asked to stop: call it between statements. */
export function checkStop(signal: AbortSignal): void {
  if (signal.aborted) throw new ImportStopped('The import was stopped', { cause: signal.reason })
}
