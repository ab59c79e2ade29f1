import { wilson } from '../../statistics/wilson.ts'
import { type Measure, numberTerm } from '../measure.ts'

export interface SatisfactionFacts {
  answers: number
  /** Satisfied or very satisfied. */
  satisfied: number
}

/** Fewer say too little of a team, and too much of the people who answered. */
export const fewestAnswers = 5

/** Residents who were answered are satisfied. */
export const satisfaction: Measure<SatisfactionFacts> = {
  name: 'Residents are satisfied with the answer',
  how: 'computed',
  fields: [
    {
      name: 'share',
      label: 'How many are to be satisfied, in per cent',
      hint: 'Of those who answer the question under your reply',
      kind: 'number',
      initial: 80,
      min: 1,
      max: 100,
    },
  ],
  target: (terms) => ({
    key: 'standards:target_satisfaction',
    values: { share: { share: numberTerm(terms, 'share', 80) / 100 } },
  }),
  judge: ({ answers, satisfied }, terms) => {
    const interval = wilson(satisfied, answers)
    if (!interval) return { measured: false, reason: 'noAnswers' }
    if (answers < fewestAnswers) return { measured: false, reason: 'fewAnswers' }
    const { share, low, high } = interval
    return {
      measured: true,
      met: satisfied * 100 >= numberTerm(terms, 'share', 80) * answers,
      value: share,
      unit: 'share',
      counted: { part: satisfied, whole: answers },
      sentences: [
        {
          key: 'standards:finding_satisfied',
          values: { part: satisfied, whole: answers, share: { share } },
        },
        { key: 'standards:finding_interval', values: { low: { share: low }, high: { share: high } } },
      ],
    }
  },
}
