/** Why a command is refused, or a question of a client not answered. A refused command has changed nothing. */
export const refusals = [
  'not-valid', // the message is not understood; `field` says which part
  'not-allowed', // only the chair, or only the team, may do it
  'no-such-meeting',
  'cancelled',
  'not-running', // the meeting has not begun
  'begun', // it has
  'closed',
  'published',
  'moved-already', // another item is on by now: look again
  'changed-meanwhile', // somebody else has written there: look again
  'no-such-item',
  'no-such-question',
  'no-such-hand',
  'no-such-entry',
  'no-next-item',
  'no-item-before',
  'item-is-on',
  'item-has-minutes',
  'id-taken', // the id made for something new is used
  'too-many-items',
  'too-many-questions', // of this device
  'new-device', // the chair takes questions only from devices that came before `knownBefore`
  'questions-full', // the meeting has as many as a chair can read
  'queue-full',
  'hand-is-up',
  'approve-first', // the question is not public
  'is-merged',
  'minutes-full',
  'no-device', // the device's cookie is missing: open the meeting's page first
  'too-fast', // wait `retryAfterMs`, then send the same again
  'not-available', // the database could not be reached: send the same again
] as const
export type Refusal = (typeof refusals)[number]
