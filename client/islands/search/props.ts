/** What the search box needs in the browser. */
export interface SearchSuggestionsProps {
  /** Address that answers `?q=` with suggestions as JSON. */
  suggestionsUrl: string
}
