import type { Language, TextKey, Translate } from './texts.ts'

/** Some texts of one language by their whole key, as an island gets them. */
export type Dictionary = Readonly<Record<string, string>>

/**
 * Gives texts of a dictionary as i18next gives them: values in the places of `{{name}}`, and the plural form that `count` asks for.
 * A key that the dictionary lacks is shown as it is, so that a test sees it.
 */
export function translateBy(dictionary: Dictionary, language: Language): Translate {
  const plurals = new Intl.PluralRules(language)
  return (key: TextKey, values: Record<string, string | number> = {}) => {
    const { count } = values
    const form = count === undefined ? undefined : dictionary[`${key}_${plurals.select(Number(count))}`]
    const text = form ?? dictionary[key] ?? key
    return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
