import type { Budget } from './election.ts'

/** What a budget is spent on. */
export interface Projects {
  budget: Budget
  /** By option, in the smallest unit of the budget's money. */
  costs: readonly bigint[]
}
