import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new unguessable text for a link or token: 256 bits in base64url. */
export function newSecretText(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a link or token: its SHA-256. The text has 256 random bits, so nothing slower is needed. */
export function hashSecretText(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * A key for one purpose, derived from the service's secret (HKDF-SHA-256, RFC 5869).
 * @param purpose names it: two purposes never share a key
 */
export function keyFor(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('base64url')
}

/** Whether a text that was brought is the secret or seal that is expected. How long it takes tells nothing of where they differ. */
export function isSameSecret(brought: string, expected: string): boolean {
  const [one, other] = [Buffer.from(brought), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
