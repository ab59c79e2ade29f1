import { decimalAmount, fractionAmount } from '../amount.ts'
import type { BoughtStep, RaisedStep, SharesStep, TieBreak } from '../count.ts'
import type { OptionIndex } from '../election.ts'
import type { Projects } from '../projects.ts'
import type { Attempt } from './completion.ts'
import type { Field, Purchase } from './run.ts'

/** Every voter gets the same. */
export function sharesStep({ budget }: Projects, voters: number, { share }: Attempt): SharesStep {
  const all = share.top * BigInt(voters)
  return {
    kind: 'shares',
    total: voters === 0 ? decimalAmount(budget.total, budget.moneyDecimals) : inMoney(all, share.bottom, budget),
    voters,
    each: voters === 0 ? 0 : inMoney(share.top, share.bottom, budget),
  }
}

/** What would be bought with a raised share. */
export function raisedStep(
  { budget }: Projects,
  free: readonly OptionIndex[],
  { share, run, cost, overspends }: Attempt,
): RaisedStep {
  return {
    kind: 'raised',
    each: inMoney(share.top, share.bottom, budget),
    elected: [...free, ...run.bought],
    cost: decimalAmount(cost, budget.moneyDecimals),
    outcome: overspends ? 'overspends' : 'kept',
  }
}

/** Nobody pays anything, so all pay alike, and every supporter is an effective vote. */
export function freeStep(option: OptionIndex, supporters: number): BoughtStep {
  return { kind: 'bought', option, cost: 0, supporters, paidAll: 0, payment: 0, effectiveVotes: supporters }
}

/** A purchase of the shares that were kept. */
export function boughtStep({ costs, budget }: Projects, votes: readonly number[], purchase: Purchase): BoughtStep {
  const { option, paidAll, payment } = purchase
  return {
    kind: 'bought',
    option,
    cost: decimalAmount(costs[option]!, budget.moneyDecimals),
    supporters: votes[option]!,
    paidAll,
    payment: inMoney(payment.top, payment.bottom, budget),
    effectiveVotes: fractionAmount(costs[option]! * payment.bottom, payment.top),
  }
}

/** The tied stand in the order of the rule: what sets the first apart from the second has broken the tie. */
export function brokenBy({ projects }: Field, [first, second]: readonly OptionIndex[]): TieBreak {
  const [a, b] = [projects[first!]!, projects[second!]!]
  if (a.cost !== b.cost) return { rule: 'lowerCost' }
  return a.votes === b.votes ? { rule: 'lot' } : { rule: 'moreVotes' }
}

/** A fraction of the smallest unit as an amount of money. */
function inMoney(top: bigint, bottom: bigint, { moneyDecimals }: Projects['budget']) {
  const exact = fractionAmount(top, bottom * 10n ** BigInt(moneyDecimals))
  return top % bottom === 0n ? decimalAmount(top / bottom, moneyDecimals) : exact
}
