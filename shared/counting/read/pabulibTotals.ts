import type { FaultCode } from './fault.ts'
import type { FaultList } from './faultList.ts'
import { readMark, scaled } from './numbers.ts'
import type { VoteType } from './pabulibLimits.ts'
import { columnsOf, type Row, type Sections } from './pabulibSections.ts'
import type { Votes } from './pabulibVotes.ts'

/**
 * Compares what the file says of its own votes with them: `num_projects`, `num_votes`, and the columns `votes` (how many voters
 * name a project) and `score` (its points; for approval the same as `votes`). The score of ordinal votes turns on a function
 * that the format leaves open, and that of marks with a default on what unmarked projects get: neither is compared.
 */
export function checkTotals(
  { meta, projects }: Sections,
  rows: readonly Row[],
  votes: Votes,
  type: VoteType,
  remarks: FaultList,
): void {
  for (const [key, code, found] of [
    ['num_projects', 'pabulibNumProjects', rows.length],
    ['num_votes', 'pabulibNumVotes', votes.voters],
  ] as const) {
    const said = meta.get(key)
    if (said?.value && isOther(said.value, scaled({ units: found, decimals: 0 })))
      remarks.add(said.line, code, { said: said.value, found })
  }
  const columns = columnsOf(projects, ['project_id'], null)
  if (!columns) return
  const named = votes.named.map((number) => scaled({ units: number, decimals: 0 }))
  compare('votes', 'pabulibVotes', named)
  const unmarked = votes.ballots.form === 'score' ? votes.ballots.unmarked : 0
  if (type === 'cumulative' || (type === 'scoring' && unmarked === 0)) compare('score', 'pabulibScore', votes.points)
  else if (type === 'approval' || type === 'choose-1') compare('score', 'pabulibScore', named)

  function compare(column: string, code: FaultCode, found: readonly bigint[]): void {
    if (!columns?.has(column)) return
    const other = rows.filter((row, index) => {
      const text = columns.value(row, column)
      return text !== '' && isOther(text, found[index]!)
    })
    const first = other[0]
    if (!first) return
    const id = columns.value(first, 'project_id')
    const sum = found[rows.indexOf(first)]!
    remarks.add(first.line, code, { projects: other.length, id, said: columns.value(first, column), found: plain(sum) })
  }
}

function isOther(text: string, found: bigint): boolean {
  const said = readMark(text)
  return typeof said === 'string' || scaled(said) !== found
}

/** From units of 10^-6 to a decimal number without noughts at the end. */
function plain(sum: bigint): string {
  const absolute = (sum < 0n ? -sum : sum).toString().padStart(7, '0')
  const fraction = absolute.slice(-6).replace(/0+$/, '')
  return `${sum < 0n ? '-' : ''}${absolute.slice(0, -6)}${fraction ? `.${fraction}` : ''}`
}
