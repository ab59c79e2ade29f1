import type { Terms } from './measure.ts'
import type { MeasureKey } from './measures/index.ts'

/** One promise: in plain words, how it is measured, and its target. */
export interface Standard {
  /** Stays the same from version to version, whatever the words become. */
  key: string
  promise: string
  /** '' where there is none: Welsh pages then show the English. */
  promiseWelsh: string
  measure: MeasureKey
  terms: Terms
  /** Where the promise comes from; '' for a team's own. */
  source: string
}

/** A standard of a published version. */
export interface PublishedStandard extends Standard {
  origin: 'force' | 'neighbourhood'
  /** When it was first promised, without a break since. */
  since: Date
}

/** A contract as it was signed. */
export interface Version {
  number: number
  publishedAt: Date
  signedName: string
  signedRole: string
  standards: PublishedStandard[]
}
