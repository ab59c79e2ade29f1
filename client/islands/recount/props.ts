import type { Dictionary } from '../../../shared/i18n/dictionary.ts'
import type { Language } from '../../../shared/i18n/texts.ts'

export interface RecountProps {
  language: Language
  words: Dictionary
}
