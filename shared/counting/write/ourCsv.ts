import { formatCsv } from '../../figures/csv.ts'
import type { Election } from '../election.ts'
import { ourCsvTitle, ourVersion } from '../read/ourSettings.ts'
import { decimalText, hasNumbers, type OurLimits, papersOf, type Receipts, settingsOf } from './ourMarks.ts'

/**
 * Our own ballots as CSV (`docs/ballots.md`). Options are written by their names, which must be their ids.
 *
 * @param receipts one for every entry of the election's ballots, or none at all
 */
export function writeOurCsv(election: Election, receipts: Receipts = [], limits: OurLimits = {}): string {
  const { options, ballots, budget } = election
  const rows: string[][] = [[ourCsvTitle, String(ourVersion)]]
  for (const [name, value] of Object.entries(settingsOf(election, limits)))
    if (value !== null) rows.push([name, String(value)])
  options.forEach(({ name, cost, withdrawn }, index) => {
    const row = ['option', String(index + 1), name]
    if (budget || withdrawn) row.push(budget && cost !== null ? decimalText(cost, budget.moneyDecimals) : '')
    if (withdrawn) row.push('withdrawn')
    rows.push(row)
  })
  // An empty ballot without a receipt would be an empty row, which readers pass over.
  const numbered = hasNumbers(ballots) || receipts.length === 0 || receipts.includes(null)
  rows.push(['receipt', ...(numbered ? ['ballots'] : []), ...options.map((_, index) => String(index + 1))])
  for (const { receipt, ballots: number, marks } of papersOf(ballots, options.length, receipts))
    rows.push([receipt ?? '', ...(numbered ? [String(number)] : []), ...marks.map((mark) => mark ?? '')])
  return formatCsv(rows.map((row) => row.map(distinct)))
}

/**
 * `formatCsv` puts an apostrophe before what a spreadsheet would run. A text that has one there already gets a second, so that
 * the reader, which takes one away, gives back either as it was.
 */
function distinct(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
