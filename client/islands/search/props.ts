/** What the search box needs in the browser. */
export interface SearchSuggestionsProps {
  /** Address of suggestions as JSON; what is typed is put at its end. */
  suggestionsUrl: string
  /** Page that takes `?lat=&lon=`. */
  locateUrl: string
  listLabel: string
  locating: string
  locateRefused: string
  locateFailed: string
}
