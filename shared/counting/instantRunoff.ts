import { fractionAmount, greatestCommonDivisor } from './amount.ts'
import type { Count, CountRules, RoundStep } from './count.ts'
import { explainOrder, orderTied } from './earlierStages.ts'
import type { BallotsOf, OptionIndex, RankingBallot } from './election.ts'
import {
  chosenAt,
  type Effect,
  looksOf,
  type OpenTie,
  type OtherChoice,
  type Run,
  sureToGo,
  weighTies,
} from './otherChoices.ts'

/**
 * Counts by instant run-off, also called the alternative vote. In each round a ballot counts for the best-ranked of its options
 * that are left; options that share that rank share the vote equally, and exactly. Gaps between ranks do not matter. A ballot
 * that ranks nobody who is left is exhausted. Who has more than half of the votes that count in the round wins; if nobody has,
 * the option with the fewest is excluded, one in each round, even where it has no votes at all.
 *
 * Of several with the fewest, the one that had fewer in the most recent earlier round in which they differed is excluded, else
 * the lot's last: the rule of Scottish STV (SSI 2007/42, rule 51), with rounds for stages. `order` of a tie starts with who is
 * excluded.
 *
 * For several seats the elected are the last ones standing, in the reverse order of their exclusion, the winner first. So
 * rounds then go on after somebody has a majority, until one is left and the order of all is known. A majority never passes
 * to another: the winner's votes do not fall, and the votes that count do not rise. For one seat the count ends with the
 * majority. A last option is not counted alone.
 */
export function countInstantRunoff(optionCount: number, ballots: BallotsOf<'ranking'>, rules: CountRules): Count {
  const run = runRounds(optionCount, ballots.ballots, rules, null)
  return {
    method: 'irv',
    seats: rules.seats,
    completion: null,
    elected: run.elected,
    ties: weighTies(run, looksOf(optionCount, ballots.ballots), (other) =>
      runRounds(optionCount, ballots.ballots, rules, other),
    ),
    steps: run.rounds.map((round, at) => roundStep(round, at + 1, run.scale)),
  }
}

/** A round, with votes in units of 1 / `scale` of the run. */
interface Round {
  left: readonly boolean[]
  votes: readonly bigint[]
  exhausted: number
  majority: OptionIndex | null
  excluded: OptionIndex | null
}

interface RoundsRun extends Run {
  rounds: readonly Round[]
  scale: bigint
}

function roundStep({ left, votes, exhausted, majority, excluded }: Round, round: number, scale: bigint): RoundStep {
  const told = votes.map((vote, option) => (left[option] ? fractionAmount(vote, scale) : null))
  return { kind: 'round', round, votes: told, exhausted, majority, excluded }
}

function runRounds(
  optionCount: number,
  ballots: readonly RankingBallot[],
  rules: CountRules,
  other: OtherChoice | null,
): RoundsRun {
  const left = new Array<boolean>(optionCount).fill(true)
  /** By ballot: the place of its best-ranked option that is left. */
  const at = new Uint32Array(ballots.length)
  const scale = commonScale(ballots)
  const rounds: Round[] = []
  const history: (readonly bigint[])[] = []
  const ties: OpenTie[] = []
  const out: OptionIndex[] = []

  for (;;) {
    const standing = left.flatMap((stands, option) => (stands ? [option] : []))
    if (standing.length === 0 || (standing.length === 1 && rounds.length > 0)) break
    const { votes, exhausted } = countRound(optionCount, ballots, left, at, scale)
    const counted = votes.reduce((sum, vote) => sum + vote, 0n)
    const majority = standing.find((option) => votes[option]! * 2n > counted) ?? null
    const over = standing.length === 1 || (majority !== null && rules.seats === 1)
    let excluded: OptionIndex | null = null
    if (!over) {
      const order = fewest(standing, votes, history, rules)
      const step = rounds.length
      const effect = order.length > 1 ? effectOf(order.length, standing, votes, step, rules.seats) : 'none'
      for (const tie of explainOrder(order, history, 'first')) ties.push({ ...tie, about: 'exclusion', step, effect })
      excluded = chosenAt(step, order, other)
    }
    rounds.push({ left: [...left], votes, exhausted, majority, excluded })
    history.push(votes)
    if (excluded === null) {
      // The winner stands before those who are left with it: only one seat is filled.
      return { elected: [majority ?? standing[0]!].slice(0, rules.seats), ties, rounds, scale }
    }
    left[excluded] = false
    out.push(excluded)
  }
  const last = left.indexOf(true)
  const bestFirst = [...(last < 0 ? [] : [last]), ...out.reverse()]
  return { elected: bestFirst.slice(0, rules.seats), ties, rounds, scale }
}

/** Counts one round; moves `at` on where a ballot's option is out. Votes are in units of 1 / `scale`. */
function countRound(
  optionCount: number,
  ballots: readonly RankingBallot[],
  left: readonly boolean[],
  at: Uint32Array,
  scale: bigint,
): { votes: bigint[]; exhausted: number } {
  /** Ballots by the number of options that share them, from one, and by option. */
  const sharing: Float64Array[] = []
  let exhausted = 0
  ballots.forEach(({ weight, options, ranks }, ballot) => {
    let place = at[ballot]!
    while (place < options.length && !left[options[place]!]) place++
    at[ballot] = place
    if (place === options.length) {
      exhausted += weight
      return
    }
    let end = place + 1
    let sharers = 1
    for (; end < options.length && ranks[end] === ranks[place]; end++) if (left[options[end]!]) sharers++
    sharing[sharers] ??= new Float64Array(optionCount)
    const counts = sharing[sharers]!
    for (let next = place; next < end; next++) {
      const option = options[next]!
      if (left[option]) counts[option]! += weight
    }
  })
  const votes = new Array<bigint>(optionCount).fill(0n)
  sharing.forEach((counts, sharers) => {
    const share = scale / BigInt(sharers)
    counts.forEach((count, option) => {
      votes[option]! += BigInt(count) * share
    })
  })
  return { votes, exhausted }
}

/** A number that can be divided by every number of options that may ever share one vote. */
function commonScale(ballots: readonly RankingBallot[]): bigint {
  let longest = 1
  for (const { ranks } of ballots) {
    let run = 1
    for (let place = 1; place < ranks.length; place++) {
      run = ranks[place] === ranks[place - 1] ? run + 1 : 1
      if (run > longest) longest = run
    }
  }
  let scale = 1n
  for (let sharers = 2n; sharers <= longest; sharers++) scale *= sharers / greatestCommonDivisor(scale, sharers)
  return scale
}

/** Those with the fewest votes, the one to be excluded first. */
function fewest(
  standing: readonly OptionIndex[],
  votes: readonly bigint[],
  history: readonly (readonly bigint[])[],
  rules: CountRules,
): OptionIndex[] {
  const lowest = standing.reduce((low, option) => (votes[option]! < low ? votes[option]! : low), votes[standing[0]!]!)
  const tied = standing.filter((option) => votes[option] === lowest)
  return orderTied(tied, history, rules.lot).reverse()
}

/** What a tie for exclusion can do: none once all who stand are elected; else see `sureToGo`. */
function effectOf(
  tied: number,
  standing: readonly OptionIndex[],
  votes: readonly bigint[],
  step: number,
  seats: number,
): Effect {
  if (standing.length <= seats) return 'none'
  const group = sureToGo(
    standing.map((option) => votes[option]!),
    tied,
    seats,
  )
  // The round after the last of the group has gone is steps[step + size], the round of that number and one.
  return group ? { step: step + group.size, stage: group.votes === 0n ? 0 : step + group.size + 1 } : 'unknown'
}
