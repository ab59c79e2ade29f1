import type { Electorate } from './electorate.ts'
import { near, rounding } from './fraction.ts'
import type { Payment, Purses } from './purses.ts'

/**
 * What a project would cost each of its supporters. They pay alike, and those who have less than that pay all they have; the
 * effective votes of a project are its cost divided by that payment (Peters, Pierczyński and Skowron 2021, "Proportional
 * Participatory Budgeting with Additive Utilities", section 3, with the cost as everybody's utility).
 */
export interface Project {
  /** In the smallest unit of money; above nought. */
  cost: bigint
  /** The same, nearly. */
  costNear: number
  /** The groups of its supporters. */
  groups: Int32Array
  /** The number of voters in them. */
  votes: number
}

/** A rigorous answer, or that binary numbers cannot give one. */
export type Estimate =
  | { kind: 'notAffordable' }
  | { kind: 'unsure' }
  | {
      kind: 'affordable'
      /** Between these the effective votes are; the same where they are known exactly. */
      fewest: number
      most: number
      /** The payment is not less than this. */
      paymentAtLeast: number
    }

/** How far apart, as a part of the share, a purse and a payment must be to count as clearly different in an estimate. */
const clearly = 1e-8

/**
 * Estimates a price in binary numbers with a bound for every error; `from` is where to begin, best a little under the payment.
 *
 * The supporters together pay f(x) = Σ min(purse, x) where each pays x at most; f rises, ever less steeply, and the payment is
 * where it reaches the cost. Newton's steps reach it from the left; each finds who has less than the last. For any set of
 * those who pay all, (cost − their purses) / the others is not above the true payment, so the estimate less its error is a
 * lower bound. An upper bound needs supporters who clearly have more than the estimate: they make f rise at least that steeply.
 */
export function estimatePrice(project: Project, { weights }: Electorate, purses: Purses, from: number): Estimate {
  const { costNear: cost, groups, votes } = project
  const { money, error, share } = purses
  const margin = clearly * share
  const sumError = votes * error + (groups.length + 8) * rounding * (votes * share + cost)
  let payment = from
  let lessBefore = -1
  for (let step = 0; step < 60; step++) {
    let less = 0
    let paid = 0
    let borderline = 0
    const more = payment + margin
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at]!
      const purse = money[group]!
      if (purse < payment) {
        less += weights[group]!
        paid += purse * weights[group]!
      } else if (purse < more) borderline += weights[group]!
    }
    const sharers = votes - less
    if (sharers === 0) return paid + sumError < cost ? { kind: 'notAffordable' } : { kind: 'unsure' }
    if (less === lessBefore) {
      const clear = sharers - borderline
      if (clear === 0) return { kind: 'unsure' }
      if (clear === votes) return { kind: 'affordable', fewest: votes, most: votes, paymentAtLeast: payment * lower }
      const below = sumError / sharers
      const above = (borderline * error + sumError) / clear
      if (above + error > margin / 2) return { kind: 'unsure' }
      const paymentAtLeast = Math.max(payment - below, (cost / votes) * lower)
      return {
        kind: 'affordable',
        fewest: (cost / (payment + above)) * lower,
        most: (cost / paymentAtLeast) * upper,
        paymentAtLeast,
      }
    }
    lessBefore = less
    payment = (cost - paid) / sharers
  }
  return { kind: 'unsure' }
}

const lower = 1 - 8 * rounding
const upper = 1 + 8 * rounding

export interface Price extends Payment {
  /** By the project's groups: one where the voters have less than the payment, and pay all. */
  haveLess: Uint8Array
}

/**
 * The price exactly, or null where the supporters together cannot pay. Newton's steps again, with whole numbers; a purse is
 * compared exactly wherever binary numbers cannot tell it from the payment.
 *
 * @param paymentAtLeast a bound under the payment, where it is affordable: those who have less are found at once
 * @param exactOnly compares every purse exactly
 */
export function exactPrice(
  project: Project,
  { weights }: Electorate,
  purses: Purses,
  paymentAtLeast: number,
  exactOnly: boolean,
): Price | null {
  const { groups, votes } = project
  const { money, error } = purses
  const cost = project.cost * purses.denominator
  const haveLess = new Uint8Array(groups.length)
  const paid = purses.newSum()
  let sharers = votes
  const paysAll = (at: number) => {
    const group = groups[at]!
    haveLess[at] = 1
    sharers -= weights[group]!
    purses.addTo(paid, group)
  }
  const surelyLess = exactOnly ? 0 : paymentAtLeast - error
  for (let at = 0; at < groups.length; at++) {
    const purse = money[groups[at]!]!
    if (purse === 0 || purse < surelyLess) paysAll(at)
  }
  while (sharers > 0) {
    const top = cost - purses.exactSum(paid)
    const shared = BigInt(sharers)
    const payment = near(top, purses.denominator * shared)
    const doubt = exactOnly ? Number.POSITIVE_INFINITY : error + 4 * rounding * payment
    const before = sharers
    for (let at = 0; at < groups.length; at++) {
      if (haveLess[at] === 1) continue
      const more = money[groups[at]!]! - payment
      if (more < -doubt || (more <= doubt && purses.exactly(groups[at]!) * shared < top)) paysAll(at)
    }
    if (sharers === before) return { top, sharers, haveLess }
  }
  return null
}

/** Compares effective votes exactly: above nought where `a` has more. */
export function compareVotes(a: Project, priceOfA: Payment, b: Project, priceOfB: Payment): number {
  const left = a.cost * BigInt(priceOfA.sharers) * priceOfB.top
  const right = b.cost * BigInt(priceOfB.sharers) * priceOfA.top
  return left === right ? 0 : left > right ? 1 : -1
}
