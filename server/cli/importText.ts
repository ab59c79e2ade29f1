import type { ImportSummary, KeptRow } from '../import/index.ts'

const listed = 20

/** The summary of an import as a person reads it at the end of the command. */
export function summaryText(summary: ImportSummary): string {
  const lines: string[] = []
  const number = (value: number) => value.toLocaleString('en-GB')
  const of = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`
  for (const source of summary.sources) {
    const unchanged = source.unchangedFiles > 0 ? `, ${number(source.unchangedFiles)} unchanged` : ''
    const rejected = source.rejected > 0 ? `, ${number(source.rejected)} could not be used` : ''
    lines.push(
      `${source.source}: ${of(source.files, 'file')}${unchanged}, ${of(source.rows, 'row')} read, ${number(source.loaded)} loaded${rejected}`,
    )
    for (const [reason, count] of Object.entries(source.reasons)) lines.push(`    ${number(count)}: ${reason}`)
  }
  for (const force of summary.forces) {
    lines.push(
      `${force.name}: ${of(force.loadedRows, 'incident')} loaded, ${number(force.unplacedRows)} of them without a place; ${force.firstMonth} to ${force.lastMonth}`,
    )
    if (force.missingMonths.length > 0) lines.push(`    missing: ${force.missingMonths.join(', ')}`)
  }
  lines.push(
    ...listOf(
      'Refused',
      summary.refused.map(({ name, reason }) => `${name}: ${reason}`),
      Infinity,
    ),
  )
  lines.push(
    ...listOf(
      'Skipped',
      summary.skipped.map(({ name, reason }) => `${name}: ${reason}`),
      listed,
    ),
  )
  lines.push(...listOf('Take note', summary.warnings, listed))
  if (summary.sources.length === 0 && summary.refused.length === 0) lines.push('Nothing was found that can be loaded.')
  const rate = summary.seconds > 0 ? number(Math.round(summary.rows / summary.seconds)) : '0'
  lines.push(`${of(summary.rows, 'row')} in ${summary.seconds.toFixed(1)} s (${rate} rows/s)`)
  if (summary.stopped) lines.push(summary.stopped)
  for (const sentence of summary.next) lines.push(`→ ${sentence}`)
  return `${lines.join('\n')}\n`
}

function listOf(title: string, items: string[], most: number): string[] {
  if (items.length === 0) return []
  const more = items.length > most ? [`    and ${items.length - most} more (--json lists all)`] : []
  return [`${title}:`, ...items.slice(0, most).map((item) => `    ${item}`), ...more]
}

/** A kept row as one line: file and line, why, and the row itself. */
export function rejectedText(row: KeptRow): string {
  const text = row.text.length > 300 ? `${row.text.slice(0, 300)}…` : row.text
  const replaced = row.replaced ? ' (the file has been replaced since)' : ''
  return `${row.file}:${row.line} ${row.reason}${replaced} ${text.replace(/\s+/g, ' ')}\n`
}
