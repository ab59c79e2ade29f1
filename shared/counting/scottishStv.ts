import { type Amount, decimalAmount } from './amount.ts'
import type { Count, CountRules, QuotaStep, StageStep } from './count.ts'
import { EarlierStages, equalRuns, explainOrder, orderTied } from './earlierStages.ts'
import type { BallotsOf, OptionIndex, RankingBallot } from './election.ts'
import {
  chosenAt,
  type Effect,
  looksOf,
  type OpenTie,
  type OtherChoice,
  type Run,
  sureToGo,
  weighTies,
} from './otherChoices.ts'
import { firstPreference, nextPreference } from './papers.ts'

/** Votes are whole numbers of 0.00001, the fifth decimal place of rule 48(3). */
const decimals = 5
const wholeVote = 100_000n

/**
 * Counts by the single transferable vote as Scottish councils are elected: the Scottish Local Government Elections Order 2007
 * (SSI 2007/42), Schedule 1, rules 45 to 52. A surplus moves all papers of the candidate, each at surplus × the value at which
 * it came ÷ votes, cut after the fifth decimal; excluded candidates' papers keep their value.
 *
 * `steps[0]` has the quota; stage n is `steps[n]`. "Stage" is as in article 2, and filling the last vacancies (rule 52) is one
 * more: nothing moves in it. It comes at the end of a stage: an exclusion that leaves as many candidates as vacancies moves its
 * papers like any other, as the tables that councils publish do (Cumbernauld North, 2012: McCulloch ends the last stage at
 * 1154.6). That cannot change who is elected, only in what order.
 *
 * At every stage the votes of all options, `nonTransferable` and `cutOff` make up the valid papers exactly. A candidate whose
 * surplus has moved keeps the quota. Papers of that candidate with no next preference are taken as carrying the same transfer
 * value as the others, to `nonTransferable`; what is then left of the surplus was cut off.
 *
 * Never do more candidates have the quota than there are seats: seats + 1 of them would hold at least
 * (seats + 1) × quota, and the quota is more than valid ÷ (seats + 1), so they would hold more than all valid papers.
 *
 * Candidates elected at one stage are listed by their votes, equal ones as their votes stood before, then by the lot. Where
 * the lot decides whose surplus goes first it is the lot's first, where it decides who is excluded the lot's last; `order` of a
 * tie about an exclusion starts with who is excluded.
 */
export function countScottishStv(optionCount: number, ballots: BallotsOf<'ranking'>, rules: CountRules): Count {
  const run = runStages(optionCount, ballots.ballots, rules, null)
  return {
    method: 'scottish-stv',
    seats: rules.seats,
    completion: null,
    elected: run.elected,
    ties: weighTies(run, looksOf(optionCount, ballots.ballots), (other) =>
      runStages(optionCount, ballots.ballots, rules, other),
    ),
    steps: [run.quota, ...stageSteps(run.stages)],
  }
}

/** A stage in units. */
interface Stage {
  action: Exclude<StageStep['action'], { kind: 'surplus' }> | { kind: 'surplus'; option: OptionIndex; surplus: bigint }
  votes: readonly bigint[]
  nonTransferable: bigint
  cutOff: bigint
  elected: readonly OptionIndex[]
  excluded: readonly OptionIndex[]
}

interface StvRun extends Run {
  quota: QuotaStep
  stages: readonly Stage[]
}

/** Amounts that stay the same from one stage to the next are written once: most do where there are many options. */
function stageSteps(stages: readonly Stage[]): StageStep[] {
  let before: { votes: readonly bigint[]; told: readonly Amount[] } | null = null
  return stages.map((stage, at) => {
    const { action, votes } = stage
    const told: readonly Amount[] =
      votes === before?.votes
        ? before.told
        : votes.map((now, option) => (now === before?.votes[option] ? before.told[option]! : amount(now)))
    const change = votes.map((now, option) => {
      const was = before?.votes[option] ?? 0n
      return now === was ? 0 : amount(now - was)
    })
    before = { votes, told }
    return {
      kind: 'stage',
      stage: at + 1,
      action: action.kind === 'surplus' ? { ...action, surplus: amount(action.surplus) } : action,
      change,
      votes: told,
      nonTransferable: amount(stage.nonTransferable),
      cutOff: amount(stage.cutOff),
      elected: stage.elected,
      excluded: stage.excluded,
    }
  })
}

