import type { OptionIndex } from '../election.ts'
import { sameSet } from './completion.ts'
import type { Fraction } from './fraction.ts'
import { otherRuns } from './otherRuns.ts'
import type { Field, Run } from './run.ts'

/** So many further runs may be made for the ties of one run. */
const mostRuns = 100

/**
 * For each tie of a run, whether another choice could have bought another set of projects with the same shares. Where finding
 * out would need too many runs, the tie counts as decisive.
 */
export function decisiveTies(field: Field, share: Fraction, run: Run): boolean[] {
  let runs = 0
  return run.ties.map((_, tie) => {
    for (const { bought } of otherRuns(field, share, run, tie)) {
      if (runs++ >= mostRuns || !sameSet(bought, run.bought)) return true
    }
    return false
  })
}

/** What else each tie of a run could have bought: all other sets, or null where finding them would need too many runs. */
export function otherSets(field: Field, share: Fraction, run: Run, left: { runs: number }): (OptionIndex[][] | null)[] {
  return run.ties.map((_, tie) => {
    const sets = new Map<string, OptionIndex[]>()
    let runs = 0
    for (const { bought } of otherRuns(field, share, run, tie)) {
      if (runs++ >= mostRuns || left.runs-- <= 0) return null
      if (!sameSet(bought, run.bought)) sets.set([...bought].sort((a, b) => a - b).join(), [...bought])
    }
    return [...sets.values()]
  })
}
