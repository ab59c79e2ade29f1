import type { Finding, NotMeasured } from './measure.ts'
import type { Quarter } from './quarter.ts'

/** What became of a standard in a quarter. */
export type QuarterResult = { quarter: Quarter; explanation: Explanation | null; entered: Entered | null } & Outcome

export type Outcome =
  | { state: 'met' | 'missed'; finding: MeasuredFinding }
  | { state: 'not-measured'; reason: NotMeasured }
  | { state: 'not-promised' }

export type MeasuredFinding = Extract<Finding, { measured: true }>
export type QuarterState = Outcome['state']

/** What the team says about a result. */
export interface Explanation {
  text: string
  textWelsh: string
  writtenAt: Date
}

/** What a result rests on that somebody has entered. */
export interface Entered {
  value: number
  evidence: string
  enteredAs: string
  enteredAt: Date
}

/** A finding as the outcome of its quarter. */
export function outcomeOf(finding: Finding): Outcome {
  if (!finding.measured) return { state: 'not-measured', reason: finding.reason }
  return { state: finding.met ? 'met' : 'missed', finding }
}

/** How many of a contract's standards are in each state. */
export function tally(
  outcomes: readonly { state: QuarterState }[],
): Record<'met' | 'missed' | 'notMeasured' | 'all', number> {
  const count = (state: QuarterState) => outcomes.filter((outcome) => outcome.state === state).length
  return {
    met: count('met'),
    missed: count('missed'),
    notMeasured: count('not-measured'),
    all: outcomes.length - count('not-promised'),
  }
}
