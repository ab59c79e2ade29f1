import type { Ballots, OptionIndex } from '../election.ts'
import type { FaultCode } from './fault.ts'
import type { FaultList } from './faultList.ts'
import { ApprovalGroups, MarkedGroups, RankingGroups } from './groups.ts'
import { compareMarks, type Mark, markText, readMark, scaled, sumOfMarks } from './numbers.ts'
import { columnsOf, type Row, type Sections } from './pabulibSections.ts'
import { Tally } from './tally.ts'

export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

/** What the file says one ballot may do; null where it says nothing. */
export interface Limits {
  minLength: number | null
  maxLength: number | null
  minPoints: Mark | null
  maxPoints: Mark | null
  minSumPoints: Mark | null
  maxSumPoints: Mark | null
  minSumCost: Mark | null
  maxSumCost: Mark | null
  defaultScore: Mark
  threshold: number | null
}

export function limitsOf(meta: Sections['meta'], faults: FaultList, remarks: FaultList): Limits {
  /** `into`: faults for what the result can turn on, remarks for what only checks ballots. */
  const mark = (key: string, into: FaultList): Mark | null => {
    const found = meta.get(key)
    if (!found || found.value === '') return null
    const read = readMark(found.value)
    if (typeof read !== 'string') return read
    into.add(found.line, into === faults ? 'pabulibNumber' : 'pabulibNumberUnread', { key, value: found.value })
    return null
  }
  const whole = (key: string, into: FaultList): number | null => {
    const read = mark(key, into)
    if (!read || (read.decimals === 0 && read.units >= 0)) return read?.units ?? null
    const { line, value } = meta.get(key)!
    into.add(line, into === faults ? 'pabulibNumber' : 'pabulibNumberUnread', { key, value })
    return null
  }
  return {
    minLength: whole('min_length', remarks),
    maxLength: whole('max_length', faults),
    minPoints: mark('min_points', remarks),
    maxPoints: mark('max_points', remarks),
    minSumPoints: mark('min_sum_points', remarks),
    maxSumPoints: mark('max_sum_points', remarks),
    minSumCost: mark('min_sum_cost', remarks),
    maxSumCost: mark('max_sum_cost', remarks),
    defaultScore: mark('default_score', faults) ?? { units: 0, decimals: 0 },
    threshold: whole('min_project_score_threshold', faults),
  }
}

/** The ballots, and what the file's own totals are checked against. */
export interface Votes {
  ballots: Ballots
  /** How many votes name each project. */
  named: number[]
  /** The points of each project, in units of 10^-mostDecimals. */
  points: bigint[]
  voters: number
}

export interface VotesInput {
  sections: Sections
  type: VoteType
  limits: Limits
  ids: ReadonlyMap<string, OptionIndex>
  costs: readonly bigint[]
  /** Decimals of `costs`. */
  money: number
  faults: FaultList
  remarks: FaultList
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
  const points = new PointSums(ids.size)
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
    for (let at = 0; at < options.length; at++) points.add(options[at]!, marks[at]!)
    const given = inOrder(options, marks, type === 'cumulative')
    marked.add(given.options, given.marks, 1)
  }
  breaches.say()
  if (sections.votes.rows.length === 0 && !faults.any) faults.add(sections.votes.headerLine, 'noBallots')
  if (type === 'scoring') marked.refine(limits.defaultScore.decimals)
  if (marked.beyond) faults.add(null, 'marksTooFine')
  return { ballots: ballots(), named, points: points.list, voters: sections.votes.rows.length }

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

/** Sums of points by project, exact: whole ones as numbers for as long as those are exact, which is fast. */
class PointSums {
  readonly #whole: number[]
  readonly #rest: bigint[]

  constructor(projects: number) {
    this.#whole = new Array<number>(projects).fill(0)
    this.#rest = new Array<bigint>(projects).fill(0n)
  }

  add(project: number, mark: Mark): void {
    const sum = this.#whole[project]! + mark.units
    if (mark.decimals === 0 && Number.isSafeInteger(sum)) this.#whole[project] = sum
    else this.#rest[project]! += scaled(mark)
  }

  /** In units of 10^-mostDecimals. */
  get list(): bigint[] {
    return this.#rest.map((rest, project) => rest + scaled({ units: this.#whole[project]!, decimals: 0 }))
  }
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

/** Gathers votes that break the rules of the file, which were counted all the same: one remark a rule. */
class Breaches {
  readonly #limits: Limits
  readonly #costs: readonly bigint[]
  readonly #money: number
  readonly #remarks: FaultList
  readonly #found = new Map<FaultCode, { row: Row; votes: number; values: Record<string, string | number> }>()

  constructor({ limits, type, costs, money, remarks }: VotesInput) {
    this.#limits = type === 'choose-1' ? { ...limits, maxLength: 1 } : limits
    this.#costs = costs
    this.#money = money
    this.#remarks = remarks
  }

  note(code: FaultCode, row: Row, values: Record<string, string | number>): void {
    const known = this.#found.get(code)
    if (known) known.votes++
    else this.#found.set(code, { row, votes: 1, values })
  }

  length(options: readonly OptionIndex[], row: Row): void {
    const { minLength, maxLength } = this.#limits
    if (maxLength !== null && options.length > maxLength)
      this.note('pabulibLonger', row, { most: maxLength, found: options.length })
    if (minLength !== null && options.length < minLength)
      this.note('pabulibShorter', row, { least: minLength, found: options.length })
  }

  cost(options: readonly OptionIndex[], row: Row): void {
    const { minSumCost, maxSumCost } = this.#limits
    if (!minSumCost && !maxSumCost) return
    let sum = 0n
    for (const option of options) sum += this.#costs[option]!
    if (maxSumCost && this.#compare(sum, maxSumCost) > 0)
      this.note('pabulibDearer', row, { most: markText(maxSumCost) })
    if (minSumCost && this.#compare(sum, minSumCost) < 0)
      this.note('pabulibCheaper', row, { least: markText(minSumCost) })
  }

  #compare(sum: bigint, limit: Mark): number {
    const difference = sum * 10n ** BigInt(limit.decimals) - BigInt(limit.units) * 10n ** BigInt(this.#money)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  points(marks: readonly Mark[], row: Row): void {
    const { minPoints, maxPoints, minSumPoints, maxSumPoints } = this.#limits
    for (const mark of marks) {
      const outside =
        (minPoints !== null && compareMarks(mark, minPoints) < 0) ||
        (maxPoints !== null && compareMarks(mark, maxPoints) > 0)
      if (!outside) continue
      const limits = { least: minPoints ? markText(minPoints) : '-', most: maxPoints ? markText(maxPoints) : '-' }
      this.note('pabulibPointsOutside', row, { value: markText(mark), ...limits })
      break
    }
    if (!minSumPoints && !maxSumPoints) return
    const sum = sumOfMarks(marks)
    if (maxSumPoints && sum > scaled(maxSumPoints))
      this.note('pabulibPointsOver', row, { most: markText(maxSumPoints) })
    if (minSumPoints && sum < scaled(minSumPoints))
      this.note('pabulibPointsUnder', row, { least: markText(minSumPoints) })
  }

  say(): void {
    for (const [code, { row, votes, values }] of this.#found) this.#remarks.add(row.line, code, { ...values, votes })
  }
}
