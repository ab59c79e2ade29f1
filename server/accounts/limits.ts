import { MailboxLimit } from '../mail/mailboxLimit.ts'
import { linkMinutes } from './auth.ts'

/**
 * Letters with links, so that a stranger can neither flood a mailbox nor lock its owner out: at most five to one mailbox in a time that is
 * shorter than a link works. Whoever used the five up has only put five good links into the owner's mailbox; and passkeys and open sessions
 * are not touched by it.
 */
const lettersToOne = { points: 5, duration: (linkMinutes / 2) * 60 }
/** Requests from one network address, which a whole police station may share. */
const requestsFromOne = { points: 60, duration: 600 }

/** Limits on asking for sign-in links. */
export class LinkLimits {
  private readonly letters = new MailboxLimit(lettersToOne)
  private readonly requests = new MailboxLimit(requestsFromOne)

  /** Whether the network address may ask once more. */
  mayAsk(address: string): Promise<boolean> {
    return this.requests.take(address)
  }

  /** Whether one more letter may go to the mailbox. */
  maySend(email: string): Promise<boolean> {
    return this.letters.take(email)
  }
}
