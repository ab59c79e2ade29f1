import type { LiveIslandProps } from '../ui/live/islandProps.ts'
import type { CrimeMapProps } from '../ui/map/props.ts'
import type { AgendaOrderProps } from './agenda/props.ts'
import type { PasskeyAddProps, PasskeySignInProps } from './passkeys/props.ts'
import type { RecountProps } from './recount/props.ts'
import type { SearchSuggestionsProps } from './search/props.ts'

/** Every island and what it is given; the name is the name of its folder's entry in client/main.ts. */
export interface IslandProps {
  AgendaOrder: AgendaOrderProps
  CrimeMap: CrimeMapProps
  Recount: RecountProps
  SearchSuggestions: SearchSuggestionsProps
  PasskeySignIn: PasskeySignInProps
  PasskeyAdd: PasskeyAddProps
  LiveMeeting: LiveIslandProps
  LiveScreen: LiveIslandProps
  LiveChair: LiveIslandProps
}
export type IslandName = keyof IslandProps

/** What an island's module exports: it takes over the element, whose content is its fallback. */
export interface IslandModule<Name extends IslandName> {
  start(element: HTMLElement, props: IslandProps[Name]): void
}
