import type { FollowMessagePageProps } from '../../client/pages/FollowMessagePage.tsx'
import type { Language, Translate } from '../../shared/i18n/texts.ts'
import { dateInWords, momentInWords } from '../../shared/time/words.ts'
import type { Message, MessageText } from './readMessages.ts'
import { isBroken, isOverdue, keptDaysAfterClosing, mayAskRecourse } from './rules.ts'

const dayMs = 86_400_000

/** The words in which a message's sender is told where it stands. */
export function followView(
  reader: { t: Translate; language: Language },
  message: Message,
  texts: readonly MessageText[],
  now: Date,
): Pick<FollowMessagePageProps, 'sent' | 'status' | 'thread'> {
  const { t, language } = reader
  return {
    sent: t('messages:sent', { when: momentInWords(message.receivedAt, language) }),
    status: statusLines(reader, message, now),
    thread: sharedTexts(texts).map((entry) => ({
      title: t(`messages:from_${entry.kind}`),
      when: momentInWords(entry.writtenAt, language),
      at: entry.writtenAt.toISOString(),
      text: entry.text,
    })),
  }
}

/** A text that the sender sees: notes are between officers. */
export type SharedText = MessageText & { kind: Exclude<MessageText['kind'], 'note' | 'acknowledgement'> }

/** What the sender sees of what was written. */
export function sharedTexts(texts: readonly MessageText[]): SharedText[] {
  return texts.filter((text): text is SharedText => text.kind !== 'note' && text.kind !== 'acknowledgement')
}

/** What the sender takes along: everything about the message that is theirs to see, times in ISO 8601. */
export function exportedMessage(
  message: Message,
  place: { force: string; name: string },
  texts: readonly MessageText[],
) {
  return {
    to: place,
    topic: message.topic || null,
    email: message.email,
    receivedAt: message.receivedAt,
    acknowledgementDueAt: message.acknowledgeDueAt,
    acknowledgedAt: message.acknowledgedAt,
    answerDueAt: message.answerDueAt,
    answeredAt: message.answeredAt,
    recourseAskedAt: message.recourseAskedAt,
    recourseDueAt: message.recourseDueAt,
    recourseAnsweredAt: message.recourseAnsweredAt,
    closedAt: message.closedAt,
    satisfaction: message.satisfaction,
    texts: sharedTexts(texts).map(({ kind, text, writtenAt }) => ({ kind, text, writtenAt })),
  }
}

function statusLines({ t, language }: { t: Translate; language: Language }, message: Message, now: Date) {
  const lines: { text: string; isLate: boolean }[] = []
  const say = (text: string, isLate = false) => lines.push({ text, isLate })
  const when = (moment: Date) => ({ when: momentInWords(moment, language) })
  const { acknowledgedAt, acknowledgeDueAt, answeredAt, answerDueAt, recourseAskedAt, recourseDueAt, closedAt } =
    message

  if (acknowledgedAt) say(t('messages:statusAcknowledged', when(acknowledgedAt)))
  else say(t('messages:statusWaiting'))
  if (!acknowledgedAt && acknowledgeDueAt)
    say(t('messages:acknowledgeDue', when(acknowledgeDueAt)), acknowledgeDueAt < now)
  if (answeredAt) say(t('messages:statusAnswered', when(answeredAt)))
  if (answerDueAt) say(t('messages:answerDue', when(answerDueAt)), !answeredAt && answerDueAt < now)
  if (!answerDueAt && !acknowledgeDueAt) say(t('messages:noClock'))
  if (closedAt && !answeredAt) say(t('messages:closedUnanswered'), isBroken(message, now))
  else if (isOverdue(message, now)) say(t('messages:lateExplained'))
  else if (isBroken(message, now)) say(t('messages:cameLate'))
  if (recourseAskedAt) say(t('messages:recourseAsked', when(recourseAskedAt)))
  if (recourseAskedAt && recourseDueAt && !message.recourseAnsweredAt)
    say(t('messages:recourseDue', when(recourseDueAt)), recourseDueAt < now)
  if (message.satisfaction !== null)
    say(t('messages:satisfactionGiven', { score: t(`messages:satisfaction_${message.satisfaction}`) }))
  if (closedAt) {
    const erased = dateInWords(new Date(closedAt.getTime() + keptDaysAfterClosing * dayMs), language)
    say(t('messages:statusClosed', { ...when(closedAt), erased }))
  }
  return lines
}

/** The way that the sender may take now, in the force's words. */
export function offeredRecourse(message: Message, now: Date): string | null {
  return mayAskRecourse(message, now) ? message.recourse : null
}
