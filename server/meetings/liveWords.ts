import type { Dictionary } from '../../shared/i18n/dictionary.ts'
import { type Language, texts } from '../../shared/i18n/texts.ts'

/** The words that a live page needs in the browser. */
export function liveWords(language: Language): Dictionary {
  const { liveMeeting, live, common } = texts
  return {
    ...named('liveMeeting', liveMeeting[language]),
    ...named('live', live[language], (key) => key.startsWith('kind_')),
    ...named('common', common[language], (key) => key === 'errorPrefix'),
  }
}

function named(
  namespace: string,
  words: Readonly<Record<string, string>>,
  isWanted: (key: string) => boolean = () => true,
): Dictionary {
  const wanted = Object.entries(words).filter(([key]) => isWanted(key))
  return Object.fromEntries(wanted.map(([key, text]) => [[namespace, key].join(':'), text]))
}
