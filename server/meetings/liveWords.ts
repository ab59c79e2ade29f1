import type { Dictionary } from '../../shared/i18n/dictionary.ts'
import { type Language, texts } from '../../shared/i18n/texts.ts'

/** The words that a live page needs in the browser. */
export function liveWords(language: Language): Dictionary {
  const { liveMeeting, live, common } = texts
  const kinds = Object.entries(live[language]).filter(([key]) => key.startsWith('kind_'))
  return Object.fromEntries([
    ...Object.entries(liveMeeting[language]).map(([key, text]) => [`liveMeeting:${key}`, text]),
    ...kinds.map(([key, text]) => [`live:${key}`, text]),
    ['common:errorPrefix', common[language].errorPrefix],
  ])
}
