import type { CategoryFilter } from '../../../shared/categories.ts'
import type { Language } from '../../../shared/i18n/texts.ts'
import type { MapWords, PointAnswer, ViewAnswer } from '../../../shared/map/answers.ts'
import type { MapBox, MapView } from '../../../shared/map/view.ts'
import type { Month } from '../../../shared/month.ts'

/** A choice of a list, with its name in the page's language. */
export interface Choice<Value extends string> {
  value: Value
  label: string
}

/** What the server gives the map: enough for the whole page without script, and for the browser to take it over. */
export interface CrimeMapProps {
  language: Language
  words: MapWords
  months: Choice<Month>[]
  categories: Choice<CategoryFilter>[]
  view: MapView
  /** The box to open at, where the address names no view: the window shows the whole of it. */
  fit?: MapBox
  answer: ViewAnswer
  point?: PointAnswer
}

/** What the browser does in place of following a link or sending the form; without script there are none. */
export interface MapActions {
  onFilter(changes: Partial<Pick<MapView, 'month' | 'category'>>): void
  onPage(page: number): void
  onPoint(id: number): void
  onClosePoint(): void
}

/** What the map in the window is doing; `unavailable` holds why there is none. */
export type StageState = { kind: 'starting' } | { kind: 'drawn' } | { kind: 'unavailable'; reason: string }

/** The address of a path in a language. */
export function inLanguage(language: Language, path: string): string {
  return language === 'cy' ? `/cy${path}` : path
}

/** Puts values in the places of a text that is given to the browser: `{name}`. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** Runs an action in place of a plain click on a link; a click that asks for a new window is left to the browser. */
export function insteadOf(action: (() => void) | undefined) {
  if (!action) return {}
  return {
    onClick: (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      action()
    },
  }
}
