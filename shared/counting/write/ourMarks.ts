import {
  type ApprovalBallot,
  type Ballots,
  type Election,
  type MarkedBallot,
  numberOfBallots,
  type RankingBallot,
} from '../election.ts'

/** What our files can say beside the election itself: the limits that ballots were cast under, in whole numbers. */
export interface OurLimits {
  lowest?: number
  highest?: number
  pointsEach?: number
}

/** A receipt for every entry of the election's ballots, null where there is none; only a single ballot can have one. */
export type Receipts = readonly (string | null)[]

/** One written ballot: its marks in the order of the options, as decimal numbers, null for an option without one. */
export interface WrittenPaper {
  receipt: string | null
  ballots: number
  marks: (string | null)[]
}

/** The papers in the order in which the election has them. */
export function* papersOf(ballots: Ballots, options: number, receipts: Receipts): Generator<WrittenPaper> {
  if (receipts.length !== 0 && receipts.length !== ballots.ballots.length)
    throw new RangeError(`${receipts.length} receipts for ${ballots.ballots.length} ballots`)
  const entries: readonly (ApprovalBallot | RankingBallot | MarkedBallot)[] = ballots.ballots
  for (const [at, ballot] of entries.entries()) {
    const receipt = receipts[at] ?? null
    if (receipt !== null && ballot.weight > 1) throw new RangeError('several ballots cannot share a receipt')
    if (receipt?.trim() === '') throw new RangeError('a receipt is empty')
    const marks = new Array<string | null>(options).fill(null)
    ballot.options.forEach((option, place) => {
      if ('ranks' in ballot) marks[option] = String(ballot.ranks[place])
      else if ('marks' in ballot) marks[option] = decimalText(BigInt(ballot.marks[place]!), decimalsOf(ballots))
      else marks[option] = '1'
    })
    yield { receipt, ballots: ballot.weight, marks }
  }
}

/** The settings in the order in which both forms write them; null is not written. */
export function settingsOf(
  { title, ballots, budget, declared }: Pick<Election, 'title' | 'ballots' | 'budget' | 'declared'>,
  { lowest, highest, pointsEach }: OurLimits,
) {
  const most = ballots.form === 'approval' ? ballots.most : ballots.form === 'ranking' ? ballots.longest : null
  const unmarked =
    ballots.form === 'score' && ballots.unmarked !== 0 ? decimalText(BigInt(ballots.unmarked), ballots.decimals) : null
  return {
    title,
    ballots: ballots.form,
    most,
    lowest: lowest ?? null,
    highest: highest ?? null,
    unmarked: unmarked === null ? null : Number(unmarked),
    pointsEach: pointsEach ?? null,
    method: declared.method,
    seats: declared.seats,
    seed: declared.seed,
    completion: declared.completion,
    budget: budget && decimalText(budget.total, budget.moneyDecimals),
    threshold: budget?.scoreThreshold ?? null,
  }
}

/** `value` × 10^-decimals, with all its decimals. */
export function decimalText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${value < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(digits.length - decimals)}` : ''}`
}

/** Whether some ballots stand together, so that their number must be written. */
export function hasNumbers(ballots: Ballots): boolean {
  return numberOfBallots(ballots) !== ballots.ballots.length
}

function decimalsOf(ballots: Ballots): number {
  return 'decimals' in ballots ? ballots.decimals : 0
}
