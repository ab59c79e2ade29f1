import { daysBetween } from '../../time/london.ts'
import { type Measure, numberTerm } from '../measure.ts'

export interface MinutesInTimeFacts {
  today: string
  /** Meetings that were closed in the quarter: when, and when their minutes were first published. */
  meetings: readonly { closedOn: string; publishedOn: string | null }[]
}

/** Minutes are published within so many days of the meeting. */
export const minutesInTime: Measure<MinutesInTimeFacts> = {
  name: 'Minutes are published in time',
  how: 'computed',
  fields: [
    { name: 'days', label: 'Within how many days of the meeting', kind: 'number', initial: 14, min: 1, max: 90 },
    { name: 'share', label: 'Of how many meetings, in per cent', kind: 'number', initial: 100, min: 1, max: 100 },
  ],
  target: (terms) => ({
    key: 'standards:target_minutesInTime',
    values: { days: numberTerm(terms, 'days', 14), share: { share: numberTerm(terms, 'share', 100) / 100 } },
  }),
  judge: ({ today, meetings }, terms) => {
    const days = numberTerm(terms, 'days', 14)
    const inTime = meetings.filter(
      ({ closedOn, publishedOn }) => publishedOn && daysBetween(closedOn, publishedOn) <= days,
    )
    const missed = meetings.filter(({ closedOn, publishedOn }) => daysBetween(closedOn, publishedOn ?? today) > days)
    const whole = inTime.length + missed.length
    if (whole === 0) return { measured: false, reason: meetings.length === 0 ? 'noMeetings' : 'minutesNotDue' }
    const part = inTime.length
    const stillOpen = missed.filter(({ publishedOn }) => publishedOn === null).length
    return {
      measured: true,
      met: part * 100 >= numberTerm(terms, 'share', 100) * whole,
      value: part / whole,
      unit: 'share',
      counted: { part, whole },
      sentences: [
        { key: 'standards:finding_minutesInTime', values: { part, whole, share: { share: part / whole } } },
        ...(stillOpen > 0 ? [{ key: 'standards:finding_minutesOpen' as const, values: { number: stillOpen } }] : []),
      ],
    }
  },
}
