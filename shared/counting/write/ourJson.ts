import type { Election } from '../election.ts'
import { ourFormat, ourVersion } from '../read/ourSettings.ts'
import { decimalText, type OurLimits, papersOf, type Receipts, settingsOf } from './ourMarks.ts'

/**
 * Our own ballots as JSON, a ballot a line (`docs/ballots.md`). Options are written by their names, which must be their ids.
 *
 * @param receipts one for every entry of the election's ballots, or none at all
 */
export function writeOurJson(election: Election, receipts: Receipts = [], limits: OurLimits = {}): string {
  const { options, ballots, budget } = election
  const settings = Object.entries(settingsOf(election, limits)).filter(([, value]) => value !== null)
  const head = { format: ourFormat, version: ourVersion, ...Object.fromEntries(settings) }
  const lines = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  const written = options.map(({ name, cost, withdrawn }) => ({
    name,
    ...(budget && cost !== null ? { cost: decimalText(cost, budget.moneyDecimals) } : {}),
    ...(withdrawn ? { withdrawn } : {}),
  }))
  const papers: string[] = []
  for (const { receipt, ballots: number, marks } of papersOf(ballots, options.length, receipts)) {
    const before = {
      ...(receipt === null ? {} : { receipt }),
      ...(number === 1 ? {} : { ballots: number }),
    }
    // Marks are decimal numbers as text, and so are JSON's numbers: none goes through a binary one here.
    const text = JSON.stringify(before).slice(1, -1)
    papers.push(`    {${text}${text ? ',' : ''}"marks":[${marks.map((mark) => mark ?? 'null').join()}]}`)
  }
  const list = (items: readonly string[]) => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n  ]`)
  return [
    '{',
    ...lines,
    `  "options": ${list(written.map((option) => `    ${JSON.stringify(option)}`))},`,
    `  "papers": ${list(papers)}`,
    '}',
    '',
  ].join('\n')
}
