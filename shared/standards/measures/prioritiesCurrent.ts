import { addMonthsToDay, daysBetween } from '../../time/london.ts'
import { type Measure, numberTerm } from '../measure.ts'

export interface PrioritiesCurrentFacts {
  /** The day that was looked at, '2026-11-24': today, or the last of the quarter. */
  day: string
  open: number
  /** When the oldest open one was agreed; null when none is open. */
  oldestAgreedOn: string | null
}

/** Priorities are shown, and none that is open is older than promised. Where none is shown, the promise is broken. */
export const prioritiesCurrent: Measure<PrioritiesCurrentFacts> = {
  name: 'Priorities are shown and up to date',
  how: 'computed',
  fields: [
    { name: 'months', label: 'How old may a priority be, in months', kind: 'number', initial: 3, min: 1, max: 24 },
  ],
  target: (terms) => ({
    key: 'standards:target_prioritiesCurrent',
    values: { months: numberTerm(terms, 'months', 3) },
  }),
  judge: ({ day, open, oldestAgreedOn }, terms) => {
    if (oldestAgreedOn === null)
      return {
        measured: true,
        met: false,
        value: 0,
        unit: 'count',
        sentences: [{ key: 'standards:finding_nothingShown', values: { day: { day } } }],
      }
    return {
      measured: true,
      met: oldestAgreedOn >= addMonthsToDay(day, -numberTerm(terms, 'months', 3)),
      value: daysBetween(oldestAgreedOn, day),
      unit: 'days',
      sentences: [
        {
          key: 'standards:finding_oldestPriority',
          values: { day: { day }, open, agreed: { day: oldestAgreedOn } },
        },
      ],
    }
  },
}
