import { Combobox } from './combobox.ts'
import { offerLocation } from './locate.ts'
import type { SearchSuggestionsProps } from './props.ts'

/** Takes over the search form: suggests as one types, and offers the device's position. */
export function start(element: HTMLElement, props: SearchSuggestionsProps): void {
  const input = element.querySelector('input')
  if (input) new Combobox(input, props)
  offerLocation(element, props)
}
