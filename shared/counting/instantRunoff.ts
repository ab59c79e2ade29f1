import { type Amount, fractionAmount, leastCommonMultiple } from './amount.ts'
import type { Count, CountRules, RoundStep } from './count.ts'
import { eachRank } from './eachRank.ts'
import { EarlierStages, explainOrder, orderTied } from './earlierStages.ts'
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
    steps: roundSteps(run),
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

/** Amounts that stay the same from one round to the next are written once: most do where there are many options. */
function roundSteps({ rounds, scale }: RoundsRun): RoundStep[] {
  let before: { votes: readonly bigint[]; told: readonly Amount[] } | null = null
  return rounds.map(({ left, votes, exhausted, majority, excluded }, at) => {
    const told: readonly Amount[] = votes.map((now, option) =>
      now === before?.votes[option] ? before.told[option]! : now === 0n ? 0 : fractionAmount(now, scale),
    )
    before = { votes, told }
    const shown = told.map((amount, option) => (left[option] ? amount : null))
    return { kind: 'round', round: at + 1, votes: shown, exhausted, majority, excluded }
  })
}

function runRounds(
  optionCount: number,
  ballots: readonly RankingBallot[],
  rules: CountRules,
  other: OtherChoice | null,
): RoundsRun {
  const left = new Array<boolean>(optionCount).fill(true)
  const scale = commonScale(ballots)
  const count = new RoundCount(optionCount, ballots, left, scale)
  const rounds: Round[] = []
  const history = new EarlierStages(optionCount)
  const ties: OpenTie[] = []
  const out: OptionIndex[] = []

  for (;;) {
    const standing = left.flatMap((stands, option) => (stands ? [option] : []))
    if (standing.length === 0 || (standing.length === 1 && rounds.length > 0)) break
    const { votes, exhausted } = count
    const counted = count.counted()
    const majority = standing.find((option) => votes[option]! * 2n > counted) ?? null
    const over = standing.length === 1 || (majority !== null && rules.seats === 1)
    let excluded: OptionIndex | null = null
    if (!over) {
      const order = fewest(standing, votes, history, rules)
      const step = rounds.length
      if (order.length > 1 && !other) {
        const effect = effectOf(order, standing, votes, step, rules.seats)
        for (const tie of explainOrder(order, history, 'first')) ties.push({ ...tie, about: 'exclusion', step, effect })
      }
      excluded = chosenAt(step, order, other)
    }
    rounds.push({ left: [...left], votes, exhausted, majority, excluded })
    history.add(votes)
    if (excluded === null) {
      // The winner stands before those who are left with it: only one seat is filled.
      return { elected: [majority ?? standing[0]!].slice(0, rules.seats), ties, rounds, scale }
    }
    left[excluded] = false
    out.push(excluded)
    count.exclude(excluded)
  }
  const last = left.indexOf(true)
  const bestFirst = [...(last < 0 ? [] : [last]), ...out.reverse()]
  return { elected: bestFirst.slice(0, rules.seats), ties, rounds, scale }
}

/** For whom every ballot counts. An exclusion looks only at the ballots of who is excluded. */
class RoundCount {
  /** By option, in units of 1 / `scale`; a new list where a round changes anything. */
  votes: readonly bigint[]
  exhausted = 0
  readonly #optionCount: number
  readonly #ballots: readonly RankingBallot[]
  readonly #left: readonly boolean[]
  readonly #scale: bigint
  /** By ballot: the place of the first option at the rank that it counts for. */
  readonly #at: Uint32Array
  /** By option: the ballots that count for it, alone or together with others. */
  readonly #piles: number[][]
  /** By the number of options that share them: how many ballots count for each option. */
  readonly #sharing = new Map<number, Float64Array>()
  #valid = 0

