import type { PathsStep } from '../count.ts'
import type { OptionIndex } from '../election.ts'
import { compareLinks } from '../schulze.ts'

/** Whether the strongest path from one option to another is stronger than the path back (Schulze 2011, section 2.3). */
export function beats({ strengths }: Pick<PathsStep, 'strengths'>, one: OptionIndex, other: OptionIndex): boolean {
  const there = strengths[one]?.[other]
  const back = strengths[other]?.[one]
  return !!there && !!back && compareLinks(there, back) > 0
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
