import type { BallotForm } from './election.ts'

/** The ways to count, by the names that the command line and our own files use. */
export const methods = [
  'approval',
  'borda',
  'irv',
  'schulze',
  'scottish-stv',
  'score',
  'points',
  'greedy',
  'equal-shares',
] as const
export type Method = (typeof methods)[number]

/**
 * Which forms of ballot each method can count, its own first. A ballot of another form is read as `reading.ts` says, and the
 * report says so; what has no plain reading is refused.
 */
export const formsOf: Readonly<Record<Method, readonly BallotForm[]>> = {
  approval: ['approval', 'ranking'],
  borda: ['ranking', 'score', 'points'],
  irv: ['ranking', 'score', 'points'],
  schulze: ['ranking', 'score', 'points'],
  'scottish-stv': ['ranking'],
  score: ['score', 'points', 'approval'],
  points: ['points', 'approval'],
  greedy: ['approval', 'points', 'score', 'ranking'],
  'equal-shares': ['approval', 'points', 'score', 'ranking'],
}

/** Methods that spend a budget rather than fill seats. */
export const budgetMethods: readonly Method[] = ['greedy', 'equal-shares']

export function isMethod(text: string): text is Method {
  return (methods as readonly string[]).includes(text)
}
