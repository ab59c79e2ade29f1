import type { z } from 'zod'
import type { Letter } from '../mail/mailer.ts'
import { newsLetter } from './letters.ts'
import type { Message } from './readMessages.ts'
import type { Change } from './rules.ts'
import type { changeForms } from './schemas.ts'
import type { WrittenChange } from './writeMessages.ts'

/** What was sent for a change, by its name. */
export type SentChange = { [Name in Change]: { change: Name } & z.infer<(typeof changeForms)[Name]> }[Change]

/** What a change writes. Answering acknowledges too; the first answer stops the clock. */
export function written(message: Message, sent: SentChange, now: Date): WrittenChange {
  const { change } = sent
  switch (change) {
    case 'acknowledge':
      return { change, columns: { acknowledged_at: now } }
    case 'answer':
      return {
        change,
        columns: { acknowledged_at: message.acknowledgedAt ?? now, answered_at: message.answeredAt ?? now },
        text: { kind: 'answer', text: sent.answer },
      }
    case 'assign':
      return { change, columns: { assigned_to: sent.person === '' ? null : sent.person } }
    case 'note':
      return { change, columns: {}, text: { kind: 'note', text: sent.note } }
    case 'forward':
      return { change, columns: { neighbourhood_id: sent.to, assigned_to: null } }
    case 'close':
      return { change, columns: { closed_at: now } }
    case 'recourse':
      return { change, columns: { recourse_answered_at: now }, text: { kind: 'recourse-answer', text: sent.reply } }
    default:
      return sent satisfies never
  }
}

/** The letters that tell the sender of a change; none when they gave no address. */
export function lettersOf(message: Message, change: Change): Letter[] {
  const { email, language, receivedAt } = message
  if (email === null) return []
  if (change === 'acknowledge') return [newsLetter('Read', language, email, receivedAt)]
  if (change === 'close' && message.answeredAt === null) return [newsLetter('Closed', language, email, receivedAt)]
  if (change === 'answer' || change === 'recourse') return [newsLetter('Answer', language, email, receivedAt)]
  return []
}
