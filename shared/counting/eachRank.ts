/**
 * Calls `each` for every rank of a ballot, the best first, with the places of the options that share it.
 *
 * @param ranks as a ranking ballot has them: never falling
 * @param each takes the first place of the rank and the first one after it
 */
export function eachRank(ranks: readonly number[], each: (from: number, to: number) => void): void {
  for (let from = 0; from < ranks.length; ) {
    let to = from + 1
    while (to < ranks.length && ranks[to] === ranks[from]) to++
    each(from, to)
    from = to
  }
}
