import type { Measure } from '../measure.ts'
import { clockFields, clockTarget, judgeTimedReply, type TimedReplyFacts } from './timedReply.ts'

/** Messages are acknowledged within the hours promised. */
export const messagesAcknowledged: Measure<TimedReplyFacts> = {
  name: 'Messages acknowledged in time',
  how: 'computed',
  fields: clockFields(24),
  target: (terms) => clockTarget('acknowledged', terms, 24),
  judge: judgeTimedReply,
}
