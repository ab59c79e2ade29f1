import { createHmac, randomBytes } from 'node:crypto'
import { isSameSecret } from '../accounts/secrets.ts'

/** Quicker than this nobody reads the form and writes a message. */
export const quickestMs = 3_000
/** Older than this a form has lain about. */
export const oldestMs = 86_400_000

/** What is to be said of a form's token. */
export type TokenFinding = 'sound' | 'too-fast' | 'too-old' | 'not-ours'

/**
 * A token for one form: when the form was made, and 128 random bits, signed. It needs no cookie and nothing kept.
 * @param purpose what the form is for, such as the neighbourhood it writes to
 */
export function newFormToken(key: string, purpose: string, now: Date): string {
  const text = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`
  return `${text}.${sign(key, `${purpose} ${text}`)}`
}

/** Looks at a token that came back with a form. */
export function readFormToken(key: string, purpose: string, token: string, now: Date): TokenFinding {
  const [made = '', random = '', signature = '', ...more] = token.split('.')
  // Anything behind it would make another link, and so another message, of the same form.
  if (more.length > 0) return 'not-ours'
  if (!isSameSecret(signature, sign(key, `${purpose} ${made}.${random}`))) return 'not-ours'
  const age = now.getTime() - Number.parseInt(made, 36)
  if (age < quickestMs) return 'too-fast'
  return age > oldestMs ? 'too-old' : 'sound'
}

/**
 * The secret of the private link that a form leads to: always the same for the same token, so that a form sent twice leads to one
 * message. 256 bits that only the key can make.
 */
export function linkSecret(key: string, token: string): string {
  return sign(key, token)
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}
