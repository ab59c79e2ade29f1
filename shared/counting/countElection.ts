import { countApproval } from './approval.ts'
import { countBorda } from './borda.ts'
import type { Count, CountRules } from './count.ts'
import { type Ballots, type Completion, type Election, numberOfBallots, type Option } from './election.ts'
import { countEqualShares } from './equalShares.ts'
import { countGreedy } from './greedy.ts'
import { countInstantRunoff } from './instantRunoff.ts'
import { drawLot } from './lot.ts'
import { budgetMethods, formsOf, type Method } from './methods.ts'
import { countPoints } from './points.ts'
import type { Projects } from './projects.ts'
import { asApproval, asPoints, asRanking, asScore, type Reading } from './reading.ts'
import { countSchulze } from './schulze.ts'
import { countScore } from './score.ts'
import { countScottishStv } from './scottishStv.ts'
import { withoutWithdrawn } from './standing.ts'

/** What whoever counts asks for; null leaves it to the file, and where that is silent to the rule named at each. */
export interface CountChoice {
  method: Method | null
  /** Else one. */
  seats: number | null
  /** Else the empty text, which is as good as any and no public lot; a note says so where a lot was needed. */
  seed: string | null
  /** Else `add1`. */
  completion: Completion | null
}

/** What a reader of the result has to know beside it. */
export type CountNote =
  | { code: Reading }
  | { code: 'lotWithoutSeed' }
  | { code: 'fewerOptionsThanSeats'; options: number; seats: number }
  | { code: 'seatsPlayNoPart' }

/** Why nothing was counted. */
export type CountRefusal =
  | { code: 'noMethod'; fitting: readonly Method[] }
  | { code: 'formDoesNotFit'; method: Method; form: Ballots['form']; fitting: readonly Method[] }
  | { code: 'noBallots' }
  | { code: 'noOptions' }
  | { code: 'seatsNotWhole'; seats: number }
  | { code: 'noBudget'; method: Method }
  | { code: 'noCost'; option: string }
  | { code: 'tooManyOptions'; method: Method; options: number; most: number }

export type Counted =
  | {
      ok: true
      count: Count
      /** The options that stand, to which the indexes of the count refer. */
      standing: readonly Option[]
      seed: string
      notes: readonly CountNote[]
    }
  | { ok: false; refusal: CountRefusal }

/**
 * How many options a method takes whose work grows with their square or cube; with as many, a count takes up to ten seconds.
 * Nobody ranks so many: such a file is a mistake, and is told so in place of minutes of silence.
 */
export const mostOptions: Readonly<Partial<Record<Method, number>>> = { schulze: 1000, irv: 1500, 'scottish-stv': 1500 }

/** Counts an election, or says why it cannot be counted so. Pure: the same election and choice give the same count. */
export function countElection(election: Election, choice: CountChoice): Counted {
  const method = choice.method ?? election.declared.method
  const fitting = fittingMethods(election)
  if (!method) return refuse({ code: 'noMethod', fitting })
  if (!formsOf[method].includes(election.ballots.form))
    return refuse({ code: 'formDoesNotFit', method, form: election.ballots.form, fitting })
  const { standing, ballots } = withoutWithdrawn(election)
  if (standing.length === 0) return refuse({ code: 'noOptions' })
  if (numberOfBallots(ballots) === 0) return refuse({ code: 'noBallots' })
  const most = mostOptions[method] ?? Number.POSITIVE_INFINITY
  if (standing.length > most) return refuse({ code: 'tooManyOptions', method, options: standing.length, most })
  const seed = choice.seed ?? election.declared.seed
  const lot = drawLot(
    standing.map((option) => option.id),
    seed ?? '',
  )
  const notes: CountNote[] = []
  const finish = (count: Count): Counted => {
    if (seed === null && count.ties.some((tie) => tie.brokenBy.rule === 'lot')) notes.push({ code: 'lotWithoutSeed' })
    return { ok: true, count, standing, seed: seed ?? '', notes }
  }

  if (budgetMethods.includes(method)) {
    const projects = projectsOf(election, standing)
    if (!projects) return refuse({ code: 'noBudget', method })
    if ('withoutCost' in projects) return refuse({ code: 'noCost', option: projects.withoutCost })
    if (choice.seats !== null) notes.push({ code: 'seatsPlayNoPart' })
    if (method === 'greedy') return finish(countGreedy(projects, ballots, { lot }))
    const completion = choice.completion ?? election.declared.completion ?? 'add1'
    return finish(countEqualShares(projects, ballots, { lot, completion }))
  }

  const seats = choice.seats ?? election.declared.seats ?? 1
  if (!Number.isSafeInteger(seats) || seats < 1) return refuse({ code: 'seatsNotWhole', seats })
  if (seats > standing.length) notes.push({ code: 'fewerOptionsThanSeats', options: standing.length, seats })
  const counted = countSeats(method, standing.length, ballots, { seats, lot })
  if (!counted) return refuse({ code: 'formDoesNotFit', method, form: ballots.form, fitting })
  if (counted.reading) notes.push({ code: counted.reading })
  return finish(counted.count)
}

/** The methods that can count the ballots of an election, those made for their form first. */
export function fittingMethods(election: Election): Method[] {
  const form = election.ballots.form
  const fitting = (Object.keys(formsOf) as Method[]).filter(
    (method) => formsOf[method].includes(form) && (!budgetMethods.includes(method) || election.budget !== null),
  )
  return fitting.sort((a, b) => formsOf[a].indexOf(form) - formsOf[b].indexOf(form))
}

type SeatCount = { count: Count; reading: Reading | null } | null

function countSeats(method: Method, optionCount: number, ballots: Ballots, rules: CountRules): SeatCount {
  switch (method) {
    case 'approval':
      return counted(asApproval(ballots), (read) => countApproval(optionCount, read, rules))
    case 'score':
      return counted(asScore(ballots), (read) => countScore(optionCount, read, rules))
    case 'points':
      return counted(asPoints(ballots), (read) => countPoints(optionCount, read, rules))
    case 'borda':
      return counted(asRanking(optionCount, ballots), (read) => countBorda(optionCount, read, rules))
    case 'irv':
      return counted(asRanking(optionCount, ballots), (read) => countInstantRunoff(optionCount, read, rules))
    case 'schulze':
      return counted(asRanking(optionCount, ballots), (read) => countSchulze(optionCount, read, rules))
    case 'scottish-stv':
      return counted(asRanking(optionCount, ballots), (read) => countScottishStv(optionCount, read, rules))
    case 'greedy':
    case 'equal-shares':
      return null
  }
}

function counted<Form extends Ballots['form']>(
  read: { ballots: Extract<Ballots, { form: Form }>; reading: Reading | null } | null,
  count: (ballots: Extract<Ballots, { form: Form }>) => Count,
): SeatCount {
  return read && { count: count(read.ballots), reading: read.reading }
}

function projectsOf(election: Election, standing: readonly Option[]): Projects | { withoutCost: string } | null {
  if (!election.budget) return null
  const costs: bigint[] = []
  for (const option of standing) {
    if (option.cost === null) return { withoutCost: option.id }
    costs.push(option.cost)
  }
  return { budget: election.budget, costs }
}

function refuse(refusal: CountRefusal): Counted {
  return { ok: false, refusal }
}
