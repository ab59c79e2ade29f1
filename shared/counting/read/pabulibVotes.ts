import type { Ballots, OptionIndex } from '../election.ts'
import { markTotals } from '../sums.ts'
import type { FaultList } from './faultList.ts'
import { ApprovalGroups, MarkedGroups, RankingGroups } from './groups.ts'
import { type Mark, mostDecimals, readMark } from './numbers.ts'
import { Breaches, type BreachesInput } from './pabulibBreaches.ts'
import type { VoteType } from './pabulibLimits.ts'
import { columnsOf, type Row, type Sections } from './pabulibSections.ts'
import { Tally } from './tally.ts'

/** The ballots, and what the file's own totals are checked against. */
export interface Votes {
  ballots: Ballots
  /** How many votes name each project. */
  named: number[]
  /** The points of each project, in units of 10^-mostDecimals. */
  points: bigint[]
  voters: number
}

export interface VotesInput extends BreachesInput {
  sections: Sections
  ids: ReadonlyMap<string, OptionIndex>
  faults: FaultList
}

export function readVotes(input: VotesInput): Votes | null {
  const { sections, type, limits, ids, faults } = input
  const hasPoints = type === 'cumulative' || type === 'scoring'
  const columns = columnsOf(sections.votes, hasPoints ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'], faults)
  if (!columns) return null
  const approvals = new ApprovalGroups()
  const rankings = new RankingGroups()
  const marked = new MarkedGroups()
  const tally = new Tally(faults)
  const breaches = new Breaches(input)
  const named = new Array<number>(ids.size).fill(0)
  const voters = new Set<string>()

  for (const row of sections.votes.rows) {
    const voter = columns.value(row, 'voter_id')
    if (voter === '') faults.add(row.line, 'pabulibNoVoterId')
    else if (voters.has(voter)) breaches.note('pabulibVoterTwice', row, { voter })
    voters.add(voter)
    tally.add(1, row.line)
    const options = readList(columns.value(row, 'vote'), ids, row, faults)
    if (!options) continue
    for (const option of options) named[option]!++
    breaches.length(options, row)
    if (!hasPoints) {
      breaches.cost(options, row)
      if (type === 'ordinal') rankings.add(options, null, 1)
      else approvals.add(options.sort(ascending), 1)
      continue
    }
    const marks = readPoints(columns.value(row, 'points'), options.length, type, row, faults)
    if (!marks) continue
    breaches.points(marks, row)
    const given = inOrder(options, marks, type === 'cumulative')
    marked.add(given.options, given.marks, 1)
  }
  breaches.say()
  if (sections.votes.rows.length === 0 && !faults.any) faults.add(sections.votes.headerLine, 'noBallots')
  if (type === 'scoring') marked.refine(limits.defaultScore.decimals)
  if (marked.beyond) faults.add(null, 'marksTooFine')
  const unit = 10n ** BigInt(mostDecimals - marked.decimals)
  const points = markTotals(ids.size, marked.list, 0).map((total) => total * unit)
  return { ballots: ballots(), named, points, voters: sections.votes.rows.length }

  function ballots(): Ballots {
    if (type === 'ordinal') return { form: 'ranking', longest: limits.maxLength, ballots: rankings.list }
    if (type === 'cumulative') return { form: 'points', decimals: marked.decimals, ballots: marked.list }
    if (type === 'scoring') {
      const { units, decimals } = limits.defaultScore
      const unmarked = units * 10 ** (marked.decimals - decimals)
      return { form: 'score', decimals: marked.decimals, unmarked, ballots: marked.list }
    }
    return { form: 'approval', most: type === 'choose-1' ? 1 : limits.maxLength, ballots: approvals.list }
  }
}

/**
 * Projects ascending, with their marks. Nought points are none and are left out; a mark of nought is one, where unmarked
 * projects get another. Most votes name few projects: those are put in one by one, which is several times as fast as a sort.
 */
function inOrder(options: readonly OptionIndex[], marks: readonly Mark[], leaveOutNoughts: boolean) {
  const sorted: { options: OptionIndex[]; marks: Mark[] } = { options: [], marks: [] }
  const order = options.length > 40 ? options.map((_, at) => at).sort((a, b) => options[a]! - options[b]!) : null
  for (let place = 0; place < options.length; place++) {
    const from = order ? order[place]! : place
    const option = options[from]!
    if (leaveOutNoughts && marks[from]!.units === 0) continue
    let at = sorted.options.length
    for (; at > 0 && sorted.options[at - 1]! > option; at--) {
      sorted.options[at] = sorted.options[at - 1]!
      sorted.marks[at] = sorted.marks[at - 1]!
    }
    sorted.options[at] = option
    sorted.marks[at] = marks[from]!
  }
  return sorted
}

function ascending(a: number, b: number): number {
  return a - b
}

/** The projects of one vote; an empty value is a vote for none. Null after a fault. */
function readList(
  text: string,
  ids: ReadonlyMap<string, OptionIndex>,
  row: Row,
  faults: FaultList,
): OptionIndex[] | null {
  if (text === '') return []
  const options: OptionIndex[] = []
  let from = 0
  while (from <= text.length) {
    const comma = text.indexOf(',', from)
    const end = comma < 0 ? text.length : comma
    const id = text.slice(from, end).trim()
    const option = ids.get(id)
    if (option === undefined) {
      faults.add(row.line, 'pabulibUnknownProject', { id })
      return null
    }
    options.push(option)
    from = end + 1
  }
  const twice = repeated(options)
  if (twice === null) return options
  faults.add(row.line, 'pabulibTwiceInVote', { id: text.split(',')[twice]!.trim() })
  return null
}

/** The place of an option that stands before; null where none does. */
function repeated(options: readonly OptionIndex[]): number | null {
  if (options.length > 40) {
    const met = new Set<OptionIndex>()
    const at = options.findIndex((option) => met.size === met.add(option).size)
    return at < 0 ? null : at
  }
  for (let at = 1; at < options.length; at++) if (options.indexOf(options[at]!) < at) return at
  return null
}

function readPoints(text: string, expected: number, type: VoteType, row: Row, faults: FaultList): Mark[] | null {
  const texts = text === '' ? [] : text.split(',')
  if (texts.length !== expected) {
    faults.add(row.line, 'pabulibPointsLength', { points: texts.length, projects: expected })
    return null
  }
  const marks: Mark[] = []
  for (const part of texts) {
    const mark = readMark(part.trim())
    if (typeof mark === 'string' || (type === 'cumulative' && mark.units < 0)) {
      const code = mark === 'tooBig' ? 'markTooBig' : mark === 'notANumber' ? 'notANumber' : 'negativePoints'
      faults.add(row.line, code, { value: part.trim() })
      return null
    }
    marks.push(mark)
  }
  return marks
}
