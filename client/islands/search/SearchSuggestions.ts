import type { SearchSuggestionsProps } from './props.ts'

/** Takes over the search form. */
export function start(element: HTMLElement, props: SearchSuggestionsProps): void {
  element.dataset['suggestions'] = props.suggestionsUrl
}
