import { dueTime, type HoursCounted } from '../../shared/time/dueTime.ts'

/** What a message may be about; the names are in shared/i18n/messages.ts. */
export const topics = ['antisocial', 'roads', 'drugs', 'theft', 'meetings', 'service', 'else'] as const

/** The clock of a message and what has happened to it, as rows hold them. */
export interface MessageClock {
  receivedAt: Date
  acknowledgeDueAt: Date | null
  answerDueAt: Date | null
  acknowledgedAt: Date | null
  answeredAt: Date | null
  closedAt: Date | null
  assignedTo: string | null
  recourse: string | null
  recourseAskedAt: Date | null
  recourseDueAt: Date | null
  recourseAnsweredAt: Date | null
  erasedAt: Date | null
}

/** Where a message stands, in the order of an inbox. */
export const states = ['new', 'acknowledged', 'assigned', 'answered', 'closed'] as const
export type MessageState = (typeof states)[number]

/** Where a message stands. */
export function stateOf(message: MessageClock): MessageState {
  if (message.closedAt) return 'closed'
  if (message.answeredAt) return 'answered'
  if (message.assignedTo) return 'assigned'
  return message.acknowledgedAt ? 'acknowledged' : 'new'
}

/** The next thing that is owed, and by when; null when nothing with a time is. */
export function nextDue(message: MessageClock): { what: 'acknowledgement' | 'answer' | 'recourse'; at: Date } | null {
  if (message.erasedAt) return null // nobody is left to whom anything is owed
  const open: { what: 'acknowledgement' | 'answer' | 'recourse'; at: Date | null; owed: boolean }[] = [
    { what: 'acknowledgement', at: message.acknowledgeDueAt, owed: !message.acknowledgedAt },
    { what: 'answer', at: message.answerDueAt, owed: !message.answeredAt },
    { what: 'recourse', at: message.recourseDueAt, owed: recourseIsOpen(message) },
  ]
  // Closing does not keep a promise: what was never answered stays owed.
  if (message.closedAt)
    return !message.answeredAt && message.answerDueAt ? { what: 'answer', at: message.answerDueAt } : null
  const due = open.flatMap(({ what, at, owed }) => (owed && at ? [{ what, at }] : []))
  return due.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
}

/** Whether something is owed whose time has run out. */
export function isOverdue(message: MessageClock, now: Date): boolean {
  const due = nextDue(message)
  return due !== null && due.at < now
}

/** Whether a promise about the message was broken: by something that came late, or has not come although its time has run out. */
export function isBroken(message: MessageClock, now: Date): boolean {
  const late = (due: Date | null, done: Date | null) => due !== null && due < (done ?? now)
  return late(message.acknowledgeDueAt, message.acknowledgedAt) || late(message.answerDueAt, message.answeredAt)
}

/** Whether the sender may take the way that is named for a broken promise: once, and only if one is named. */
export function mayAskRecourse(message: MessageClock, now: Date): boolean {
  return message.recourse !== null && message.recourseAskedAt === null && isBroken(message, now)
}

/** Whether a supervisor has been asked and has not answered yet. */
export function recourseIsOpen(message: MessageClock): boolean {
  return message.recourseAskedAt !== null && message.recourseAnsweredAt === null
}

/** In which order an inbox shows messages: by what is due first; those without a clock last, the oldest first. */
export function byDueTime(one: MessageClock, other: MessageClock): number {
  const due = (message: MessageClock) => nextDue(message)?.at.getTime() ?? Number.POSITIVE_INFINITY
  const difference = due(one) - due(other)
  return difference < 0 || difference > 0 ? difference : one.receivedAt.getTime() - other.receivedAt.getTime()
}

/** What an officer or supervisor can do to a message. */
export const changes = ['acknowledge', 'answer', 'assign', 'note', 'forward', 'close', 'recourse'] as const
export type Change = (typeof changes)[number]

/** Whether something can still be done to a message. */
export function canBe(change: Change, message: MessageClock, now: Date): boolean {
  if (message.erasedAt) return false
  switch (change) {
    case 'acknowledge':
      return !message.acknowledgedAt && !message.closedAt
    case 'answer':
    case 'assign':
      return !message.closedAt
    case 'forward':
      // A promise that is broken already stays with the team that broke it.
      return !message.closedAt && !isBroken(message, now)
    case 'note':
      return true
    case 'close':
      return !message.closedAt && !recourseIsOpen(message)
    case 'recourse':
      return recourseIsOpen(message)
    default:
      return change satisfies never
  }
}

/** When something promised is due; null when nothing was promised. */
export function dueBy(from: Date, hours: number | null, counted: HoursCounted): Date | null {
  return hours === null ? null : dueTime(from, hours, counted)
}

const dayMs = 86_400_000
/** How long texts and the address are kept after closing. */
export const keptDaysAfterClosing = 90
/** An answered message closes by itself this long after the last word, so that nothing is kept without end. */
export const closesAfterDays = 28

/** The instant before which something that many days old happened. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs)
}
