import type { OptionIndex } from '../election.ts'
import { sameSet } from './completion.ts'
import type { Fraction } from './fraction.ts'
import { type Field, type Run, runEqualShares } from './run.ts'

/** So many further runs may be made for the ties of one count. */
const mostRuns = 100

/**
 * For each tie of a run, whether another choice could have bought another set of projects with the same shares: every other choice is
 * run to its end, with every choice at the ties that come up after it. Where that would need too many runs, the tie counts as
 * decisive. (With other shares there may be other ties; those are not followed.)
 */
export function decisiveTies(field: Field, share: Fraction, run: Run): boolean[] {
  let runs = 0
  return run.ties.map(({ at, options }) => {
    const before = run.bought.slice(0, at)
    const open = options
      .filter((option) => option !== run.bought[at])
      .map((option): OptionIndex[] => [...before, option])
    for (let choices = open.pop(); choices; choices = open.pop()) {
      if (runs++ >= mostRuns) return true
      const other = runEqualShares(field, share, { choices })
      if (!sameSet(other.bought, run.bought)) return true
      for (const tie of other.ties) {
        if (tie.at < choices.length) continue
        for (const option of tie.options) {
          if (option !== other.bought[tie.at]) open.push([...other.bought.slice(0, tie.at), option])
        }
      }
    }
    return false
  })
}
