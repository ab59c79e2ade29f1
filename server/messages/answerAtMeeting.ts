import { randomUUID } from 'node:crypto'
import { readCommand } from '../../shared/live/commands.ts'
import { refusalSentence } from '../../shared/live/sentences.ts'
import type { Person } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import type { Handle } from '../database/database.ts'
import { RefusedAlongside } from '../live/alongside.ts'
import type { Problems } from '../web/forms.ts'
import { translator } from '../web/translate.ts'
import type { Message } from './readMessages.ts'

/** What became of an answer: stored, too late because somebody else was quicker, or with something to mend. */
export type AnswerMade = 'made' | 'outdated' | { problems: Problems }

/**
 * Answers the question of a meeting that a message is: the answer goes into the meeting's log, from which its minutes show it, and in the
 * same transaction to the message.
 * @param store writes the answer to the message as it was shown; false when somebody has changed it since
 */
export async function answerAtMeeting(
  { live }: Pick<Context, 'live'>,
  person: Person,
  message: Pick<Message, 'meetingId' | 'questionId'>,
  text: string,
  store: (handle: Handle) => Promise<boolean>,
): Promise<AnswerMade> {
  const read = readCommand({
    id: randomUUID(),
    meeting: message.meetingId,
    kind: 'question:answer',
    detail: { question: message.questionId, text },
  })
  const say = translator('en')
  if (!read.ok) return { problems: { answer: refusalSentence(say, 'not-valid', read.problem) } }
  const outcome = await live.commandAs({ kind: 'chair', isTeam: true, person }, read.command, async (handle) => {
    if (!(await store(handle))) throw new RefusedAlongside('changed-meanwhile')
  })
  if (outcome.ok) return 'made'
  return outcome.reason === 'changed-meanwhile'
    ? 'outdated'
    : { problems: { answer: refusalSentence(say, outcome.reason) } }
}
