import type { MessageRow } from '../../client/ui/messages/MessageTable.tsx'
import type { ThreadEntry } from '../../client/ui/messages/Thread.tsx'
import { momentInWords } from '../../shared/time/words.ts'
import { translator } from '../web/translate.ts'
import type { ListedMessage, Message, MessageText } from './readMessages.ts'
import { byDueTime, isBroken, type MessageState, nextDue, recourseIsOpen } from './rules.ts'

const hourMs = 3_600_000
const excerptLength = 90

/** Lines of an inbox, by what is due first. */
export function messageRows(
  messages: readonly ListedMessage[],
  now: Date,
  owedBy: 'team' | 'supervisor' = 'team',
): MessageRow[] {
  return [...messages].sort(byDueTime).map((message) => ({
    id: message.id,
    path: messagePath(message.place, message.id),
    place: message.place.name,
    topic: topicName(message.topic),
    excerpt: message.question === null ? 'Erased' : excerpt(message.question),
    received: momentInWords(message.receivedAt, 'en'),
    assigned: message.assignedName,
    due: dueLine(message, now, owedBy),
    isFromMeeting: message.meetingId !== null,
    isRecourseOpen: recourseIsOpen(message),
    isBroken: isBroken(message, now),
  }))
}

/** What is due next and whether its time has run out, in words. */
export function dueLine(message: Message, now: Date, owedBy: 'team' | 'supervisor' = 'team'): MessageRow['due'] {
  const asked = owedBy === 'supervisor' && recourseIsOpen(message) && message.recourseDueAt
  const due = asked ? { what: 'recourse' as const, at: asked } : nextDue(message)
  if (!due) return null
  const what = { acknowledgement: 'Acknowledge', answer: 'Answer', recourse: 'Supervisor’s reply' }[due.what]
  const hours = Math.floor(Math.abs(due.at.getTime() - now.getTime()) / hourMs)
  const length = hours < 48 ? hoursInWords(hours) : `${Math.floor(hours / 24)} days`
  const isOverdue = due.at < now
  return {
    text: `${what} by ${momentInWords(due.at, 'en')}`,
    left: isOverdue ? `Overdue by ${length}` : `${length[0]?.toUpperCase()}${length.slice(1)} left`,
    isOverdue,
  }
}

function hoursInWords(hours: number): string {
  if (hours < 1) return 'less than an hour'
  return hours === 1 ? '1 hour' : `${hours} hours`
}

/** Where a message stands, as the team's pages name it. */
export const stateNames = {
  new: 'New',
  acknowledged: 'Acknowledged',
  assigned: 'Assigned',
  answered: 'Answered',
  closed: 'Closed',
} as const satisfies Record<MessageState, string>

/** What was written, as officers see it: notes too. */
export function officersThread(texts: readonly MessageText[]): ThreadEntry[] {
  return texts.map(({ kind, text, writtenBy, writtenAt }) => {
    const who = writtenBy ?? 'the team'
    const titles = {
      question: 'The resident wrote',
      answer: `Answer by ${who}`,
      acknowledgement: `Acknowledged by ${who}`,
      recourse: 'The resident asked the supervisor',
      'recourse-answer': `Supervisor’s reply by ${who}`,
      satisfaction: 'The resident said about the answer',
      note: `Note between officers, by ${who}`,
    }
    return {
      title: titles[kind],
      when: momentInWords(writtenAt, 'en'),
      at: writtenAt.toISOString(),
      text,
      isNote: kind === 'note',
    }
  })
}

/** A topic as the team reads it. */
export function topicName(topic: string): string {
  return topic === '' ? 'No topic' : translator('en')(`messages:topic_${topic as 'else'}`)
}

/** Path of an inbox, and of one of its messages. */
export function inboxPath(place: { forceId: string; code: string }): string {
  return `/manage/neighbourhoods/${encodeURIComponent(place.forceId)}/${encodeURIComponent(place.code)}/messages`
}
export function messagePath(place: { forceId: string; code: string }, id: number): string {
  return `${inboxPath(place)}/${id}`
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= excerptLength) return line
  // Cut between words, unless that would leave next to nothing of it.
  const cut = line.slice(0, excerptLength - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > excerptLength / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:!?]+$/, '')}…`
}
