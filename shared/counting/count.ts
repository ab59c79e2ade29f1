import type { Amount } from './amount.ts'
import type { Completion, OptionIndex } from './election.ts'
import type { Lot } from './lot.ts'
import type { Method } from './methods.ts'

/**
 * What a method gives: who is elected, every step in the order in which it was taken, and every tie with how it was broken.
 * Options are indexes into the options that stand. Everything is plain data: a page draws it, `words/` says it.
 */
export interface Count {
  method: Method
  /** Null where a budget is spent. */
  seats: number | null
  completion: Completion | null
  /** Best first. */
  elected: readonly OptionIndex[]
  ties: readonly Tie[]
  steps: readonly CountStep[]
}

/** What a method is told beside options and ballots. */
export interface CountRules {
  seats: number
  lot: Lot
}

/** Options between which the count alone could not choose. */
export interface Tie {
  /** Ascending. */
  options: readonly OptionIndex[]
  /**
   * What had to be chosen: who takes a place, who is excluded, whose surplus goes first, which project is bought or looked at
   * first.
   */
  about: 'place' | 'exclusion' | 'surplus' | 'purchase'
  brokenBy: TieBreak
  /** The options as the rule puts them: the one that is chosen first. */
  order: readonly OptionIndex[]
  /** The step in which it was found, an index into `steps`. */
  step: number
  /** Whether another order could have elected somebody else; else it only orders those elected. */
  decisive: boolean
}

export type TieBreak =
  /** By the votes at the end of an earlier stage, the latest at which they differed. */
  { rule: 'earlierStage'; stage: number } | { rule: 'lowerCost' } | { rule: 'moreVotes' } | { rule: 'lot' }

export type CountStep =
  | TotalsStep
  | PairsStep
  | PathsStep
  | PlaceStep
  | RoundStep
  | QuotaStep
  | StageStep
  | LookedAtStep
  | SharesStep
  | BoughtStep
  | RaisedStep
  | SharesEndStep

/** One number for every option: the whole count of approval, Borda, score and points, the first step of greedy. */
export interface TotalsStep {
  kind: 'totals'
  of: 'approvals' | 'bordaPoints' | 'marks' | 'points'
  /** By option. */
  totals: readonly Amount[]
}

/** Schulze: how many ballots put one option above another, row above column. */
export interface PairsStep {
  kind: 'pairs'
  preferred: readonly (readonly number[])[]
}

/** Schulze: the strongest path from row to column. */
export interface PathsStep {
  kind: 'paths'
  /** The weakest link of the path, as ballots for and against; null on the diagonal. */
  strengths: readonly (readonly ({ for: number; against: number } | null)[])[]
  /** The last option but one on that path. */
  via: readonly (readonly OptionIndex[])[]
}

/** Schulze: who takes the next place. */
export interface PlaceStep {
  kind: 'place'
  place: number
  /** The place from which this group shares. */
  sharedFrom: number
  /** Those of the group who have no place yet: nobody who was left when its turn came beats any of them. */
  unbeaten: readonly OptionIndex[]
  option: OptionIndex
}

/** Instant run-off: one round. */
export interface RoundStep {
  kind: 'round'
  round: number
  /** By option; null for who is out. */
  votes: readonly (Amount | null)[]
  /** Ballots that rank nobody who is left. */
  exhausted: Amount
  /** Whether somebody has more than half of the votes that count in this round. */
  majority: OptionIndex | null
  excluded: OptionIndex | null
}

/** Scottish STV: what a candidate needs. */
export interface QuotaStep {
  kind: 'quota'
  valid: number
  /** Ballots without one clear first preference. */
  notValid: number
  seats: number
  quota: number
}

/** Scottish STV: one stage of the count. */
export interface StageStep {
  kind: 'stage'
  stage: number
  action:
    | { kind: 'firstPreferences' }
    | { kind: 'surplus'; option: OptionIndex; surplus: Amount }
    | { kind: 'exclusion'; option: OptionIndex }
    /** As many are left as there are vacancies, so no more papers are moved. */
    | { kind: 'lastVacancies' }
  /** What each option gained or lost, by option. */
  change: readonly Amount[]
  /** At the end of the stage, by option. */
  votes: readonly Amount[]
  /** Votes of papers with no next preference, so far. */
  nonTransferable: Amount
  /** What was cut off after the fifth decimal, so far. */
  cutOff: Amount
  /** Deemed elected at this stage, in the order of their votes. */
  elected: readonly OptionIndex[]
  excluded: readonly OptionIndex[]
}

/** Greedy: one project, in the order of scores. */
export interface LookedAtStep {
  kind: 'lookedAt'
  option: OptionIndex
  score: Amount
  cost: Amount
  /** What was left before. */
  left: Amount
  outcome: 'funded' | 'doesNotFit' | 'belowThreshold'
}

/** Equal shares: every voter gets the same. */
export interface SharesStep {
  kind: 'shares'
  total: Amount
  voters: number
  each: Amount
}

/** Equal shares: a project is paid for by its supporters. */
export interface BoughtStep {
  kind: 'bought'
  option: OptionIndex
  cost: Amount
  supporters: number
  /** How many of them pay all that they have left, which is less than the others pay. */
  paidAll: number
  /** What each of the others pays. */
  payment: Amount
  /** Cost divided by that payment: as though so many had paid alike. */
  effectiveVotes: Amount
}

/** Equal shares, completion: what the election would be with one unit more for every voter. */
export interface RaisedStep {
  kind: 'raised'
  each: Amount
  elected: readonly OptionIndex[]
  cost: Amount
  outcome: 'kept' | 'overspends'
}

/** Equal shares: why it stops. */
export interface SharesEndStep {
  kind: 'sharesEnd'
  why: 'noneAffordable' | 'nothingMoreFits' | 'overspends' | 'allSupportedFunded'
  spent: Amount
  left: Amount
}
