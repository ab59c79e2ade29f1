import type { CountStep, Tie } from './count.ts'
import type { TieFound } from './earlierStages.ts'
import type { OptionIndex } from './election.ts'

/** At one step another option is chosen than the rule says, to see what would follow. */
export interface OtherChoice {
  step: number
  option: OptionIndex
}

/** A tie whose weight is not known yet. */
export interface OpenTie extends TieFound {
  about: Tie['about']
  step: number
  /** What the count itself knows of it: `no` where no other order can elect anybody else. */
  mayDecide: 'no' | 'perhaps'
}

/** One count of the ballots from the first step to the last. */
export interface Run {
  elected: readonly OptionIndex[]
  ties: readonly OpenTie[]
  steps: readonly CountStep[]
}

/**
 * Says of every tie whether it decided who is elected: the ballots are counted again with each other choice in its place, every
 * later choice made by the rule, until one of these counts elects somebody else.
 */
export function weighTies(run: Run, countAgain: (other: OtherChoice) => Run): Tie[] {
  const weighed = new Map<string, boolean>()
  const electsOthers = (other: OtherChoice) => {
    const key = `${other.step} ${other.option}`
    const known = weighed.get(key)
    if (known !== undefined) return known
    const elected = new Set(countAgain(other).elected)
    const differs = run.elected.some((option) => !elected.has(option))
    weighed.set(key, differs)
    return differs
  }
  return run.ties.map(({ mayDecide, options, about, brokenBy, order, step }) => ({
    options,
    about,
    brokenBy,
    order,
    step,
    decisive: mayDecide === 'perhaps' && order.slice(1).some((option) => electsOthers({ step, option })),
  }))
}

/** The option that is chosen at a step: the head of the rule's order, unless another choice is tried there. */
export function chosenAt(step: number, order: readonly OptionIndex[], other: OtherChoice | null): OptionIndex {
  return other?.step === step && order.includes(other.option) ? other.option : order[0]!
}
