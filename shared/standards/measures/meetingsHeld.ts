import { addMonthsToDay, daysBetween } from '../../time/london.ts'
import { type Measure, numberTerm } from '../measure.ts'

export interface MeetingsHeldFacts {
  /** The day that was looked at: today, or the last of the quarter. */
  day: string
  /** When the last meeting by then was held; null when there was none. */
  lastHeldOn: string | null
  /** Since when it is promised: a new promise has its months before it can be broken. */
  promisedOn: string
}

/** A meeting is held at least every so many months. Held is what was opened here and closed. */
export const meetingsHeld: Measure<MeetingsHeldFacts> = {
  name: 'Meetings are held regularly',
  how: 'computed',
  fields: [
    { name: 'months', label: 'A meeting at least every so many months', kind: 'number', initial: 3, min: 1, max: 24 },
  ],
  target: (terms) => ({ key: 'standards:target_meetingsHeld', values: { months: numberTerm(terms, 'months', 3) } }),
  judge: ({ day, lastHeldOn, promisedOn }, terms) => {
    const earliest = addMonthsToDay(day, -numberTerm(terms, 'months', 3))
    const met = lastHeldOn !== null && lastHeldOn >= earliest
    if (!met && promisedOn > earliest) return { measured: false, reason: 'meetingNotDue' }
    if (lastHeldOn === null)
      return {
        measured: true,
        met,
        value: 0,
        unit: 'count',
        sentences: [{ key: 'standards:finding_noMeeting', values: { day: { day } } }],
      }
    return {
      measured: true,
      met,
      value: daysBetween(lastHeldOn, day),
      unit: 'days',
      sentences: [{ key: 'standards:finding_lastMeeting', values: { day: { day }, held: { day: lastHeldOn } } }],
    }
  },
}
