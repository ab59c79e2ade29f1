import type { OptionIndex } from '../election.ts'
import type { Fraction } from './fraction.ts'
import { type Field, type Run, runEqualShares } from './run.ts'

/** A run with other choices at ties. */
export interface OtherRun {
  /** What was chosen at the first purchases. */
  choices: readonly OptionIndex[]
  bought: readonly OptionIndex[]
}

/** Every other choice at a tie of `run`, run to its end with every choice at the ties that come up after it. */
export function* otherRuns(field: Field, share: Fraction, run: Run, tie: number): Generator<OtherRun> {
  const { at, options } = run.ties[tie]!
  const open = options
    .filter((option) => option !== run.bought[at])
    .map((option): OptionIndex[] => [...run.bought.slice(0, at), option])
  for (let choices = open.pop(); choices; choices = open.pop()) {
    const other = runEqualShares(field, share, { choices })
    yield { choices, bought: other.bought }
    for (const later of other.ties) {
      if (later.at < choices.length) continue
      for (const option of later.options) {
        if (option !== other.bought[later.at]) open.push([...other.bought.slice(0, later.at), option])
      }
    }
  }
}
