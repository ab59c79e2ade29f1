import type { Method } from './methods.ts'

/** What can be elected or funded. */
export interface Option {
  /** What tells it apart in the result: its name, for participatory budgets the id of the project. No two options share one. */
  id: string
  /** What people call it; the id where the file gives nothing more. */
  name: string
  /** No longer stands: counted as though it were on no ballot. */
  withdrawn: boolean
  /** In the smallest unit of the election's money (10^-moneyDecimals), where there is a budget. */
  cost: bigint | null
}

/** Options by their place in the election's list, from nought. */
export type OptionIndex = number

/** A number of identical ballots that choose options, each for or not. */
export interface ApprovalBallot {
  weight: number
  /** Each once, ascending. */
  options: readonly OptionIndex[]
}

/**
 * A number of identical ballots that rank options. Ranks stand as they were written: two options with one rank are tied,
 * a number that no option has is a gap. What a tie or a gap means is for the method to say.
 */
export interface RankingBallot {
  weight: number
  /** Each once, the best rank first; tied ones ascending. */
  options: readonly OptionIndex[]
  /** The rank of each of `options`, from one, never falling. */
  ranks: readonly number[]
}

/** A number of identical ballots that give options a number. */
export interface MarkedBallot {
  weight: number
  /** Each once, ascending. */
  options: readonly OptionIndex[]
  /** What each of `options` gets, in units of 10^-decimals of the election's ballots; whole. */
  marks: readonly number[]
}

/** Ballots as they were cast, of one form for the whole election; identical ones may stand together with their number. */
export type Ballots =
  | {
      form: 'approval'
      /** How many options one ballot may choose; null is any number. */
      most: number | null
      ballots: readonly ApprovalBallot[]
    }
  | {
      form: 'ranking'
      /** How many options one ballot may rank; null is all of them. Participatory budgets score ranks by it. */
      longest: number | null
      ballots: readonly RankingBallot[]
    }
  | {
      /** Each option is marked by itself: a mark takes nothing from another option. */
      form: 'score'
      decimals: number
      /** The mark of an option that a ballot leaves out, in the same unit as marks. */
      unmarked: number
      ballots: readonly MarkedBallot[]
    }
  | {
      /** A ballot shares a sum of points out among the options. */
      form: 'points'
      decimals: number
      ballots: readonly MarkedBallot[]
    }

export type BallotForm = Ballots['form']
/** The ballots of one form. */
export type BallotsOf<Form extends BallotForm> = Extract<Ballots, { form: Form }>

/** What there is to spend, in units of 10^-moneyDecimals. */
export interface Budget {
  total: bigint
  moneyDecimals: number
  /** A project whose score is under this is not funded, whatever is left (Pabulib: min_project_score_threshold). */
  scoreThreshold: number | null
}

/** How equal shares goes on when money is left: `none`, one unit more for every voter (`add1`), or that and then greedily (`add1u`). */
export const completions = ['none', 'add1', 'add1u'] as const
export type Completion = (typeof completions)[number]

/** An election as its file tells it, whatever the file's form. */
export interface Election {
  title: string | null
  options: readonly Option[]
  ballots: Ballots
  budget: Budget | null
  /** What the file itself says about the count; null where it says nothing. */
  declared: {
    method: Method | null
    seats: number | null
    /** What the lot is drawn from. */
    seed: string | null
    completion: Completion | null
  }
  /** The ids that the file says were elected or funded; null where it does not say. */
  claimed: readonly string[] | null
}

/** The number of ballots, identical ones counted as often as they were cast. */
export function numberOfBallots(ballots: Ballots): number {
  let sum = 0
  for (const ballot of ballots.ballots) sum += ballot.weight
  return sum
}
