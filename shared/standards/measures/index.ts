import type { Finding, Measure, Terms } from '../measure.ts'
import { arrivedInTime } from './arrivedInTime.ts'
import { callsAnswered } from './callsAnswered.ts'
import { crimeDataCurrent } from './crimeDataCurrent.ts'
import { meetingSatisfaction } from './meetingSatisfaction.ts'
import { meetingsHeld } from './meetingsHeld.ts'
import { messagesAcknowledged } from './messagesAcknowledged.ts'
import { messagesAnswered } from './messagesAnswered.ts'
import { minutesInTime } from './minutesInTime.ts'
import { namedOfficerShown } from './namedOfficerShown.ts'
import { notKept } from './notKept.ts'
import { patrolHours } from './patrolHours.ts'
import { prioritiesCurrent } from './prioritiesCurrent.ts'
import { prioritiesHaveAction } from './prioritiesHaveAction.ts'
import { satisfaction } from './satisfaction.ts'
import { timeInNeighbourhood } from './timeInNeighbourhood.ts'

/** Every measure there is. A new one is a file here and a query of its facts in server/standards/facts/. */
export const measures = {
  'named-officer-shown': namedOfficerShown,
  'messages-acknowledged': messagesAcknowledged,
  'messages-answered': messagesAnswered,
  satisfaction,
  'priorities-current': prioritiesCurrent,
  'priorities-have-action': prioritiesHaveAction,
  'meetings-held': meetingsHeld,
  'minutes-in-time': minutesInTime,
  'meeting-satisfaction': meetingSatisfaction,
  'crime-data-current': crimeDataCurrent,
  'time-in-neighbourhood': timeInNeighbourhood,
  'patrol-hours': patrolHours,
  'calls-answered': callsAnswered,
  'arrived-in-time': arrivedInTime,
  'not-kept': notKept,
} as const

export type MeasureKey = keyof typeof measures
export type FactsOf<Key extends MeasureKey> = Parameters<(typeof measures)[Key]['judge']>[0]

export const measureKeys = Object.keys(measures) as MeasureKey[]

/** Whether a text names a measure. */
export function isMeasureKey(text: string): text is MeasureKey {
  return Object.hasOwn(measures, text)
}

/** A measure without the type of its facts: for its name, fields and target. */
export function measureOf(key: MeasureKey): Omit<Measure<never>, 'judge'> {
  return measures[key]
}

/** Judges facts by their own measure. */
export function judge<Key extends MeasureKey>(key: Key, facts: FactsOf<Key>, terms: Terms): Finding {
  // Of a union of functions TypeScript wants all facts at once; the key ties these to their own.
  return (measures[key].judge as Measure<FactsOf<Key>>['judge'])(facts, terms)
}
