import type { OptionIndex } from '../election.ts'
import { otherRuns } from './otherRuns.ts'
import { type Field, type Run, runEqualShares } from './run.ts'

/** Where everything is bought, raising changes nothing any more: the search ends here. */
const mostUnits = 2n ** 60n

/** So many runs with other choices at ties have to be alike too. */
const mostOtherRuns = 20

/**
 * Finds how far the share of every voter can be raised with nothing decided otherwise, for elections of few voters and much
 * money, where the share grows by a unit hundreds of thousands of times.
 *
 * As long as every decision of a run stays the same, all its amounts are linear in the share, and so is each decision: it asks
 * whether one linear amount is less than another. So the shares with the same decisions are an interval: where two shares have
 * them all in common, every share between has them too. The same is asked of the runs with other choices at the ties of the
 * first share, so that the last share can stand for all with what their ties could have changed.
 *
 * @returns how many units beyond `units` are known to be alike, not always the most, and the run at the farthest
 */
export function alikeBeyond(field: Field, unit: bigint, units: bigint): { more: bigint; run: Run | null } {
  const others = choicesAt(field, unit * units)
  const here = decisionsAt(field, unit * units, others).decisions
  let more = 0n
  let run: Run | null = null
  const reach = (farther: bigint) => {
    const there = decisionsAt(field, unit * (units + farther), others)
    if (there.decisions !== here) return false
    more = farther
    run = there.run
    return true
  }
  let step = 1n
  while (step < mostUnits && reach(more + step)) step *= 2n
  for (; step > 0n; step /= 2n) reach(more + step)
  return { more, run }
}

/** What is chosen at the first purchases in the runs with other choices at ties. */
function choicesAt(field: Field, top: bigint): (readonly OptionIndex[])[] {
  const share = { top, bottom: 1n }
  const run = runEqualShares(field, share)
  const found: (readonly OptionIndex[])[] = []
  for (let tie = 0; tie < run.ties.length; tie++) {
    for (const { choices } of otherRuns(field, share, run, tie)) {
      if (found.length === mostOtherRuns) return found
      found.push(choices)
    }
  }
  return found
}

/**
 * Every decision of a run as text: in every round who could not pay, who would pay all, and what was bought; and the same of the
 * runs with other choices.
 */
function decisionsAt(
  field: Field,
  top: bigint,
  others: readonly (readonly OptionIndex[])[],
): { decisions: string; run: Run } {
  const decided: string[] = []
  const runWith = (choices: readonly OptionIndex[]) =>
    runEqualShares(
      field,
      { top, bottom: 1n },
      {
        exactOnly: true,
        choices,
        onPrice: (option: OptionIndex, haveLess) =>
          decided.push(haveLess ? `${option}:${haveLess.join('')}` : `${option}`),
        onPurchase: ({ option }) => decided.push(`=${option}`),
      },
    )
  const run = runWith([])
  for (const choices of others) {
    decided.push('or')
    runWith(choices)
  }
  return { decisions: decided.join(' '), run }
}
