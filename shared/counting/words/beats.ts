import type { PathsStep } from '../count.ts'
import type { OptionIndex } from '../election.ts'

/** Whether the strongest path from one option to another is stronger than the path back (Schulze 2011, section 2.3). */
export function beats({ strengths }: Pick<PathsStep, 'strengths'>, one: OptionIndex, other: OptionIndex): boolean {
  const there = strengths[one]?.[other]
  const back = strengths[other]?.[one]
  return !!there && !!back && compareStrength(there, back) > 0
}

/** By winning votes: of two wins the more votes for, then the fewer against; a win before a draw, a draw before a loss. */
function compareStrength(a: { for: number; against: number }, b: { for: number; against: number }): number {
  const [kindOfA, kindOfB] = [Math.sign(a.for - a.against), Math.sign(b.for - b.against)]
  if (kindOfA !== kindOfB) return kindOfA - kindOfB
  if (kindOfA === 0) return 0
  return kindOfA > 0 ? a.for - b.for || b.against - a.against : b.against - a.against || a.for - b.for
}

/** The options on the strongest path, both ends included. */
export function pathBetween({ via }: Pick<PathsStep, 'via'>, from: OptionIndex, to: OptionIndex): OptionIndex[] {
  const path = [to]
  let at = to
  while (at !== from && path.length <= via.length) {
    at = via[from]![at]!
    path.unshift(at)
  }
  return path
}
