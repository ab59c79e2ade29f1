import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { CategoryFilter } from '../../../../shared/categories.ts'
import type { Language } from '../../../../shared/i18n/texts.ts'
import type { Month } from '../../../../shared/month.ts'
import type { Palette } from './palette.ts'

/** Everything that the drawing of the map depends on. */
export interface Look {
  palette: Palette
  /** The data version of the tiles. */
  version: string
  language: Language
  month: Month
  category: CategoryFilter
  /** Forces without figures for the month: their neighbourhoods are hatched. */
  missing: readonly string[]
  /** The map point whose details are open. */
  chosenPoint: number | undefined
}

/** The layers of one subject, bottom to top. */
export type Layers = (look: Look) => LayerSpecification[]

/** Labels are drawn from the page's own font: the style names no glyphs. */
export const regular = ['Atkinson Hyperlegible Next Variable', 'Arial', 'sans-serif']
/** The name of the first sets the weight; the second is the font. */
export const bold = ['Semibold', 'Atkinson Hyperlegible Next Variable', 'Arial', 'sans-serif']

/** The name to print in a language: tiles bring the Welsh name, or the only one. */
export function nameIn(language: Language) {
  return ['get', language === 'cy' ? 'name_cy' : 'name'] as ['get', string]
}

/** Features of a class. */
export function ofClass(...classes: string[]): ExpressionSpecification {
  return ['in', ['get', 'class'], ['literal', classes]]
}
