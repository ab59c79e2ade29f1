import type { TieBreak } from './count.ts'
import type { OptionIndex } from './election.ts'
import type { Lot } from './lot.ts'

/** Exact votes of every option at the end of each stage so far, the first stage first, all in one unit. */
export type VotesByStage = readonly (readonly bigint[])[]

/** One question within a tie: which of `options` goes before the others. */
export interface TieFound {
  /** Ascending. */
  options: readonly OptionIndex[]
  order: readonly OptionIndex[]
  brokenBy: TieBreak
}

/**
 * Puts options that have equal votes in the order of the rule: the one that had more at the end of the most recent earlier stage
 * at which they differed goes first; where they never differed, the lot's first (SSI 2007/42, rules 49(2), 49(3) and 51(2)).
 *
 * The SSI speaks of two or more, and does not say what "the stage at which they had unequal numbers" is for three. Here it is the
 * most recent stage at which not all of them were equal. Whoever stands alone at the end that is asked for is chosen; those who
 * are equal there too are compared further back. The one chosen is the same as if every two of them were compared by
 * themselves, so the order in which they are looked at cannot matter.
 */
export function orderTied(tied: readonly OptionIndex[], stages: VotesByStage, lot: Lot): OptionIndex[] {
  return [...tied].sort((a, b) => {
    for (let stage = stages.length - 1; stage >= 0; stage--) {
      const [left, right] = [stages[stage]![a]!, stages[stage]![b]!]
      if (left !== right) return left > right ? -1 : 1
    }
    return lot.place[a]! - lot.place[b]!
  })
}

/**
 * Says how an order by `orderTied`, or the reverse of one, came about: first the stage that parted them, then in the same way
 * those whom it left together. `first` asks only for who is chosen, so only the group at the head is followed; `all` asks for
 * the whole order.
 */
export function explainOrder(order: readonly OptionIndex[], stages: VotesByStage, asked: 'first' | 'all'): TieFound[] {
  if (order.length < 2) return []
  const found = { options: [...order].sort((a, b) => a - b), order }
  const stage = stages.findLastIndex((votes) => order.some((option) => votes[option] !== votes[order[0]!]))
  if (stage < 0) return [{ ...found, brokenBy: { rule: 'lot' } }]
  const groups = equalRuns(order, stages[stage]!)
  const followed = asked === 'first' ? groups.slice(0, 1) : groups
  return [
    { ...found, brokenBy: { rule: 'earlierStage', stage: stage + 1 } },
    ...followed.flatMap((group) => explainOrder(group, stages, asked)),
  ]
}

/** Cuts a sorted list into runs of equal votes. */
export function equalRuns(order: readonly OptionIndex[], votes: readonly bigint[]): OptionIndex[][] {
  const runs: OptionIndex[][] = []
  for (const option of order) {
    const run = runs.at(-1)
    if (run && votes[run[0]!] === votes[option]) run.push(option)
    else runs.push([option])
  }
  return runs
}
