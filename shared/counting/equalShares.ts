import { decimalAmount } from './amount.ts'
import type { Count, CountStep, SharesEndStep, Tie } from './count.ts'
import type { Ballots, Completion, OptionIndex } from './election.ts'
import {
  type Attempt,
  allSupportedBought,
  attemptShare,
  type Completed,
  type Purpose,
  raiseShares,
} from './equalShares/completion.ts'
import { decisiveTies } from './equalShares/decisive.ts'
import { electorateOf } from './equalShares/electorate.ts'
import { raisedTies } from './equalShares/raisedTies.ts'
import { type Field, makeField, runEqualShares } from './equalShares/run.ts'
import { boughtStep, brokenBy, freeStep, raisedStep, sharesStep } from './equalShares/steps.ts'
import { spendInOrder } from './greedy.ts'
import type { Lot } from './lot.ts'
import { reachesThreshold, scoresOfProjects } from './projectScores.ts'
import type { Projects } from './projects.ts'

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron 2021, "Proportional Participatory Budgeting with Additive
 * Utilities"; equalshares.net/implementation) as Pabulib's rules `equalshares` and `equalshares/add1` mean it.
 *
 * The budget is shared equally among the voters. A project can be bought if its supporters together can pay for it; they pay
 * alike, and those who have less than that pay all they have. The project with the most effective votes, its cost divided by
 * that payment, is bought, until none can be. Ties: lower cost, then more supporters, then the lot. A project is worth its cost
 * to everyone who supports it, however high the mark or the rank.
 *
 * A project that costs nothing is bought first if anybody supports it. One whose score is under the budget's least is
 * left out. Completion: `add1` see `raiseShares`; `add1u` then spends what is left of the real budget greedily, by the number of
 * supporters. A count with raises tells the shares twice: as the budget gives them, and as they were when the projects were
 * bought. Ties of shares that were not kept are told where another order would have bought another set: see `raisedTies`.
 */
export function countEqualShares(
  projects: Projects,
  ballots: Ballots,
  rules: { lot: Lot; completion: Completion },
): Count {
  const { costs, budget } = projects
  const scores = scoresOfProjects(costs.length, ballots)
  const electorate = electorateOf(costs.length, ballots)
  const may = costs.map((_, option) => reachesThreshold(scores, option, budget.scoreThreshold))
  const field = makeField(electorate, costs, may, rules.lot)
  const byVotes = (a: OptionIndex, b: OptionIndex) =>
    electorate.votes[b]! - electorate.votes[a]! || rules.lot.place[a]! - rules.lot.place[b]!
  const free = costs
    .flatMap((cost, option) => (cost === 0n && may[option] && electorate.votes[option]! > 0 ? [option] : []))
    .sort(byVotes)
  const purpose: Purpose = {
    budget: budget.total,
    costs,
    may,
    free,
    unit: 10n ** BigInt(budget.moneyDecimals),
  }

  const voters = electorate.voters
  const first = attemptShare(field, purpose, { top: budget.total, bottom: BigInt(Math.max(1, voters)) })
  const completed =
    rules.completion === 'none' || voters === 0 ? withoutCompletion(field, first) : raiseShares(field, purpose, first)
  const { kept } = completed
  const ofOtherShares = raisedTies(field, purpose, completed)
  const decides = new Set(ofOtherShares.flatMap(({ attempt, decisive }) => (decisive ? [attempt] : [])))
  const told = new Set(completed.raises)
  const raises = completed.course.slice(1).filter((attempt) => told.has(attempt) || decides.has(attempt))
  const sharesOf = (attempt: Attempt) => sharesStep(projects, voters, attempt)
  const steps: CountStep[] = [
    sharesOf(first),
    ...raises.map((raise) => raisedStep(projects, free, raise)),
    ...(kept === first ? [] : [sharesOf(kept)]),
    ...free.map((option) => freeStep(option, electorate.votes[option]!)),
  ]
  const firstPurchase = steps.length
  runEqualShares(field, kept.share, {
    onPurchase: (purchase) => steps.push(boughtStep(projects, electorate.votes, purchase)),
  })
  const decisive = decisiveTies(field, kept.share, kept.run)
  const tieOf = (options: readonly OptionIndex[], step: number, decisive: boolean): Tie => ({
    options: [...options].sort((a, b) => a - b),
    about: 'purchase',
    brokenBy: brokenBy(field, options),
    order: options,
    step,
    decisive,
  })
  const ties = [
    ...ofOtherShares.flatMap(({ attempt, tie, decisive }) => {
      const step = attempt === first ? 0 : raises.indexOf(attempt) + 1
      return attempt === first || step > 0 ? [tieOf(tie.options, step, decisive)] : []
    }),
    ...kept.run.ties.map(({ at, options }, tie) => tieOf(options, firstPurchase + at, decisive[tie]!)),
  ]
  const bought = [...free, ...kept.run.bought]
  const left = budget.total - kept.cost
  const end: SharesEndStep = {
    kind: 'sharesEnd',
    why: bought.length === 0 && completed.why === 'allSupportedFunded' ? 'noneAffordable' : completed.why,
    spent: decimalAmount(kept.cost, budget.moneyDecimals),
    left: decimalAmount(left, budget.moneyDecimals),
  }
  steps.push(end)
  const count = { method: 'equal-shares' as const, seats: null, completion: rules.completion }
  if (rules.completion !== 'add1u') return { ...count, elected: bought, ties, steps }

  const rest = spendInOrder({
    projects,
    options: costs.map((_, option) => option).filter((option) => !bought.includes(option)),
    values: electorate.votes.map(BigInt),
    amounts: electorate.votes,
    eligible: (option) => may[option]!,
    left,
    lot: rules.lot,
    firstStep: steps.length,
  })
  return {
    ...count,
    elected: [...bought, ...rest.funded],
    ties: [...ties, ...rest.ties],
    steps: [...steps, ...rest.steps],
  }
}

/** Without completion the first run stands. */
function withoutCompletion(field: Field, first: Attempt): Omit<Completed, 'why'> & { why: SharesEndStep['why'] } {
  const why = allSupportedBought(field, first.run) ? 'allSupportedFunded' : 'noneAffordable'
  return { kept: first, raises: [], course: [first], why }
}
