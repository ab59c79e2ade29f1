/** One line under the search box: what it is called, what tells it apart, where it leads. */
export interface Suggestion {
  name: string
  detail: string
  /** Address in the language that was asked for. */
  href: string
}

/** Body of `GET /suggestions?q=&language=`. */
export interface Suggestions {
  suggestions: Suggestion[]
  /** What a screen reader says of them. */
  said: string
}
