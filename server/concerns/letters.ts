import type { Language } from '../../shared/i18n/texts.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Letter } from '../mail/mailer.ts'
import { letterText } from '../messages/letters.ts'
import { translator } from '../web/translate.ts'
import { privateAddress } from './urls.ts'

/** Somebody who put a concern forward and gave an address. */
export interface Sender {
  email: string
  language: Language
  receivedAt: Date
}

/** The letter with the private link: the only one that holds it. No letter ever holds what was written or decided. */
export function sentLetter(publicUrl: string, language: Language, to: string, secret: string): Letter {
  const t = translator(language)
  const body = [
    t('concerns:letterSent_body'),
    privateAddress(publicUrl, language, secret),
    t('concerns:letterSent_keep'),
  ]
  return { to, subject: t('concerns:letterSent_subject'), text: letterText(language, body) }
}

/** The letters that say that something has happened, and nothing else. */
export function newsLetters(senders: readonly Sender[]): Letter[] {
  return senders.map(({ email, language, receivedAt }) => {
    const t = translator(language)
    const body = [t('concerns:letterNews_body', { day: dateInWords(receivedAt, language) }), t('messages:letterOpen')]
    return { to: email, subject: t('concerns:letterNews_subject'), text: letterText(language, body) }
  })
}
