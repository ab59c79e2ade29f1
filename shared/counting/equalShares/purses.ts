import type { Electorate } from './electorate.ts'
import { type Fraction, near, rounding } from './fraction.ts'

/** What each of those who pay alike for a project pays: `top / (purses.denominator × sharers)`. */
export interface Payment {
  top: bigint
  sharers: number
}

/**
 * What the voters of every group have left: nearly, as binary numbers with a bound on their error, and exactly where
 * somebody asks.
 *
 * A voter who never had to pay all has the share less the payments, and one who had to has nothing. So the
 * exact purse needs only which payments a group made; all exact amounts are kept as whole numbers over one denominator.
 */
export class Purses {
  /** By group: nearly what each voter of it has left; exactly nought for those who paid all. */
  readonly money: Float64Array
  /** No purse is farther from the truth than this. */
  error = 0
  /** Nearly the share, the most that anybody has. */
  share = 0
  denominator = 1n
  /** The number of purchases. */
  purchases = 0

  private shareTop = 0n
  private paymentTops: bigint[] = []
  /** By group: one bit for every purchase, set where the group paid in full. */
  private readonly paid: Uint32Array
  private readonly words: number
  private readonly weights: Float64Array
  private exactByHistory = new Map<string, bigint>()

  constructor({ weights }: Electorate, mostPurchases: number) {
    this.weights = weights
    this.money = new Float64Array(weights.length)
    this.words = Math.max(1, Math.ceil(mostPurchases / 32))
    this.paid = new Uint32Array(weights.length * this.words)
  }

  /** Gives every voter the share anew. */
  fill({ top, bottom }: Fraction): void {
    this.denominator = bottom
    this.shareTop = top
    this.share = near(top, bottom)
    this.paymentTops = []
    this.purchases = 0
    this.paid.fill(0)
    this.money.fill(this.share)
    this.changed()
  }

  /** Exactly what each voter of a group has left, over the denominator. */
  exactly(group: number): bigint {
    if (this.money[group] === 0) return 0n
    const from = group * this.words
    let history = ''
    for (let word = 0; word < this.words; word++) history += `${this.paid[from + word]} `
    const known = this.exactByHistory.get(history)
    if (known !== undefined) return known
    let left = this.shareTop
    this.eachPaid(group, (purchase) => {
      left -= this.paymentTops[purchase]!
    })
    this.exactByHistory.set(history, left)
    return left
  }

  /** A sum of purses of whole groups, kept as how many of the voters made which payment. */
  newSum(): PurseSum {
    return { voters: 0, payers: new Float64Array(this.purchases) }
  }

  addTo(sum: PurseSum, group: number): void {
    if (this.money[group] === 0) return
    const weight = this.weights[group]!
    sum.voters += weight
    this.eachPaid(group, (purchase) => {
      sum.payers[purchase]! += weight
    })
  }

  /** Exactly the sum, over the denominator. */
  exactSum({ voters, payers }: PurseSum): bigint {
    let top = BigInt(voters) * this.shareTop
    payers.forEach((count, purchase) => {
      if (count > 0) top -= BigInt(count) * this.paymentTops[purchase]!
    })
    return top
  }

  /**
   * Takes a payment: all that they have from the groups that are marked as having less, the payment from the others.
   * Gives the number of voters who paid all.
   */
  take({ top, sharers }: Payment, groups: Int32Array, haveLess: Uint8Array): number {
    const payment = near(top, this.denominator * BigInt(sharers))
    const { money, words, weights, purchases } = this
    const bit = 2 ** (purchases % 32)
    const word = Math.floor(purchases / 32)
    let paidAll = 0
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at]!
      if (haveLess[at] === 1) {
        paidAll += weights[group]!
        money[group] = 0
        continue
      }
      // In truth nought or more, and never nought here: that would say that the group once paid all.
      money[group] = Math.max(money[group]! - payment, Number.MIN_VALUE)
      this.paid[group * words + word]! |= bit
    }
    this.record(top, sharers)
    return paidAll
  }

  private record(top: bigint, sharers: number): void {
    const common = gcdWith(top, sharers)
    const factor = BigInt(sharers / common)
    if (factor !== 1n) {
      this.denominator *= factor
      this.shareTop *= factor
      this.paymentTops = this.paymentTops.map((earlier) => earlier * factor)
    }
    this.paymentTops.push(top / BigInt(common))
    this.purchases++
    this.changed()
  }

  /**
   * The share is off by less than two roundings of it; every payment adds as much and the rounding of one subtraction. No
   * amount is greater than the share.
   */
  private changed(): void {
    this.error = (4 + 4 * this.purchases) * rounding * this.share
    this.exactByHistory = new Map()
  }

  private eachPaid(group: number, each: (purchase: number) => void): void {
    const from = group * this.words
    for (let word = 0; word < this.words; word++) {
      for (let bits = this.paid[from + word]!; bits !== 0; bits &= bits - 1) {
        each(word * 32 + 31 - Math.clz32(bits & -bits))
      }
    }
  }
}

export interface PurseSum {
  /** Those who never paid all. */
  voters: number
  /** By purchase: how many of them paid it in full. */
  payers: Float64Array
}

function gcdWith(top: bigint, whole: number): number {
  let [a, b] = [whole, Number(top % BigInt(whole))]
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
