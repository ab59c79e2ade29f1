import { wilson } from '../../statistics/wilson.ts'
import { type Measure, numberTerm } from '../measure.ts'
import { fewestAnswers } from './satisfaction.ts'

export interface MeetingSatisfactionFacts {
  answers: number
  /** Useful or very useful. */
  useful: number
}

/** Those who followed a meeting found it useful. */
export const meetingSatisfaction: Measure<MeetingSatisfactionFacts> = {
  name: 'People find the meetings useful',
  how: 'computed',
  fields: [
    {
      name: 'share',
      label: 'How many are to find it useful, in per cent',
      hint: 'Of those who answer the question after a meeting',
      kind: 'number',
      initial: 80,
      min: 1,
      max: 100,
    },
  ],
  target: (terms) => ({
    key: 'standards:target_meetingSatisfaction',
    values: { share: { share: numberTerm(terms, 'share', 80) / 100 } },
  }),
  judge: ({ answers, useful }, terms) => {
    const interval = wilson(useful, answers)
    if (!interval) return { measured: false, reason: 'noFeedback' }
    if (answers < fewestAnswers) return { measured: false, reason: 'fewFeedback' }
    const { share, low, high } = interval
    return {
      measured: true,
      met: useful * 100 >= numberTerm(terms, 'share', 80) * answers,
      value: share,
      unit: 'share',
      counted: { part: useful, whole: answers },
      sentences: [
        { key: 'standards:finding_useful', values: { part: useful, whole: answers, share: { share } } },
        { key: 'standards:finding_interval', values: { low: { share: low }, high: { share: high } } },
      ],
    }
  },
}