/** Papers that a candidate holds, by the value at which they came, in 0.00001. */
type Parcels = Map<bigint, number[]>

function runStages(
  optionCount: number,
  ballots: readonly RankingBallot[],
  rules: CountRules,
  other: OtherChoice | null,
): StvRun {
  const everyOption = Array.from({ length: optionCount }, (_, option) => option)
  const held: Parcels[] = everyOption.map(() => new Map())
  /** By ballot: the place of the preference that it now counts for. */
  const at = new Uint32Array(ballots.length)
  const continuing = everyOption.map(() => true)
  let votes: readonly bigint[] = everyOption.map(() => 0n)
  let nonTransferable = 0n
  let cutOff = 0n
  let valid = 0
  let notValid = 0

  const stages: Stage[] = []
  const history = new EarlierStages(optionCount)
  const ties: OpenTie[] = []
  const elected: OptionIndex[] = []
  const pending = new Set<OptionIndex>()

  /**
   * Moves every paper of a candidate to its next available preference, at the value that `valueNow` gives it. The candidate
   * then has `keeps`. Where no votes move, `votes` stays the same list.
   */
  function move(from: OptionIndex, keeps: bigint, valueNow: (value: bigint) => bigint): bigint {
    const after = votes[from] === keeps && held[from]!.size === 0 ? null : [...votes]
    if (!after) return 0n
    let moved = 0n
    for (const [value, papers] of held[from]!) {
      const newValue = valueNow(value)
      /** By option: the papers of this value that it gets, and how many they are. */
      const to = new Map<OptionIndex, { papers: number[]; count: number }>()
      let without = 0
      for (const paper of papers) {
        const ballot = ballots[paper]!
        const place = nextPreference(ballot, at[paper]!, continuing)
        if (place < 0) {
          without += ballot.weight
          continue
        }
        const option = ballot.options[place]!
        at[paper] = place
        let gets = to.get(option)
        if (!gets) {
          gets = { papers: parcelOf(held[option]!, newValue), count: 0 }
          to.set(option, gets)
        }
        gets.count += ballot.weight
        gets.papers.push(paper)
      }
      for (const [option, { count }] of to) {
        const gained = BigInt(count) * newValue
        after[option]! += gained
        moved += gained
      }
      const stranded = BigInt(without) * newValue
      nonTransferable += stranded
      moved += stranded
    }
    held[from] = new Map()
    after[from] = keeps
    votes = after
    return moved
  }

  /** Closes a stage, with those who are deemed elected at its end. */
  function closeStage(action: Stage['action'], nowElected: readonly OptionIndex[], excluded: readonly OptionIndex[]) {
    const order = placeOrder(nowElected)
    for (const option of order) {
      continuing[option] = false
      elected.push(option)
      if (votes[option]! > quota) pending.add(option)
    }
    history.add(votes)
    stages.push({ action, votes, nonTransferable, cutOff, elected: order, excluded })
  }

  function placeOrder(options: readonly OptionIndex[]): OptionIndex[] {
    const byVotes = equalRuns(
      [...options].sort((a, b) => (votes[a]! === votes[b]! ? 0 : votes[a]! > votes[b]! ? -1 : 1)),
      votes,
    ).map((run) => orderTied(run, history, rules.lot))
    if (other) return byVotes.flat()
    for (const run of byVotes)
      for (const tie of explainOrder(run, history, 'all'))
        ties.push({ ...tie, about: 'place', step: nextStep(), effect: 'none' })
    return byVotes.flat()
  }

  /** Rules 49 and 51: of options with equal votes, the one that the next stage is about. */
  function choose(tied: readonly OptionIndex[], about: 'surplus' | 'exclusion'): OptionIndex {
    const order = orderTied(tied, history, rules.lot)
    if (about === 'exclusion') order.reverse()
    if (other || order.length === 1) return chosenAt(nextStep(), order, other)
    const effect = about === 'exclusion' ? effectOfExclusion(order) : 'unknown'
    for (const tie of explainOrder(order, history, 'first')) ties.push({ ...tie, about, step: nextStep(), effect })
    return order[0]!
  }

  /** See `sureToGo`; nobody else may reach the quota meanwhile, since a surplus would come between. */
  function effectOfExclusion(tied: readonly OptionIndex[]): Effect {
    if (votes[tied[0]!] === 0n) return 'noVotes'
    const left = votes.filter((_, option) => continuing[option])
    const group = sureToGo(left, tied.length, rules.seats - elected.length)
    if (!group || left.some((most) => most + group.votes >= quota)) return 'unknown'
    // The last of the group goes at stage nextStep() + size - 1.
    const step = nextStep() + group.size
    return { step, stage: step - 1 }
  }

  /** `steps` starts with the quota, so stage n is steps[n]. */
  const nextStep = () => stages.length + 1
  /** Rule 47. */
  const reachQuota = () => everyOption.filter((option) => continuing[option] && votes[option]! >= quota)

  // Rule 45: the first preferences.
  const first = [...votes]
  ballots.forEach((ballot, paper) => {
    const option = firstPreference(ballot)
    if (option === null) {
      notValid += ballot.weight
      return
    }
    valid += ballot.weight
    parcelOf(held[option]!, wholeVote).push(paper)
    first[option]! += BigInt(ballot.weight) * wholeVote
  })
  votes = first
  // Rule 46.
  const wholeQuota = Math.floor(valid / (rules.seats + 1)) + 1
  const quota = BigInt(wholeQuota) * wholeVote
  closeStage({ kind: 'firstPreferences' }, reachQuota(), [])

  while (elected.length < rules.seats) {
    const vacancies = rules.seats - elected.length
    const left = everyOption.filter((option) => continuing[option])
    // Rule 52. Fewer than the vacancies are left only where fewer stood than there are seats.
    if (left.length <= vacancies) {
      if (left.length > 0) closeStage({ kind: 'lastVacancies' }, left, [])
      break
    }
    // Rules 48 and 49: surpluses go before any exclusion, the largest first.
    if (pending.size > 0) {
      const option = choose(mostExtreme([...pending], votes, 1), 'surplus')
      const [surplus, total] = [votes[option]! - quota, votes[option]!]
      pending.delete(option)
      const moved = move(option, quota, (value) => (surplus * value) / total)
      cutOff += surplus - moved
      closeStage({ kind: 'surplus', option, surplus }, reachQuota(), [])
      continue
    }
    // Rules 50 and 51: the lowest is excluded.
    const option = choose(mostExtreme(left, votes, -1), 'exclusion')
    continuing[option] = false
    move(option, 0n, (value) => value)
    closeStage({ kind: 'exclusion', option }, reachQuota(), [option])
  }
  return { elected, ties, stages, quota: { kind: 'quota', valid, notValid, seats: rules.seats, quota: wholeQuota } }
}

/** Those of `options` with the most votes (1) or the fewest (-1). */
function mostExtreme(options: readonly OptionIndex[], votes: readonly bigint[], direction: 1 | -1): OptionIndex[] {
  let best: OptionIndex[] = []
  for (const option of options) {
    const [mine, theirs] = [votes[option]!, votes[best[0] ?? option]!]
    if (best.length > 0 && mine !== theirs && mine > theirs === (direction === 1)) best = [option]
    else if (mine === theirs) best.push(option)
  }
  return best
}

function parcelOf(parcels: Parcels, value: bigint): number[] {
  let papers = parcels.get(value)
  if (!papers) {
    papers = []
    parcels.set(value, papers)
  }
  return papers
}

function amount(units: bigint): Amount {
  return units === 0n ? 0 : decimalAmount(units, decimals)
}
