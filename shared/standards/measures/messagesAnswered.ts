import type { Measure } from '../measure.ts'
import { clockFields, clockTarget, judgeTimedReply, type TimedReplyFacts } from './timedReply.ts'

/** Hours that a promise to answer starts from. */
export const answerHours = 72

/** Messages are answered within the hours promised; the standard names what a resident may do when one is not. */
export const messagesAnswered: Measure<TimedReplyFacts> = {
  name: 'Messages answered in time',
  how: 'computed',
  fields: [
    ...clockFields(answerHours),
    {
      name: 'recourse',
      label: 'What a resident can do when you miss it',
      hint: 'For example: ask the neighbourhood inspector to step in. Leave it empty if there is nothing',
      kind: 'text',
      initial: '',
    },
    {
      name: 'recourseHours',
      label: 'Within how many hours the supervisor then answers',
      kind: 'number',
      initial: 72,
      min: 1,
      max: 1000,
    },
  ],
  target: (terms) => clockTarget('answered', terms, answerHours),
  judge: judgeTimedReply,
}
