import type { OptionIndex } from '../election.ts'
import { type Attempt, attemptShare, type Completed, costOf, endsWith, type Purpose, sameSet } from './completion.ts'
import { otherSets } from './decisive.ts'
import type { Field, Run } from './run.ts'

export interface RaisedTie {
  attempt: Attempt
  tie: Run['ties'][number]
  decisive: boolean
}

/** So many further runs may be made for the ties of all shares that were not kept. */
const mostRuns = 2000
/** So far is a raise followed that was thrown away and with another order would not have been. */
const raisesFollowed = 50

/**
 * The ties of all shares that were not kept with which another order would have bought another set: that set decides whether
 * shares are raised further, and whether a raise is thrown away. A tie is decisive if that could have funded another set
 * in the end. What is not found out within a bounded number of runs counts as decisive.
 */
export function raisedTies(
  field: Field,
  purpose: Purpose,
  { course, kept }: Pick<Completed, 'course' | 'kept'>,
): RaisedTie[] {
  const left = { runs: mostRuns }
  const final = kept.run.bought
  const overspends = (set: readonly OptionIndex[]) => costOf(purpose, set) > purpose.budget
  const setsOf = course.map((): (OptionIndex[][] | null)[] | null => null)
  /** By tie, for the attempt at a place of the course. */
  const sets = (at: number) => {
    const { share, run } = course[at]!
    setsOf[at] ??= otherSets(field, share, run, left)
    return setsOf[at]!
  }
  const someOther = (at: number, is: (set: readonly OptionIndex[]) => boolean) =>
    sets(at).some((others) => others === null || others.some(is))
  const otherThanFinal = (set: readonly OptionIndex[]) => !sameSet(set, final)

  /** Whether the end would be another if the attempt at this place had bought `set`. */
  const changesEnd = (at: number, set: readonly OptionIndex[]): boolean => {
    const isLast = at === course.length - 1
    const attempt = { run: { bought: set, ties: [] }, cost: costOf(purpose, set) }
    if (overspends(set)) {
      // Thrown away: what stood before is kept.
      if (isLast || at === 0) return false
      const before = course[at - 1]!.run.bought
      return otherThanFinal(before) || someOther(at - 1, (other) => !overspends(other) && otherThanFinal(other))
    }
    if (endsWith(field, purpose, attempt)) return otherThanFinal(set)
    // Raised further. What this one buys counts only if the next raise is thrown away.
    if (!isLast) return otherThanFinal(set) && someOther(at + 1, overspends)
    let stands = set
    let { top } = course[at]!.share
    for (let raise = 0; raise < raisesFollowed; raise++) {
      top += purpose.unit
      const next = attemptShare(field, purpose, { top, bottom: 1n })
      if (otherSets(field, next.share, next.run, left).some((others) => others === null || others.length > 0))
        return true
      if (next.overspends) return otherThanFinal(stands)
      stands = next.run.bought
      if (endsWith(field, purpose, next)) return otherThanFinal(stands)
    }
    return true
  }

  const found: RaisedTie[] = []
  // The last raises first: they are the likeliest to decide, so the runs are spent on them.
  for (let at = course.length - 1; at >= 0; at--) {
    const attempt = course[at]!
    if (attempt === kept) continue
    const here = attempt.run.ties.flatMap((tie, index): RaisedTie[] => {
      const others = sets(at)[index]!
      if (others?.length === 0) return []
      return [{ attempt, tie, decisive: others === null || others.some((set) => changesEnd(at, set)) }]
    })
    found.unshift(...here)
  }
  return found
}
