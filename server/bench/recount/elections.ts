import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Method } from '../../../shared/counting/methods.ts'

const ballots = 80_000
const options = 12

/** An election to be counted and how. */
export interface BenchElection {
  name: string
  file: string
  method: Method
  arguments: readonly string[]
}

/** Writes elections of 80,000 ballots, nearly all different: 12 options in each form of ballot, and a city's budget. */
export function writeElections(folder: string): BenchElection[] {
  const random = numbersFrom(20_261_124)
  const rankings = repeat(() => shuffled(every(options), random))
  const cut = rankings.map((ranking) => ranking.slice(0, 1 + Math.floor(random() * options)))
  const tied = cut.map((ranking) =>
    ranking.map((option, at) => (at % 3 === 1 ? `{${option}` : at % 3 === 2 ? `${option}}` : option)),
  )
  const write = (name: string, text: string) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  }
  const soc = write(
    'complete.soc',
    preflib(
      'soc',
      rankings.map((ranking) => ranking.join(',')),
    ),
  )
  const toi = write(
    'cut-and-tied.toi',
    preflib(
      'toi',
      tied.map((parts) => closed(parts.join(','))),
    ),
  )
  const scores = rankings.map(
    (ranking) => `${ranking.join(',')};${ranking.map(() => Math.floor(random() * 10)).join(',')}`,
  )
  const approvals = cut.map((ranking) => ranking.join(','))
  const approval = write('approval.pb', pabulib('approval', approvals, ''))
  const scoring = write('scoring.pb', pabulib('scoring', scores, ';points'))
  const cumulative = write('cumulative.pb', pabulib('cumulative', scores, ';points'))
  const ordinal = write('ordinal.pb', pabulib('ordinal', approvals, ''))
  const cityBudget = write('city.pb', city(random))
  const ranked: Method[] = ['borda', 'irv', 'schulze', 'scottish-stv', 'approval']
  const budgets: Method[] = ['greedy', 'equal-shares']
  const election = (file: string, form: string, method: Method, ...rest: string[]): BenchElection => ({
    name: `${method} of ${form}`,
    file,
    method,
    arguments: rest,
  })
  return [
    ...ranked.map((method) => election(soc, 'complete rankings', method, '--seats', method === 'irv' ? '1' : '4')),
    ...ranked.map((method) => election(toi, 'cut and tied rankings', method, '--seats', method === 'irv' ? '1' : '4')),
    election(approval, 'choices', 'approval', '--seats', '4'),
    election(scoring, 'marks', 'score', '--seats', '4'),
    election(scoring, 'marks', 'schulze', '--seats', '4'),
    election(cumulative, 'points', 'points', '--seats', '4'),
    ...budgets.flatMap((method) => [
      election(approval, 'choices', method),
      election(cumulative, 'points', method),
      election(ordinal, 'rankings', method),
      election(cityBudget, 'a city’s budget (100 projects, 10 choices each)', method),
    ]),
  ]
}

function preflib(type: string, orders: readonly string[]): string {
  const head = [
    `# FILE NAME: bench.${type}`,
    '# TITLE: An invented election',
    `# DATA TYPE: ${type}`,
    `# NUMBER ALTERNATIVES: ${options}`,
    `# NUMBER VOTERS: ${ballots}`,
    ...Array.from({ length: options }, (_, option) => `# ALTERNATIVE NAME ${option + 1}: Option ${option + 1}`),
  ]
  return `${[...head, ...orders.map((order) => `1: ${order}`)].join('\n')}\n`
}

/** Costs that let about a third of the projects be funded. */
const usualCosts = every(options).map((option) => 382_689 + 117_311 * option)

function pabulib(
  type: string,
  votes: readonly string[],
  column: string,
  { costs, budget }: { costs: readonly number[]; budget: number } = { costs: usualCosts, budget: 4_000_000 },
): string {
  const size = [`num_votes;${ballots}`, `num_projects;${costs.length}`]
  const meta = [`vote_type;${type}`, 'rule;greedy', `budget;${budget}`, ...size]
  const projects = costs.map((cost, option) => `${option + 1};${cost};P ${option + 1}`)
  return `${[
    'META',
    'key;value',
    ...meta,
    ...(type === 'cumulative' ? ['max_sum_points;120'] : []),
    'PROJECTS',
    'project_id;cost;name',
    ...projects,
    'VOTES',
    `voter_id;vote${column}`,
    ...votes.map((vote, voter) => `${voter};${vote}`),
  ].join('\n')}\n`
}

/**
 * A city's budget: a hundred projects, ten choices a voter, the first projects liked best. Its add1 raises the share some forty
 * times, from 250 a voter.
 */
function city(random: () => number): string {
  const costs = every(100).map(() => 100_000 + 1000 * Math.floor(random() * 1400))
  const votes = repeat(() => {
    const chosen = new Set<number>()
    while (chosen.size < 10) chosen.add(1 + Math.floor(random() * random() * 100))
    return [...chosen].join(',')
  })
  return pabulib('approval', votes, '', { costs, budget: 20_000_000 })
}

/** The numbers from one to `last`. */
function every(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1)
}

/** A tied group that the cut left open is closed. */
function closed(order: string): string {
  return order.lastIndexOf('{') > order.lastIndexOf('}') ? `${order}}` : order
}

function repeat<T>(make: () => T): T[] {
  return Array.from({ length: ballots }, make)
}

function shuffled(list: readonly number[], random: () => number): number[] {
  const left = [...list]
  return list.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as number)
}

/** The same numbers from nought up to one each time (Park and Miller's generator). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
