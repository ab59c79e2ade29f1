import type { Tie } from './count.ts'
import type { OptionIndex } from './election.ts'
import type { Lot } from './lot.ts'

/**
 * Fills the seats by totals, the highest first; options with the same total stand as the lot puts them.
 *
 * @param totals by option, exact
 * @param step index of the step that holds the totals
 */
export function placeByTotals(
  totals: readonly bigint[],
  seats: number,
  lot: Lot,
  step: number,
): { elected: OptionIndex[]; ties: Tie[] } {
  const ordered = totals.map((_, option) => option)
  ordered.sort((a, b) => (totals[a]! === totals[b]! ? lot.place[a]! - lot.place[b]! : totals[a]! > totals[b]! ? -1 : 1))
  const ties: Tie[] = []
  let from = 0
  while (from < ordered.length && from < seats) {
    let to = from + 1
    while (to < ordered.length && totals[ordered[to]!] === totals[ordered[from]!]) to++
    if (to - from > 1) ties.push(placeTie(ordered.slice(from, to), step, to > seats))
    from = to
  }
  return { elected: ordered.slice(0, seats), ties }
}

/** A tie for places that the lot broke. `order` is as the lot has it. */
export function placeTie(order: readonly OptionIndex[], step: number, decisive: boolean): Tie {
  return {
    options: [...order].sort((a, b) => a - b),
    about: 'place',
    brokenBy: { rule: 'lot' },
    order,
    step,
    decisive,
  }
}
