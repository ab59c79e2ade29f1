import type { Count, CountRules, CountStep, Tie } from './count.ts'
import type { BallotsOf, OptionIndex } from './election.ts'
import { preferredPairs } from './pairs.ts'
import { placeTie } from './placing.ts'

/**
 * Schulze: one option beats another if its strongest path to it is stronger than the other's strongest path back. A path is as
 * strong as its weakest link; links are measured by winning votes (Schulze, "A new monotonic, clone-independent, reversal
 * symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36, 2011, section 2).
 *
 * Options that a ballot does not rank are tied below those that it ranks; gaps mean nothing. For several seats: those whom nobody
 * beats come first, all of them, in the order of the lot where they are several; then those whom nobody of the rest beats, and
 * so on. That keeps to the method's own (transitive) order, and who stood level for a place is not put behind somebody whom
 * only the one that the lot preferred had kept back.
 */
export function countSchulze(optionCount: number, ballots: BallotsOf<'ranking'>, rules: CountRules): Count {
  const preferred = preferredPairs(optionCount, ballots.ballots)
  const links = linkLevels(preferred)
  const { level, via } = strongestPaths(links)
  const steps: CountStep[] = [
    { kind: 'pairs', preferred },
    { kind: 'paths', strengths: weakestLinks(preferred, links, level), via },
  ]
  const beats = (one: OptionIndex, other: OptionIndex) => level[one]![other]! > level[other]![one]!
  const ties: Tie[] = []
  const elected: OptionIndex[] = []
  let rest = preferred.map((_, option) => option)
  while (rest.length > 0 && elected.length < rules.seats) {
    const unbeaten = rest.filter((option) => !rest.some((other) => beats(other, option)))
    const order = [...unbeaten].sort((a, b) => rules.lot.place[a]! - rules.lot.place[b]!)
    const places = order.slice(0, rules.seats - elected.length)
    if (order.length > 1) ties.push(placeTie(order, steps.length, places.length < order.length))
    const sharedFrom = elected.length + 1
    for (const [at, option] of places.entries()) {
      elected.push(option)
      steps.push({ kind: 'place', place: elected.length, sharedFrom, unbeaten: order.slice(at), option })
    }
    rest = rest.filter((option) => !unbeaten.includes(option))
  }
  return { method: 'schulze', seats: rules.seats, completion: null, elected, ties, steps }
}

/**
 * Orders links from weakest to strongest by winning votes (section 2.1 of the paper) and gives each its level. Of two wins the
 * one with more votes for is the stronger, with as many the one with fewer against; a draw is weaker than any win; a loss is
 * weaker than a draw, the weaker the more votes are against.
 */
export function linkLevels(preferred: readonly (readonly number[])[]): number[][] {
  const links: { row: number; column: number; for: number; against: number }[] = []
  preferred.forEach((votes, row) => {
    votes.forEach((count, column) => {
      if (row !== column) links.push({ row, column, for: count, against: preferred[column]![row]! })
    })
  })
  links.sort(compareLinks)
  const levels = preferred.map(() => new Array<number>(preferred.length).fill(0))
  let level = 0
  links.forEach((link, at) => {
    if (at > 0 && compareLinks(links[at - 1]!, link) !== 0) level++
    levels[link.row]![link.column] = level
  })
  return levels
}

interface Link {
  for: number
  against: number
}

/** Below nought if `a` is the weaker link. */
export function compareLinks(a: Link, b: Link): number {
  const [kindOfA, kindOfB] = [Math.sign(a.for - a.against), Math.sign(b.for - b.against)]
  if (kindOfA !== kindOfB) return kindOfA - kindOfB
  if (kindOfA > 0) return a.for - b.for || b.against - a.against
  if (kindOfA < 0) return b.against - a.against || a.for - b.for
  return 0
}

/** The widest paths by Floyd and Warshall: their levels, and the last option but one on each (section 2.3.1 of the paper). */
function strongestPaths(links: readonly (readonly number[])[]): { level: number[][]; via: OptionIndex[][] } {
  const level = links.map((row) => [...row])
  const via = links.map((row, from) => row.map(() => from))
  for (let middle = 0; middle < level.length; middle++)
    for (let from = 0; from < level.length; from++) {
      if (from === middle) continue
      const [row, through] = [level[from]!, level[middle]!]
      for (let to = 0; to < level.length; to++) {
        if (to === middle || to === from) continue
        const strength = Math.min(row[middle]!, through[to]!)
        if (strength <= row[to]!) continue
        row[to] = strength
        via[from]![to] = via[middle]![to]!
      }
    }
  return { level, via }
}

/**
 * The votes of the weakest link of each path, from its level. All draws are as strong as one another, so of a path that is a
 * draw those of the draw with the fewest votes are told, whichever it leads over.
 */
function weakestLinks(
  preferred: readonly (readonly number[])[],
  levels: readonly (readonly number[])[],
  level: readonly (readonly number[])[],
): (Link | null)[][] {
  const linkOf = new Map<number, Link>()
  levels.forEach((row, from) => {
    row.forEach((one, to) => {
      if (from === to) return
      const link = { for: preferred[from]![to]!, against: preferred[to]![from]! }
      if (link.for <= (linkOf.get(one)?.for ?? link.for)) linkOf.set(one, link)
    })
  })
  return level.map((row, from) => row.map((one, to) => (from === to ? null : linkOf.get(one)!)))
}
