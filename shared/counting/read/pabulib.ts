import type { Budget, Completion, Option } from '../election.ts'
import type { Method } from '../methods.ts'
import type { ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { Money } from './money.ts'
import { limitsOf, type VoteType, voteTypes } from './pabulibLimits.ts'
import { columnsOf, type Row, readSections, type Sections } from './pabulibSections.ts'
import { checkTotals } from './pabulibTotals.ts'
import { readVotes } from './pabulibVotes.ts'
import { mostOptions } from './tally.ts'

/**
 * Reads a Pabulib file by its format page (pabulib.org/format): META, PROJECTS and VOTES, the vote types approval, choose-1,
 * ordinal, cumulative and scoring. What the city itself counted stands: a ballot that breaks the rules of the file, or a total
 * that its votes contradict, gives a remark, not a fault.
 */
export function readPabulib(text: string): ReadBallots {
  const faults = new FaultList()
  const remarks = new FaultList()
  const sections = readSections(text, faults)
  if (!sections) return { ok: false, faults: faults.list }

  const type = readVoteType(sections, faults)
  const declared = readRule(sections, remarks)
  const projects = readProjects(sections, faults, remarks)
  const money = readMoney(sections, projects, faults, remarks)
  const limits = limitsOf(sections.meta, faults, remarks)
  if (!type) return { ok: false, faults: faults.list }
  const costs = projects.options.map((_, index) => money.costs[index] ?? 0n)
  const votes = readVotes({
    sections,
    type,
    limits,
    ids: projects.places,
    costs,
    money: money.decimals,
    faults,
    remarks,
  })
  if (!votes || faults.any || money.total === null) return { ok: false, faults: faults.list }

  const budget: Budget = { total: money.total, moneyDecimals: money.decimals, scoreThreshold: limits.threshold }
  const options: Option[] = projects.options.map((option, index) => ({ ...option, cost: costs[index]! }))
  checkTotals(sections, projects.rows, votes, type, remarks)
  return {
    ok: true,
    election: {
      title: titleOf(sections),
      options,
      ballots: votes.ballots,
      budget,
      declared: { ...declared, seats: null, seed: null },
      claimed: projects.claimed,
    },
    remarks: remarks.list,
  }
}

function titleOf({ meta }: Sections): string | null {
  const of = (key: string) => meta.get(key)?.value
  return of('description') || [of('unit'), of('subunit'), of('instance')].filter(Boolean).join(', ') || null
}

function readVoteType({ meta }: Sections, faults: FaultList): VoteType | null {
  const found = meta.get('vote_type')
  const type = voteTypes.find((known) => known === found?.value.toLowerCase())
  if (!type)
    faults.add(found?.line ?? null, 'pabulibVoteType', { value: found?.value ?? '', types: voteTypes.join(', ') })
  return type ?? null
}

const rules: Readonly<Record<string, { method: Method; completion: Completion | null }>> = {
  greedy: { method: 'greedy', completion: null },
  equalshares: { method: 'equal-shares', completion: 'none' },
  'equalshares/add1': { method: 'equal-shares', completion: 'add1' },
  'equalshares/add1u': { method: 'equal-shares', completion: 'add1u' },
}

function readRule({ meta }: Sections, remarks: FaultList): { method: Method | null; completion: Completion | null } {
  const found = meta.get('rule')
  const name = found?.value.toLowerCase() ?? ''
  if (Object.hasOwn(rules, name)) return rules[name]!
  remarks.add(found?.line ?? null, 'pabulibRule', { value: found?.value ?? '', rules: Object.keys(rules).join(', ') })
  return { method: null, completion: null }
}

interface ProjectRows {
  options: Omit<Option, 'cost'>[]
  rows: Row[]
  /** The index of each project by its id. */
  places: Map<string, number>
  claimed: string[] | null
}

function readProjects({ projects }: Sections, faults: FaultList, remarks: FaultList): ProjectRows {
  const columns = columnsOf(projects, ['project_id', 'cost'], faults)
  const read: ProjectRows = { options: [], rows: [], places: new Map(), claimed: null }
  if (!columns) return read
  const selected = columns.has('selected')
  if (selected) read.claimed = []
  let others = 0
  let firstOther: Row | null = null
  for (const row of projects.rows) {
    const id = columns.value(row, 'project_id')
    if (id === '') faults.add(row.line, 'pabulibNoProjectId')
    else if (id.includes(',')) faults.add(row.line, 'pabulibCommaInId', { id })
    else if (read.places.has(id)) faults.add(row.line, 'pabulibProjectTwice', { id })
    else {
      read.places.set(id, read.options.length)
      read.options.push({ id, name: columns.value(row, 'name') || id, withdrawn: false })
      read.rows.push(row)
      const mark = selected ? columns.value(row, 'selected') : ''
      if (mark === '1') read.claimed?.push(id)
      else if (mark !== '' && mark !== '0') {
        others++
        firstOther ??= row
      }
    }
  }
  if (firstOther)
    remarks.add(firstOther.line, 'pabulibSelected', { rows: others, value: columns.value(firstOther, 'selected') })
  if (read.options.length === 0) faults.addOnce(null, 'pabulibNoProjects')
  if (read.options.length > mostOptions) faults.add(null, 'numberOfOptions', { most: mostOptions })
  return read
}

/** Budget and costs in one unit, the finest that any of them is written in. */
function readMoney(
  { meta, projects }: Sections,
  { rows }: ProjectRows,
  faults: FaultList,
  remarks: FaultList,
): { total: bigint | null; costs: bigint[]; decimals: number } {
  const money = new Money()
  const budget = meta.get('budget')
  if (!budget?.value) faults.add(budget?.line ?? null, 'pabulibNoBudget')
  else money.add(budget.value, budget.line)
  const columns = columnsOf(projects, ['project_id', 'cost'], null)
  if (columns) for (const row of rows) money.add(columns.value(row, 'cost'), row.line)
  const { amounts, decimals } = money.read(faults, remarks)
  return budget?.value
    ? { total: amounts[0] ?? null, costs: amounts.slice(1), decimals }
    : { total: null, costs: amounts, decimals }
}
