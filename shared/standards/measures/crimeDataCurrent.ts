import type { Month } from '../../month.ts'
import { type Measure, numberTerm } from '../measure.ts'

export interface CrimeDataFacts {
  /** The month that was looked at: this one, or the quarter's last. */
  month: Month
  /** The newest month of recorded crimes that is shown; null when none is. */
  newest: Month | null
}

/** Recorded crimes are shown up to a month that is not older than promised. */
export const crimeDataCurrent: Measure<CrimeDataFacts> = {
  name: 'Recorded crimes are up to date',
  how: 'computed',
  fields: [
    {
      name: 'months',
      label: 'How old may the newest month be, in months',
      kind: 'number',
      initial: 2,
      min: 1,
      max: 24,
    },
  ],
  target: (terms) => ({ key: 'standards:target_crimeData', values: { months: numberTerm(terms, 'months', 2) } }),
  judge: ({ month, newest }, terms) => {
    if (newest === null)
      return {
        measured: true,
        met: false,
        value: 0,
        unit: 'count',
        sentences: [{ key: 'standards:finding_noCrimeData' }],
      }
    const age = monthNumber(month) - monthNumber(newest)
    return {
      measured: true,
      met: age <= numberTerm(terms, 'months', 2),
      value: age,
      unit: 'months',
      sentences: [{ key: 'standards:finding_crimeData', values: { newest: { month: newest }, seen: { month } } }],
    }
  },
}

function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}
