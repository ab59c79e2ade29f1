import type { Sentence } from './sentence.ts'

/** What a target is made of, by the names of its measure's fields. */
export type Terms = Record<string, string | number>

/** One field of a target, as a form asks for it. */
export type TermField =
  | { name: string; label: string; hint?: string; kind: 'number'; initial: number; min: number; max: number }
  | {
      name: string
      label: string
      hint?: string
      kind: 'choice'
      initial: string
      choices: { value: string; text: string }[]
    }
  | { name: string; label: string; hint?: string; kind: 'text'; initial: string }

/** Why there is no result. Nothing to measure is neither met nor missed. */
export type NotMeasured =
  | 'noMessages'
  | 'nothingDue'
  | 'noAnswers'
  | 'fewAnswers'
  | 'noPriorities'
  | 'noMeetings'
  | 'meetingNotDue'
  | 'minutesNotDue'
  | 'noFeedback'
  | 'fewFeedback'
  | 'notEntered'
  | 'notSeen'
  | 'notKept'

/** What a value counts, so that two of them can be set beside one another. */
export type Unit = 'share' | 'percent' | 'hours' | 'days' | 'months' | 'count'

/** What a measure makes of the facts. */
export type Finding =
  | {
      measured: true
      met: boolean
      value: number
      unit: Unit
      /** Where the value is a share: of how many how many. Only such values carry a trend in words. */
      counted?: { part: number; whole: number }
      /** The number behind the result, in words. */
      sentences: Sentence[]
    }
  | { measured: false; reason: NotMeasured }

/** A way to measure a promise: pure, one file each. Its facts come from a query of the same name in server/standards/facts/. */
export interface Measure<Facts> {
  /** What it is called in the team's forms. */
  name: string
  /** `computed` from our records; `entered` by a person, with evidence; `none`: nobody keeps a record of it here. */
  how: 'computed' | 'entered' | 'none'
  fields: readonly TermField[]
  /** The target in words. */
  target(terms: Terms): Sentence
  judge(facts: Facts, terms: Terms): Finding
}

/** A number of a target; its measure's own when it is not there. */
export function numberTerm(terms: Terms, name: string, otherwise: number): number {
  const value = terms[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** The target that a measure starts from. */
export function initialTerms(fields: readonly TermField[]): Terms {
  return Object.fromEntries(fields.map((field) => [field.name, field.initial]))
}
