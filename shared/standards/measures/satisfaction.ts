import { wilsonInterval } from '../../statistics/wilson.ts'
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
    if (answers === 0) return { measured: false, reason: 'noAnswers' }
    if (answers < fewestAnswers) return { measured: false, reason: 'fewAnswers' }
    const { low, high } = wilsonInterval(satisfied, answers)
    return {
      measured: true,
      met: satisfied * 100 >= numberTerm(terms, 'share', 80) * answers,
      value: satisfied / answers,
      unit: 'share',
      counted: { part: satisfied, whole: answers },
      sentences: [
        {
          key: 'standards:finding_satisfied',
          values: { part: satisfied, whole: answers, share: { share: satisfied / answers } },
        },
        { key: 'standards:finding_interval', values: { low: { share: low }, high: { share: high } } },
      ],
    }
  },
}
