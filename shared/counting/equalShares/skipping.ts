import type { OptionIndex } from '../election.ts'
import { type Field, type Run, runEqualShares } from './run.ts'

/** Where everything is bought, raising changes nothing any more: the search ends here. */
const mostUnits = 2n ** 60n

/**
 * Finds how far the share of every voter can be raised with nothing decided otherwise, for elections of few voters and much
 * money, where the share grows by a unit hundreds of thousands of times.
 *
 * As long as every decision of a run stays the same, all its amounts are linear in the share, and so is each decision: it asks
 * whether one linear amount is less than another. So the shares with the same decisions are an interval: where two shares have
 * them all in common, every share between has them too.
 *
 * @returns how many units beyond `units` are known to be alike, not always the most, and the run at the farthest
 */
export function alikeBeyond(field: Field, unit: bigint, units: bigint): { more: bigint; run: Run | null } {
  const here = decisionsAt(field, unit * units).decisions
  let more = 0n
  let run: Run | null = null
  const reach = (farther: bigint) => {
    const there = decisionsAt(field, unit * (units + farther))
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

/** Every decision of a run as text: in every round who could not pay, who would pay all, and what was bought. */
function decisionsAt(field: Field, share: bigint): { decisions: string; run: Run } {
  const decided: string[] = []
  const run = runEqualShares(
    field,
    { top: share, bottom: 1n },
    {
      exactOnly: true,
      onPrice: (option: OptionIndex, haveLess) =>
        decided.push(haveLess ? `${option}:${haveLess.join('')}` : `${option}`),
      onPurchase: ({ option }) => decided.push(`=${option}`),
    },
  )
  return { decisions: decided.join(' '), run }
}
