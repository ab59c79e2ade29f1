import type { OptionIndex } from '../election.ts'
import type { Lot } from '../lot.ts'
import type { Electorate } from './electorate.ts'
import { type Fraction, near } from './fraction.ts'
import { compareVotes, estimatePrice, exactPrice, type Price, type Project } from './price.ts'
import { Purses } from './purses.ts'

/** Everything that stays the same from one run to the next. */
export interface Field {
  electorate: Electorate
  /** By option; null for those that nobody supports, that cost nothing or that may not be funded. */
  projects: readonly (Project | null)[]
  lot: Lot
  purses: Purses
}

/** One purchase, for the step that tells of it. */
export interface Purchase {
  option: OptionIndex
  paidAll: number
  /** The payment of the others, in the smallest unit of money. */
  payment: Fraction
}

export interface Run {
  /** In the order in which they were bought. */
  bought: readonly OptionIndex[]
  /** Where more than one project had the most effective votes: the number of the purchase, from nought, and those projects. */
  ties: readonly { at: number; options: readonly OptionIndex[] }[]
}

export interface RunOptions {
  /** Chosen from among the tied at the first purchases, in place of what the rule of ties says. */
  choices?: readonly OptionIndex[]
  onPurchase?: (purchase: Purchase) => void
  /** Told of every exact price: which groups would pay all; null for a project that its supporters cannot pay for. */
  onPrice?: (option: OptionIndex, haveLess: Uint8Array | null) => void
  /** Decides everything in whole numbers, and prices every project in every round. */
  exactOnly?: boolean
}

export function makeField(electorate: Electorate, costs: readonly bigint[], may: boolean[], lot: Lot): Field {
  const projects = costs.map((cost, option) =>
    may[option] && cost > 0n && electorate.votes[option]! > 0
      ? {
          cost,
          costNear: Number(cost),
          groups: electorate.supporters[option]!,
          votes: electorate.votes[option]!,
        }
      : null,
  )
  const count = projects.filter((project) => project !== null).length
  return { electorate, projects, lot, purses: new Purses(electorate, count) }
}

/**
 * One run of equal shares: every voter has the share, and again and again the affordable project with the most effective votes
 * is bought, until none is affordable. Every decision is that of exact arithmetic: binary numbers decide where the
 * bounds of their errors leave no doubt, whole numbers elsewhere.
 */
export function runEqualShares(field: Field, share: Fraction, options: RunOptions = {}): Run {
  const { projects, purses, electorate } = field
  const exactOnly = options.exactOnly ?? false
  purses.fill(share)

  // Nobody's money ever grows, so a project never has more effective votes, or a lower payment, than it had before.
  const candidates = projects.flatMap((project, option) =>
    project
      ? [{ option, project, fewest: 0, most: project.votes, paymentAtLeast: project.costNear / project.votes }]
      : [],
  )
  const bought: OptionIndex[] = []
  const ties: { at: number; options: OptionIndex[] }[] = []
  const remove = (candidate: (typeof candidates)[number]) => candidates.splice(candidates.indexOf(candidate), 1)

  while (true) {
    candidates.sort((a, b) => b.most - a.most)
    const prices = new Map<OptionIndex, Price>()
    const looked: typeof candidates = []
    let fewest = 0
    for (const candidate of [...candidates]) {
      if (candidate.most < fewest) break
      const estimate = exactOnly
        ? ({ kind: 'unsure' } as const)
        : estimatePrice(candidate.project, electorate, purses, candidate.paymentAtLeast)
      if (estimate.kind === 'notAffordable') {
        remove(candidate)
        continue
      }
      if (estimate.kind === 'affordable') {
        candidate.fewest = estimate.fewest
        candidate.most = Math.min(candidate.most, estimate.most)
        candidate.paymentAtLeast = Math.max(candidate.paymentAtLeast, estimate.paymentAtLeast)
      } else {
        const price = exactPrice(candidate.project, electorate, purses, candidate.paymentAtLeast * almost, exactOnly)
        options.onPrice?.(candidate.option, price?.haveLess ?? null)
        if (!price) {
          remove(candidate)
          continue
        }
        prices.set(candidate.option, price)
        const votes = votesNear(candidate.project, price, purses)
        candidate.fewest = votes * almost
        candidate.most = exactOnly ? candidate.most : Math.min(candidate.most, votes / almost)
      }
      looked.push(candidate)
      if (!exactOnly) fewest = Math.max(fewest, candidate.fewest)
    }
    if (looked.length === 0) return { bought, ties }

    const priceOf = ({ option, project, paymentAtLeast }: (typeof candidates)[number]): Price => {
      const known = prices.get(option) ?? exactPrice(project, electorate, purses, paymentAtLeast * almost, exactOnly)
      if (!known) throw new Error('a project that is affordable has a price')
      prices.set(option, known)
      return known
    }
    const best = mostVotes(
      looked.filter(({ most }) => exactOnly || most >= fewest),
      (a, b) => {
        if (!exactOnly && a.fewest === a.most && b.fewest === b.most) return a.fewest - b.fewest
        return compareVotes(a.project, priceOf(a), b.project, priceOf(b))
      },
    )
    const byRule = best.sort((a, b) => inRuleOrder(field, a.option, b.option))
    if (best.length > 1) ties.push({ at: bought.length, options: byRule.map(({ option }) => option) })
    const wanted = options.choices?.[bought.length]
    const chosen = byRule.find(({ option }) => option === wanted) ?? byRule[0]!

    const price = priceOf(chosen)
    const denominator = purses.denominator
    const paidAll = purses.take(price, chosen.project.groups, price.haveLess)
    options.onPurchase?.({
      option: chosen.option,
      paidAll,
      payment: { top: price.top, bottom: denominator * BigInt(price.sharers) },
    })
    bought.push(chosen.option)
    remove(chosen)
  }
}

/** How the published rule breaks ties: lower cost, then more votes; after that the lot. */
export function inRuleOrder({ projects, lot }: Field, a: OptionIndex, b: OptionIndex): number {
  const [left, right] = [projects[a]!, projects[b]!]
  if (left.cost !== right.cost) return left.cost < right.cost ? -1 : 1
  return right.votes - left.votes || lot.place[a]! - lot.place[b]!
}

/** All that come first in an order, which need not tell every two apart. */
function mostVotes<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
  let best: Item[] = []
  for (const item of items) {
    const difference = best.length === 0 ? 1 : compare(item, best[0]!)
    if (difference > 0) best = [item]
    else if (difference === 0) best.push(item)
  }
  return best
}

/** Takes away more than the rounding of a few operations adds. */
const almost = 1 - 2 ** -48

function votesNear(project: Project, price: Price, { denominator }: Purses): number {
  return near(project.cost * denominator * BigInt(price.sharers), price.top)
}
