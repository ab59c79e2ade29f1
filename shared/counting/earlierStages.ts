import type { TieBreak } from './count.ts'
import type { OptionIndex } from './election.ts'
import type { Lot } from './lot.ts'

/** One question within a tie: which of `options` goes before the others. */
export interface TieFound {
  /** Ascending. */
  options: readonly OptionIndex[]
  order: readonly OptionIndex[]
  brokenBy: TieBreak
}

/**
 * The exact votes of every option at the end of each stage so far, all in one unit. It keeps the options in the order of the
 * rule as stages are added, so that a tie of hundreds is broken without looking back through hundreds of stages.
 */
export class EarlierStages {
  /** Votes that stood at the end of one stage or of several in a row, and the last of these, from one. */
  readonly #rows: { votes: readonly bigint[]; until: number }[] = []
  /** The least first: by the votes at the latest stage, equal ones by the stage before, and so on. */
  #ascending: OptionIndex[]
  /** By option: higher for who comes later in that order, the same for those that were equal at every stage. */
  #level: Int32Array

  constructor(optionCount: number) {
    this.#ascending = Array.from({ length: optionCount }, (_, option) => option)
    this.#level = new Int32Array(optionCount)
  }

  /** Adds the votes at the end of the next stage. */
  add(votes: readonly bigint[]): void {
    const last = this.#rows.at(-1)
    const changed =
      votes === last?.votes ? [] : this.#ascending.filter((option) => votes[option] !== last?.votes[option])
    if (last && changed.length === 0) {
      last.until++
      return
    }
    this.#rows.push({ votes, until: (last?.until ?? 0) + 1 })
    const level = this.#level
    const compare = (a: OptionIndex, b: OptionIndex) =>
      votes[a] === votes[b] ? level[a]! - level[b]! : votes[a]! < votes[b]! ? -1 : 1
    // Those whose votes did not change keep their order among each other.
    const moved = new Set(changed)
    const stayed = this.#ascending.filter((option) => !moved.has(option))
    this.#ascending = merged(changed.sort(compare), stayed, compare)
    this.#level = new Int32Array(level.length)
    for (let at = 1; at < this.#ascending.length; at++) {
      const [before, option] = [this.#ascending[at - 1]!, this.#ascending[at]!]
      this.#level[option] = this.#level[before]! + (compare(before, option) === 0 ? 0 : 1)
    }
  }

  /** Above nought where `a` had more than `b` at the most recent stage at which they differed; nought where they never did. */
  compare(a: OptionIndex, b: OptionIndex): number {
    return this.#level[a]! - this.#level[b]!
  }

  /** The most recent stage at which not all of these were equal, with its votes; null if there is none. */
  lastDifference(options: readonly OptionIndex[]): { stage: number; votes: readonly bigint[] } | null {
    const different = [...new Map(options.map((option) => [this.#level[option], option])).values()]
    if (different.length < 2) return null
    const row = this.#rows.findLast(({ votes }) => different.some((option) => votes[option] !== votes[different[0]!]))
    return row ? { stage: row.until, votes: row.votes } : null
  }
}

/** Joins two sorted lists into one. */
function merged<Item>(left: readonly Item[], right: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
  const all: Item[] = []
  let at = 0
  for (const item of right) {
    while (at < left.length && compare(left[at]!, item) < 0) all.push(left[at++]!)
    all.push(item)
  }
  return all.concat(left.slice(at))
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
export function orderTied(tied: readonly OptionIndex[], stages: EarlierStages, lot: Lot): OptionIndex[] {
  return [...tied].sort((a, b) => stages.compare(b, a) || lot.place[a]! - lot.place[b]!)
}

/**
 * Says how an order by `orderTied`, or the reverse of one, came about: first the stage that parted them, then in the same way
 * those whom it left together. `first` asks only for who is chosen, so only the group at the head is followed; `all` asks for
 * the whole order.
 */
export function explainOrder(order: readonly OptionIndex[], stages: EarlierStages, asked: 'first' | 'all'): TieFound[] {
  if (order.length < 2) return []
  const found = { options: [...order].sort((a, b) => a - b), order }
  const parted = stages.lastDifference(order)
  if (!parted) return [{ ...found, brokenBy: { rule: 'lot' } }]
  const groups = equalRuns(order, parted.votes)
  const followed = asked === 'first' ? groups.slice(0, 1) : groups
  return [
    { ...found, brokenBy: { rule: 'earlierStage', stage: parted.stage } },
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
