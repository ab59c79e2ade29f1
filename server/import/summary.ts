import { isMonth, monthsBetween } from '../../shared/month.ts'
import type { LeftOut } from './findFiles.ts'
import type { LoadedMonth } from './source.ts'

/** What one kind of file brought. */
export interface SourceSummary {
  source: string
  files: number
  /** Files of which the database held everything already. */
  unchangedFiles: number
  rows: number
  loaded: number
  rejected: number
  /** Rejected rows by reason. */
  reasons: Record<string, number>
}

/** What the database holds of a force's street crime after the run. */
export interface ForceSummary {
  force: string
  name: string
  firstMonth: string
  lastMonth: string
  /** Months between the two that nothing was loaded for: missing, not zero. */
  missingMonths: string[]
  /** Rows loaded in this run, and those of them without a place. */
  loadedRows: number
  unplacedRows: number
}

/** Everything that a run did, for people and programs. */
export interface ImportSummary {
  dryRun: boolean
  /** Whether it ended early, and by what: a sentence. */
  stopped: string | undefined
  seconds: number
  rows: number
  loaded: number
  rejected: number
  sources: SourceSummary[]
  forces: ForceSummary[]
  skipped: LeftOut[]
  refused: LeftOut[]
  warnings: string[]
  /** What to do next, a sentence each. */
  next: string[]
}

/** Months after the first and before the last that are not in the list. All are YYYY-MM. */
export function missingMonths(months: string[]): string[] {
  const held = [...new Set(months)].filter(isMonth).sort()
  const [first, last] = [held[0], held.at(-1)]
  return first && last ? monthsBetween(first, last).filter((month) => !held.includes(month)) : []
}

/** Adds a file's outcome to its kind's summary. */
export function addToSource(
  sources: Map<string, SourceSummary>,
  source: string,
  outcome: {
    rows: number
    loaded: number
    unchanged: boolean
    rejected: { count: number; reasons: Map<string, number> }
  },
): void {
  const summary = sources.get(source) ?? {
    source,
    files: 0,
    unchangedFiles: 0,
    rows: 0,
    loaded: 0,
    rejected: 0,
    reasons: {},
  }
  summary.files++
  if (outcome.unchanged) summary.unchangedFiles++
  summary.rows += outcome.rows
  summary.loaded += outcome.loaded
  summary.rejected += outcome.rejected.count
  for (const [reason, count] of outcome.rejected.reasons)
    summary.reasons[reason] = (summary.reasons[reason] ?? 0) + count
  sources.set(source, summary)
}

/** Forces of the run's months with what the database holds of them. */
export function forceSummaries(
  loaded: LoadedMonth[],
  held: { force: string; name: string; month: string }[],
): ForceSummary[] {
  const names = [...new Set(loaded.map((month) => month.force))].sort()
  return names.map((force) => {
    const heldMonths = held.filter((row) => row.force === force)
    const months = heldMonths.map((row) => row.month).sort()
    const ofRun = loaded.filter((row) => row.force === force)
    return {
      force,
      name: heldMonths[0]?.name ?? force,
      firstMonth: months[0] ?? '',
      lastMonth: months.at(-1) ?? '',
      missingMonths: missingMonths(months),
      loadedRows: ofRun.reduce((sum, row) => sum + row.rows, 0),
      unplacedRows: ofRun.reduce((sum, row) => sum + row.unplaced, 0),
    }
  })
}
