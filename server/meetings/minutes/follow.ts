import { recordAudit } from '../../accounts/audit.ts'
import type { Alongside } from '../../live/alongside.ts'
import { meetingPlace } from '../../live/queries.ts'
import { writeActions } from './actions.ts'
import { answerMessage, sendQuestions, withdrawMessage } from './questions.ts'

/**
 * What follows from a change of a meeting, in the transaction that stores it, by whatever door it came: published minutes bring their actions
 * to priorities and open questions to the inbox; an answer that is given later answers the message.
 */
export const followMinutes: Alongside = async (handle, { meeting, change, after, person }) => {
  const { kind, detail } = change
  const isAboutMinutes = kind === 'minutes:published' || kind === 'minutes:withdrawn'
  const isAboutQuestion = kind === 'question:answered' || kind === 'question:hidden' || kind === 'question:approved'
  if (!isAboutMinutes && !(isAboutQuestion && after.closedAt !== null)) return
  const place = await meetingPlace(handle.kysely, meeting)
  if (!place) return
  const now = new Date(change.at)
  switch (kind) {
    case 'minutes:published':
      await writeActions(handle, meeting, after, { person, place, now })
      await sendQuestions(handle, meeting, after, place.neighbourhoodId, now)
      await recordAudit(handle, person, { ...place, action: 'minutes.publish', subject: subjectOf(meeting) })
      return
    case 'minutes:withdrawn':
      await recordAudit(handle, person, { ...place, action: 'minutes.withdraw', subject: subjectOf(meeting) })
      return
    case 'question:answered':
      await answerMessage(handle, { meeting, question: detail.question }, detail.text, { person, place, now })
      return
    case 'question:hidden':
      await withdrawMessage(handle, { meeting, question: detail.question }, now)
      return
    case 'question:approved':
      if (after.phase === 'published') await sendQuestions(handle, meeting, after, place.neighbourhoodId, now)
      return
    default:
  }
}

/** What the audit log says that it was done to. */
function subjectOf(meeting: number): string {
  return `minutes of meeting ${meeting}`
}
