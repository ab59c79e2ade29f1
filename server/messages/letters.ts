import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Letter } from '../mail/mailer.ts'
import { translator } from '../web/translate.ts'

/** The address of a sender's private page. */
export function privateAddress(publicUrl: string, language: Language, secret: string): string {
  return publicUrl + localPath(language, `/messages/${secret}`)
}

/** The letter with the private link: the only one that holds it. No letter ever holds what was written. */
export function sentLetter(publicUrl: string, language: Language, to: string, secret: string): Letter {
  const t = translator(language)
  const body = [
    t('messages:letterSent_body'),
    privateAddress(publicUrl, language, secret),
    t('messages:letterSent_keep'),
  ]
  return { to, subject: t('messages:letterSent_subject'), text: letterText(language, body) }
}

/** The letter that says that the team has read the message, or that there is an answer; nothing else. */
export function newsLetter(
  kind: 'Read' | 'Answer' | 'Closed',
  language: Language,
  to: string,
  receivedAt: Date,
): Letter {
  const t = translator(language)
  const day = dateInWords(receivedAt, language)
  const body = [t(`messages:letter${kind}_body`, { day }), t('messages:letterOpen')]
  return { to, subject: t(`messages:letter${kind}_subject`), text: letterText(language, body) }
}

/** The letter that tells a supervisor that a resident asks for them. */
export function recourseLetter(publicUrl: string, to: string, forceId: string): Letter {
  return {
    to,
    subject: 'A resident asks for you: a promised reply is late',
    text: [
      'A team has not kept the published time for a reply, and the resident has asked the supervisor.',
      '',
      'Sign in to read the message and answer it:',
      '',
      `${publicUrl}/manage/forces/${encodeURIComponent(forceId)}/messages`,
      '',
    ].join('\n'),
  }
}

/** The text of a letter: its paragraphs, and whom to call in an emergency. */
export function letterText(language: Language, paragraphs: readonly string[]): string {
  return `${[...paragraphs, translator(language)('messages:letterEmergency')].join('\n\n')}\n`
}
