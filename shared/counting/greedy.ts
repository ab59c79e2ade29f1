import { type Amount, decimalAmount } from './amount.ts'
import type { Count, LookedAtStep, Tie } from './count.ts'
import type { Ballots, OptionIndex } from './election.ts'
import type { Lot } from './lot.ts'
import { reachesThreshold, scoresOfProjects } from './projectScores.ts'
import type { Projects } from './projects.ts'

/**
 * Greedy, as Pabulib's rule `greedy`: projects are looked at in the order of their scores, the highest first, and each is
 * funded if it fits in what is left, else skipped. Equal scores are put in order by lot. A project under the budget's least
 * score is not funded; one that nobody supports is looked at like any other, last. One that costs nothing always fits.
 */
export function countGreedy(projects: Projects, ballots: Ballots, rules: { lot: Lot }): Count {
  const { budget, costs } = projects
  const scores = scoresOfProjects(costs.length, ballots)
  const spending = spendInOrder({
    projects,
    options: costs.map((_, option) => option),
    values: scores.values,
    amounts: scores.amounts,
    eligible: (option) => reachesThreshold(scores, option, budget.scoreThreshold),
    left: budget.total,
    lot: rules.lot,
    firstStep: 1,
  })
  return {
    method: 'greedy',
    seats: null,
    completion: null,
    elected: spending.funded,
    ties: spending.ties,
    steps: [{ kind: 'totals', of: scores.of, totals: scores.amounts }, ...spending.steps],
  }
}

interface Spending {
  projects: Projects
  /** Those that are looked at. */
  options: readonly OptionIndex[]
  /** By option: the higher is looked at first. */
  values: readonly bigint[]
  /** The same for the steps. */
  amounts: readonly Amount[]
  eligible: (option: OptionIndex) => boolean
  /** In the smallest unit of the budget's money. */
  left: bigint
  lot: Lot
  /** The index that the first of the steps will have in the count. */
  firstStep: number
}

/** Funds what fits, in the order of values, equal ones by lot. */
export function spendInOrder(spending: Spending): { funded: OptionIndex[]; ties: Tie[]; steps: LookedAtStep[] } {
  const { projects, values, amounts, eligible, lot, firstStep } = spending
  const { costs, budget } = projects
  const order = [...spending.options].sort((a, b) =>
    values[a] === values[b] ? lot.place[a]! - lot.place[b]! : values[a]! > values[b]! ? -1 : 1,
  )
  const funded: OptionIndex[] = []
  const ties: Tie[] = []
  const steps: LookedAtStep[] = []
  let left = spending.left
  order.forEach((option, at) => {
    if (at === 0 || values[order[at - 1]!] !== values[option]) {
      const tied = order.slice(at).filter((other) => values[other] === values[option])
      if (tied.length > 1) {
        ties.push({
          options: [...tied].sort((a, b) => a - b),
          about: 'purchase',
          brokenBy: { rule: 'lot' },
          order: tied,
          step: firstStep + at,
          decisive: orderMatters(tied.filter(eligible), costs, left),
        })
      }
    }
    const cost = costs[option]!
    const outcome = !eligible(option) ? 'belowThreshold' : cost > left ? 'doesNotFit' : 'funded'
    steps.push({
      kind: 'lookedAt',
      option,
      score: amounts[option]!,
      cost: decimalAmount(cost, budget.moneyDecimals),
      left: decimalAmount(left, budget.moneyDecimals),
      outcome,
    })
    if (outcome === 'funded') {
      funded.push(option)
      left -= cost
    }
  })
  return { funded, ties, steps }
}

/**
 * Whether the order of equal scores can change which of them are funded. Each that fits by itself is funded if it comes first;
 * so the order makes no difference exactly when all of those fit together.
 */
function orderMatters(options: readonly OptionIndex[], costs: readonly bigint[], left: bigint): boolean {
  let together = 0n
  for (const option of options) if (costs[option]! <= left) together += costs[option]!
  return together > left
}
