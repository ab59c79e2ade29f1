import type { Request } from 'express'
import type { Context } from '../context.ts'
import { MailboxLimit } from '../mail/mailboxLimit.ts'
import { type Typed, typedText } from './forms.ts'
import { linkSecret, newFormToken, readFormToken, type TokenFinding } from './formToken.ts'
import { addressLimit } from './limits.ts'

/** First letters to one mailbox: nobody can flood somebody else's with them. */
const lettersToOne = { points: 10, duration: 3600 }

/** What a form of somebody unknown came with. */
export interface SentByUnknown {
  token: string
  finding: TokenFinding
  /** A form that came back too soon keeps its token and so its age; one that cannot be used any more gets a new one. */
  keepsToken: boolean
}

/**
 * A public form that leads to a private link: its token, its limits, and the secret of the link.
 * @param purpose names its keys: two forms never share one
 */
export function unknownSenderForm(context: Context, purpose: 'message' | 'concern') {
  const tokenKey = context.keyFor(`${purpose}-form`)
  const linkKey = context.keyFor(`${purpose}-link`)
  const letters = new MailboxLimit(lettersToOne)
  return {
    /** A token for a form about a neighbourhood. */
    newToken: (neighbourhoodId: number) => newFormToken(tokenKey, String(neighbourhoodId), context.clock()),
    look(neighbourhoodId: number, typed: Typed): SentByUnknown {
      const token = typedText(typed, 'token')
      const finding = readFormToken(tokenKey, String(neighbourhoodId), token, context.clock())
      return { token, finding, keepsToken: finding === 'sound' || finding === 'too-fast' }
    },
    /** How long whoever asks has to wait. A hall may send at once: two a second for a minute, and some more in one go. */
    secondsToWait: addressLimit(120, 60, 60) as (request: Request) => Promise<number>,
    secretOf: (token: string) => linkSecret(linkKey, token),
    /** Whether one more first letter may go to an address. What was written is taken all the same: only the letter is left out. */
    mayWriteTo: (email: string) => letters.take(email),
  }
}

/** Why a form of somebody unknown is not taken as it came; every public form has a sentence of this name. */
export type Suspicion = 'trapFilled' | 'tokenTooFast' | 'tokenTooOld' | 'tokenNotOurs'

/** Looks whether a program rather than a person sent a form: the field that people do not see, and the form's token. Null: neither says so. */
export function suspicionOf(typed: Typed, finding: TokenFinding): Suspicion | null {
  if (typedText(typed, 'website') !== '') return 'trapFilled'
  switch (finding) {
    case 'too-fast':
      return 'tokenTooFast'
    case 'too-old':
      return 'tokenTooOld'
    case 'not-ours':
      return 'tokenNotOurs'
    case 'sound':
      return null
    default:
      return finding satisfies never
  }
}
