import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'

/** Something that was published, as a neighbourhood's feed tells it. All texts are plain. */
export interface FeedEntry {
  /** Names the entry within its neighbourhood for good, whatever becomes of its words: "priorities/12/closed". */
  key: string
  /** When what it is about began to be there. It goes into the entry's id: it must never change. */
  since: Date
  title: string
  paragraphs: readonly string[]
  /** Where to read it, without a language's prefix. */
  path: string
  /** When it was first published, where that is known. */
  published?: Date
  /** When what it says last changed. */
  updated: Date
}

/**
 * Gives the entries that one feature has for a neighbourhood's feed, in a language. It reads what is published only, never the clock: feeds are kept
 * until a page changes. A new feature adds a file beside this one and its function to `contributors`.
 */
export type FeedContributor = (
  context: Pick<Context, 'published'>,
  neighbourhood: Neighbourhood,
  language: Language,
) => Promise<FeedEntry[]>
