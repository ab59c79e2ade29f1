import type { Finding, Terms } from '../../../shared/standards/measure.ts'
import { type FactsOf, judge, type MeasureKey } from '../../../shared/standards/measures/index.ts'
import type { Asked, FactQuery } from './asked.ts'
import { crimeData } from './crimeData.ts'
import { entered } from './entered.ts'
import { meetingSatisfaction, meetingsHeld, minutesInTime } from './meetings.ts'
import { messagesAcknowledged, messagesAnswered, satisfaction } from './messages.ts'
import { namedOfficer } from './namedOfficer.ts'
import { prioritiesCurrent, prioritiesHaveAction } from './priorities.ts'
import { seen } from './seen.ts'

/** What is seen only while it is there, and so is written down day by day. */
export const seenNow = { 'named-officer-shown': namedOfficer, 'crime-data-current': crimeData } as const

/** Where the facts of each measure come from. */
const factQueries: { [Key in MeasureKey]: FactQuery<FactsOf<Key>> } = {
  'named-officer-shown': seen('named-officer-shown', namedOfficer),
  'messages-acknowledged': messagesAcknowledged,
  'messages-answered': messagesAnswered,
  satisfaction,
  'priorities-current': prioritiesCurrent,
  'priorities-have-action': prioritiesHaveAction,
  'meetings-held': meetingsHeld,
  'minutes-in-time': minutesInTime,
  'meeting-satisfaction': meetingSatisfaction,
  'crime-data-current': seen('crime-data-current', crimeData),
  'time-in-neighbourhood': entered,
  'patrol-hours': entered,
  'calls-answered': entered,
  'arrived-in-time': entered,
  'not-kept': async () => null,
}

/** Fetches the facts of a measure and judges them. */
export async function finding<Key extends MeasureKey>(measure: Key, terms: Terms, asked: Asked): Promise<Finding> {
  const facts = await (factQueries[measure] as FactQuery<FactsOf<Key>>)(asked)
  return facts === undefined ? { measured: false, reason: 'notSeen' } : judge(measure, facts, terms)
}