  /** @param left by option whether it is left; the caller takes options out and then calls `exclude` */
  constructor(optionCount: number, ballots: readonly RankingBallot[], left: readonly boolean[], scale: bigint) {
    this.#optionCount = optionCount
    this.#ballots = ballots
    this.#left = left
    this.#scale = scale
    this.#at = new Uint32Array(ballots.length)
    this.#piles = left.map(() => [])
    ballots.forEach((_, ballot) => {
      this.#count(ballot)
    })
    this.votes = left.map((_, option) => this.#votesOf(option))
  }

  /** All votes of the round, in the same unit. */
  counted(): bigint {
    return BigInt(this.#valid) * this.#scale
  }

  exclude(option: OptionIndex): void {
    const pile = this.#piles[option]!
    if (pile.length === 0) return
    this.#piles[option] = []
    const touched = new Set<OptionIndex>([option])
    for (const ballot of pile) {
      const { weight, options, ranks } = this.#ballots[ballot]!
      const rank = ranks[this.#at[ballot]!]
      const others: OptionIndex[] = []
      for (let place = this.#at[ballot]!; place < options.length && ranks[place] === rank; place++)
        if (this.#left[options[place]!]) others.push(options[place]!)
      const sharers = others.length + 1
      this.#add(sharers, option, -weight)
      for (const sharer of others) {
        this.#add(sharers, sharer, -weight)
        this.#add(sharers - 1, sharer, weight)
        touched.add(sharer)
      }
      if (others.length > 0) continue
      this.#valid -= weight
      for (const sharer of this.#count(ballot)) touched.add(sharer)
    }
    const votes = [...this.votes]
    for (const one of touched) votes[one] = this.#votesOf(one)
    this.votes = votes
  }

  /** Counts a ballot for its best-ranked options that are left, from the place it has reached. */
  #count(ballot: number): OptionIndex[] {
    const { weight, options, ranks } = this.#ballots[ballot]!
    let place = this.#at[ballot]!
    while (place < options.length && !this.#left[options[place]!]) place++
    this.#at[ballot] = place
    if (place === options.length) {
      this.exhausted += weight
      return []
    }
    this.#valid += weight
    const sharers: OptionIndex[] = []
    for (let next = place; next < options.length && ranks[next] === ranks[place]; next++)
      if (this.#left[options[next]!]) sharers.push(options[next]!)
    for (const sharer of sharers) {
      this.#add(sharers.length, sharer, weight)
      this.#piles[sharer]!.push(ballot)
    }
    return sharers
  }

  #add(sharers: number, option: OptionIndex, weight: number): void {
    let counts = this.#sharing.get(sharers)
    if (!counts) {
      counts = new Float64Array(this.#optionCount)
      this.#sharing.set(sharers, counts)
    }
    counts[option]! += weight
  }

  #votesOf(option: OptionIndex): bigint {
    let votes = 0n
    for (const [sharers, counts] of this.#sharing) {
      const count = counts[option]!
      if (count !== 0) votes += BigInt(count) * (this.#scale / BigInt(sharers))
    }
    return votes
  }
}

/** A number that can be divided by every number of options that may ever share one vote. */
function commonScale(ballots: readonly RankingBallot[]): bigint {
  let longest = 1
  for (const { ranks } of ballots)
    eachRank(ranks, (from, to) => {
      longest = Math.max(longest, to - from)
    })
  let scale = 1n
  for (let sharers = 2n; sharers <= longest; sharers++) scale = leastCommonMultiple(scale, sharers)
  return scale
}

/** Those with the fewest votes, the one to be excluded first. */
function fewest(
  standing: readonly OptionIndex[],
  votes: readonly bigint[],
  history: EarlierStages,
  rules: CountRules,
): OptionIndex[] {
  const lowest = standing.reduce((low, option) => (votes[option]! < low ? votes[option]! : low), votes[standing[0]!]!)
  const tied = standing.filter((option) => votes[option] === lowest)
  return orderTied(tied, history, rules.lot).reverse()
}

/** What a tie for exclusion can do: none once all who stand are elected; else see `sureToGo`. */
function effectOf(
  tied: readonly OptionIndex[],
  standing: readonly OptionIndex[],
  votes: readonly bigint[],
  step: number,
  seats: number,
): Effect {
  if (standing.length <= seats) return 'none'
  if (votes[tied[0]!] === 0n) return 'noVotes'
  const group = sureToGo(
    standing.map((option) => votes[option]!),
    tied.length,
    seats,
  )
  // The round after the last of the group has gone is steps[step + size], the round of that number and one.
  return group ? { step: step + group.size, stage: step + group.size + 1 } : 'unknown'
}
