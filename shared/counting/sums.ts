import type { MarkedBallot, OptionIndex } from './election.ts'

/** Exact sums by option: plain numbers as long as they are safe, then carried over into whole numbers of any length. */
export class Sums {
  readonly #near: Float64Array
  readonly #carried: bigint[]

  constructor(optionCount: number) {
    this.#near = new Float64Array(optionCount)
    this.#carried = new Array<bigint>(optionCount).fill(0n)
  }

  /** Adds `weight` × `mark`. */
  add(option: OptionIndex, weight: number, mark: number): void {
    const product = weight * mark
    const sum = this.#near[option]! + product
    if (Number.isSafeInteger(sum) && Number.isSafeInteger(product)) this.#near[option] = sum
    else this.#carried[option]! += BigInt(weight) * BigInt(mark)
  }

  totals(): bigint[] {
    return this.#carried.map((carried, option) => carried + BigInt(this.#near[option]!))
  }
}

/** How many ballots choose each option. */
export function approvalTotals(
  optionCount: number,
  ballots: readonly { weight: number; options: readonly OptionIndex[] }[],
): bigint[] {
  const sums = new Sums(optionCount)
  for (const { weight, options } of ballots) for (const option of options) sums.add(option, weight, 1)
  return sums.totals()
}

/**
 * What each option gets from all ballots, in the unit of the marks.
 *
 * @param unmarked what an option gets from a ballot that leaves it out, in the same unit
 */
export function markTotals(optionCount: number, ballots: readonly MarkedBallot[], unmarked: number): bigint[] {
  const sums = new Sums(optionCount)
  let cast = 0n
  for (const { weight, options, marks } of ballots) {
    cast += BigInt(weight)
    options.forEach((option, at) => {
      sums.add(option, weight, marks[at]!)
    })
  }
  const totals = sums.totals()
  if (unmarked === 0) return totals
  const marked = approvalTotals(optionCount, ballots)
  return totals.map((total, option) => total + BigInt(unmarked) * (cast - marked[option]!))
}
