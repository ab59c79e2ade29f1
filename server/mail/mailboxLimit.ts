import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts what goes to one mailbox or comes from one address, under a hash that is held in memory for a while. */
export class MailboxLimit {
  private readonly limiter: RateLimiterMemory

  /** @param limit so many in so many seconds */
  constructor(limit: { points: number; duration: number }) {
    this.limiter = new RateLimiterMemory(limit)
  }

  /** Takes one; false when there is none left for now. */
  take(address: string): Promise<boolean> {
    const hashed = createHash('sha256').update(address.toLowerCase()).digest('base64url')
    return this.limiter.consume(hashed).then(
      () => true,
      () => false,
    )
  }
}
