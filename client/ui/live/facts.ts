import type { Language } from '../../../shared/i18n/texts.ts'
import type { OwnActs } from '../../../shared/live/protocol.ts'
import type { AgendaItem, MeetingState } from '../../../shared/live/state.ts'

/** What is known of a meeting beside its log, ready to be shown in the page's language. */
export interface MeetingFacts {
  id: number
  title: string
  /** The neighbourhood; its path without the language's prefix. */
  place: { name: string; path: string }
  force: string
  /** "Tuesday 8 December 2026, 19:00 to 20:30". */
  when: string
  /** ISO. */
  startsAt: string
  /** "Tuesday 8 December 2026". */
  startsDay: string
  /** "19:00". */
  startsTime: string
  where: string
  /** Path of the map page at the place, without the language's prefix; '' where the place is not known. */
  map: string
  accessNotes: string
  onlineUrl: string
  description: readonly string[]
  /** Path of the calendar file. */
  calendar: string
  /** By which a phone or computer offers to subscribe to every date of the neighbourhood. */
  subscription: string
  /** In two groups of three. */
  joinCode: string
  /** Without https://, as somebody types it. */
  joinAddress: string
  isCancelled: boolean
  isInvented: boolean
}

/** A meeting as a page shows it. */
export interface ShownMeeting {
  facts: MeetingFacts
  state: MeetingState
}

/** A meeting as a phone shows it. */
export interface FollowedMeeting extends ShownMeeting {
  own: OwnActs
  online: number
}

/** An item's title in a language; its other one where it has none in that. */
export function titleIn(language: Language, { title, titleWelsh }: Pick<AgendaItem, 'title' | 'titleWelsh'>): string {
  return language === 'cy' && titleWelsh !== '' ? titleWelsh : title
}

/** The item that is on; undefined when none is. */
export function itemOn({ items, currentItem }: MeetingState): AgendaItem | undefined {
  return items.find(({ id }) => id === currentItem)
}
