import type { OptionIndex } from '../election.ts'
import type { FaultCode } from './fault.ts'
import type { FaultList } from './faultList.ts'
import { compareMarks, type Mark, markText, scaled, sumOfMarks } from './numbers.ts'
import type { Limits, VoteType } from './pabulibLimits.ts'
import type { Row } from './pabulibSections.ts'

export interface BreachesInput {
  type: VoteType
  limits: Limits
  costs: readonly bigint[]
  /** Decimals of `costs`. */
  money: number
  remarks: FaultList
}

/** Gathers votes that break the rules of the file, which were counted all the same: one remark a rule. */
export class Breaches {
  readonly #limits: Limits
  readonly #costs: readonly bigint[]
  readonly #money: number
  readonly #remarks: FaultList
  readonly #found = new Map<FaultCode, { row: Row; votes: number; values: Record<string, string | number> }>()

  constructor({ limits, type, costs, money, remarks }: BreachesInput) {
    this.#limits = type === 'choose-1' ? { ...limits, maxLength: 1 } : limits
    this.#costs = costs
    this.#money = money
    this.#remarks = remarks
  }

  note(code: FaultCode, row: Row, values: Record<string, string | number>): void {
    const known = this.#found.get(code)
    if (known) known.votes++
    else this.#found.set(code, { row, votes: 1, values })
  }

  length(options: readonly OptionIndex[], row: Row): void {
    const { minLength, maxLength } = this.#limits
    if (maxLength !== null && options.length > maxLength)
      this.note('pabulibLonger', row, { most: maxLength, found: options.length })
    if (minLength !== null && options.length < minLength)
      this.note('pabulibShorter', row, { least: minLength, found: options.length })
  }

  cost(options: readonly OptionIndex[], row: Row): void {
    const { minSumCost, maxSumCost } = this.#limits
    if (!minSumCost && !maxSumCost) return
    let sum = 0n
    for (const option of options) sum += this.#costs[option]!
    if (maxSumCost && this.#compare(sum, maxSumCost) > 0)
      this.note('pabulibDearer', row, { most: markText(maxSumCost) })
    if (minSumCost && this.#compare(sum, minSumCost) < 0)
      this.note('pabulibCheaper', row, { least: markText(minSumCost) })
  }

  #compare(sum: bigint, limit: Mark): number {
    const difference = sum * 10n ** BigInt(limit.decimals) - BigInt(limit.units) * 10n ** BigInt(this.#money)
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  points(marks: readonly Mark[], row: Row): void {
    const { minPoints, maxPoints, minSumPoints, maxSumPoints } = this.#limits
    for (const mark of marks) {
      const outside =
        (minPoints !== null && compareMarks(mark, minPoints) < 0) ||
        (maxPoints !== null && compareMarks(mark, maxPoints) > 0)
      if (!outside) continue
      const limits = { least: minPoints ? markText(minPoints) : '-', most: maxPoints ? markText(maxPoints) : '-' }
      this.note('pabulibPointsOutside', row, { value: markText(mark), ...limits })
      break
    }
    if (!minSumPoints && !maxSumPoints) return
    const sum = sumOfMarks(marks)
    if (maxSumPoints && sum > scaled(maxSumPoints))
      this.note('pabulibPointsOver', row, { most: markText(maxSumPoints) })
    if (minSumPoints && sum < scaled(minSumPoints))
      this.note('pabulibPointsUnder', row, { least: markText(minSumPoints) })
  }

  say(): void {
    for (const [code, { row, votes, values }] of this.#found) this.#remarks.add(row.line, code, { ...values, votes })
  }
}
