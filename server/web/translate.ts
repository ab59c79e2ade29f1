import { createInstance } from 'i18next'
import { type Language, languages, type Translate, texts } from '../../shared/i18n/texts.ts'

const i18n = createInstance()
await i18n.init({
  lng: 'en',
  fallbackLng: false,
  ns: Object.keys(texts),
  resources: Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(Object.entries(texts).map(([namespace, both]) => [namespace, both[language]])),
    ]),
  ),
  // Preact escapes whatever it renders.
  interpolation: { escapeValue: false },
})

const translators = Object.fromEntries(
  languages.map((language) => [language, i18n.getFixedT(language) as unknown as Translate]),
) as Record<Language, Translate>

/** The function that gives texts in a language. */
export function translator(language: Language): Translate {
  return translators[language]
}
