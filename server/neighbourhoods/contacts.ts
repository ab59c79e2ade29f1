import type { Contact } from '../../shared/api/neighbourhoods.ts'
import { plainLine } from './plainText.ts'

/** The kinds that forces publish, the most direct first; others follow in the order given. */
const order = ['telephone', 'mobile', 'email', 'e-messaging', 'web', 'address']
/** Places that no longer exist, and a machine that nobody should need. */
const dropped = new Set(['myspace', 'bebo', 'google-plus', 'fax'])

/** Turns published contact details into what can be linked safely; empty ones are left out. */
export function contactsOf(details: Record<string, string>): Contact[] {
  return Object.entries(details)
    .filter(([kind]) => !dropped.has(kind))
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .flatMap(([kind, value]) => contactOf(kind, value) ?? [])
}

function rankOf(kind: string): number {
  const rank = order.indexOf(kind)
  return rank === -1 ? order.length : rank
}

/** One contact, or undefined when its text is empty. A field named `email` may hold a web address, and often does. */
export function contactOf(kind: string, value: string | null): Contact | undefined {
  const text = typeof value === 'string' ? plainLine(value) : null
  if (text === null) return undefined
  return {
    kind,
    text,
    href: kind === 'address' ? null : (webAddress(text) ?? mailAddress(text) ?? telephone(kind, text)),
  }
}

/** An http or https address, or null: no other scheme is ever linked. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.href : null
}

function mailAddress(text: string): string | null {
  return /^[\w.+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? `mailto:${text}` : null
}

/** The first number of a text such as "101 ext 4711" or "+44 (0)116 222 2222". */
function telephone(kind: string, text: string): string | null {
  if (kind !== 'telephone' && kind !== 'mobile') return null
  const number = text
    .match(/^\+?[\d\s().-]{3,}/)?.[0]
    .replace('(0)', text.startsWith('+') ? '' : '0')
    .replace(/[^\d+]/g, '')
  return number && number.length >= 3 ? `tel:${number}` : null
}
