import { parse } from 'node-html-parser'
import { newSecretText } from '../../../server/accounts/secrets.ts'
import type { Database } from '../../../server/database/database.ts'
import { messageOfLink } from '../../../server/messages/readMessages.ts'
import { type IncomingMessage, receiveMessage } from '../../../server/messages/writeMessages.ts'
import { nothingPromised, type ReplyPromise } from '../../../server/standards/promisedReply.ts'

/** The promise of the tests: a day to acknowledge, three to answer, and a supervisor with two days. */
export const promised: ReplyPromise = {
  acknowledge: [{ hours: 24, counted: 'calendar' }],
  answer: [{ hours: 72, counted: 'calendar' }],
  recourse: { way: 'The supervisor of the force looks into it.', within: { hours: 48, counted: 'calendar' } },
}

/** Stores a message as if its form had been sent at an instant; gives its number and the secret of its private link. */
export async function aMessage(
  database: Database,
  given: Partial<IncomingMessage> & { neighbourhoodId: number; at: Date; promise?: ReplyPromise },
): Promise<{ id: number; secret: string }> {
  const { at, promise = nothingPromised, ...rest } = given
  const secret = newSecretText()
  const message = { message: 'Cars race here.', email: '', topic: '', language: 'en', secret, ...rest } as const
  await database.transaction((handle) => receiveMessage(handle, message, promise, at))
  const stored = await messageOfLink(database.kysely, message.secret)
  if (!stored) throw new Error('the message was not stored')
  return { id: stored.id, secret: message.secret }
}

/** The hidden token of a form that was shown. */
export function tokenOf(html: string): string {
  return parse(html).querySelector('input[name=token]')?.getAttribute('value') ?? ''
}
