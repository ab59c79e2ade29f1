import type { ApprovalBallot, MarkedBallot, OptionIndex, RankingBallot } from '../election.ts'
import type { Mark } from './numbers.ts'
import { highestMark } from './tally.ts'

type Counted<Ballot> = Ballot & { weight: number }

/** Gathers identical ballots under their number, in the order in which each was first met. */
class Groups<Ballot extends { weight: number }> {
  protected readonly byKey = new Map<string, Counted<Ballot>>()

  protected count(key: string, weight: number, ballot: () => Ballot): void {
    const known = this.byKey.get(key)
    if (known) known.weight += weight
    else this.byKey.set(key, ballot())
  }

  get list(): Ballot[] {
    return [...this.byKey.values()]
  }

  /** How many ballots differ. */
  get size(): number {
    return this.byKey.size
  }
}

export class ApprovalGroups extends Groups<ApprovalBallot> {
  /** `options`: ascending, each once. */
  add(options: readonly OptionIndex[], weight: number): void {
    this.count(options.join(), weight, () => ({ weight, options }))
  }
}

export class RankingGroups extends Groups<RankingBallot> {
  readonly #strict: number[][] = []
  readonly #shared = new Map<string, readonly number[]>()

  /** `options`: the best first; `ranks`: null is 1, 2, 3 and so on. */
  add(options: readonly OptionIndex[], ranks: readonly number[] | null, weight: number): void {
    const order = options.join()
    if (!ranks || isStrict(ranks)) {
      this.count(order, weight, () => ({ weight, options, ranks: this.#strictRanks(options.length) }))
      return
    }
    const written = ranks.join()
    this.count(`${order};${written}`, weight, () => ({ weight, options, ranks: this.#sharedRanks(written, ranks) }))
  }

  /** Ballots with the same ranks share one list of them: most have 1, 2, 3 and so on. */
  #strictRanks(length: number): readonly number[] {
    const known = this.#strict[length]
    if (known) return known
    const ranks = Array.from({ length }, (_, at) => at + 1)
    this.#strict[length] = ranks
    return ranks
  }

  #sharedRanks(written: string, ranks: readonly number[]): readonly number[] {
    const known = this.#shared.get(written)
    if (known) return known
    this.#shared.set(written, ranks)
    return ranks
  }
}

function isStrict(ranks: readonly number[]): boolean {
  for (let at = 0; at < ranks.length; at++) if (ranks[at] !== at + 1) return false
  return true
}

/** Marks of all ballots in one unit, which becomes finer when a ballot needs more decimals. */
export class MarkedGroups {
  decimals = 0
  #byKey = new Map<string, Counted<MarkedBallot>>()
  /** Ballots that mark the same options share one list of them, which has a number in the keys. */
  readonly #lists = new Map<string, { number: number; options: readonly OptionIndex[] }>()

  /** `options`: ascending, each once; `marks` beside them. */
  add(options: readonly OptionIndex[], marks: readonly Mark[], weight: number): void {
    for (const mark of marks) this.refine(mark.decimals)
    const { decimals } = this
    const units = marks.map((mark) =>
      mark.decimals === decimals ? mark.units : mark.units * 10 ** (decimals - mark.decimals),
    )
    this.#put({ weight, options, marks: units })
  }

  /** Makes the unit at least so fine. */
  refine(decimals: number): void {
    if (decimals <= this.decimals) return
    const factor = 10 ** (decimals - this.decimals)
    this.decimals = decimals
    const before = this.#byKey
    this.#byKey = new Map()
    for (const { weight, options, marks } of before.values())
      this.#put({ weight, options, marks: marks.map((mark) => mark * factor) })
  }

  /** Whether a mark is too big in the unit that all share. */
  get beyond(): boolean {
    return this.list.some(({ marks }) => marks.some((mark) => Math.abs(mark) > highestMark))
  }

  get list(): MarkedBallot[] {
    return [...this.#byKey.values()]
  }

  #put({ weight, options, marks }: MarkedBallot): void {
    const written = options.join()
    let list = this.#lists.get(written)
    if (!list) {
      list = { number: this.#lists.size, options }
      this.#lists.set(written, list)
    }
    const key = `${list.number};${marks.join()}`
    const known = this.#byKey.get(key)
    if (known) known.weight += weight
    else this.#byKey.set(key, { weight, options: list.options, marks })
  }
}
