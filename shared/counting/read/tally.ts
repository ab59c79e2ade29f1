import type { FaultList } from './faultList.ts'

/** More ballots than any real election: all sums stay exact whole numbers. */
export const mostBallots = 1e9
/** A mark or a number of points beyond this, either way, is not read. */
export const highestMark = 1e12
/** More options than any real election. */
export const mostOptions = 10_000

/** Adds up the number of ballots and says where there are too many. */
export class Tally {
  total = 0
  readonly #faults: FaultList

  constructor(faults: FaultList) {
    this.#faults = faults
  }

  /** Says whether the ballots still count. */
  add(weight: number, line: number | null): boolean {
    this.total += weight
    if (this.total <= mostBallots) return true
    this.#faults.addOnce(line, 'tooManyBallots', { most: mostBallots })
    return false
  }
}
