import { lineBlocks, longestLineBytes, splitFields } from './csvLines.ts'
import { csvLineProblem } from './csvProblems.ts'
import type { RejectedRows } from './rejectedRows.ts'
import { checkStop, type ImportRun, type SourceFile } from './source.ts'
import { keepableText, utf8Text } from './text.ts'

/** One row of a CSV file, its fields decoded and trimmed. */
export interface CsvRow {
  line: number
  /** The line as it stands in the file. */
  text: string
  fields: string[]
}

/**
 * Reads the rows of a small CSV file (reference data, not crimes). Rows that are not sound CSV are set aside in `rejected`; blank lines are no rows.
 * @param options.fieldCount how many fields a row must have; more are bad too
 * @param options.header whether the first line is a header, to be passed over
 */
export async function* csvRows(
  file: SourceFile,
  run: ImportRun,
  rejected: RejectedRows,
  options: { fieldCount: number; header: boolean },
): AsyncGenerator<CsvRow> {
  let bytes = 0
  let rows = 0
  for await (const block of lineBlocks(file.read())) {
    checkStop(run.signal)
    bytes += block.text.length
    let line = block.firstLine - 1
    for (const raw of block.text.slice(0, -1).split('\n')) {
      line++
      const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (text.trim() === '' || (options.header && line === 1)) continue
      rows++
      const decoded = text.length < longestLineBytes ? utf8Text(text) : undefined
      const fields = decoded === undefined ? csvLineProblem(text) : splitFields(decoded)
      if (typeof fields === 'string') rejected.add(line, fields, keepableText(text))
      else if (fields.length !== options.fieldCount)
        rejected.add(line, `${fields.length} fields in place of ${options.fieldCount}`, keepableText(text))
      else yield { line, text: decoded as string, fields: fields.map((field) => field.trim()) }
    }
    run.progress(bytes, rows)
  }
}
