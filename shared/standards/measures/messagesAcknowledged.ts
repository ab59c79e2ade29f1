import type { Measure } from '../measure.ts'
import { clockFields, clockTarget, judgeTimedReply, type TimedReplyFacts } from './timedReply.ts'

/** Hours that a promise to acknowledge starts from. */
export const acknowledgeHours = 24

/** Messages are acknowledged within the hours promised. */
export const messagesAcknowledged: Measure<TimedReplyFacts> = {
  name: 'Messages acknowledged in time',
  how: 'computed',
  fields: clockFields(acknowledgeHours),
  target: (terms) => clockTarget('acknowledged', terms, acknowledgeHours),
  judge: judgeTimedReply,
}
