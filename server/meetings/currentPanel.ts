import { LRUCache } from 'lru-cache'
import type { LiveSetting } from '../../client/ui/live/setting.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Context } from '../context.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { neighbourhoodOfMeeting } from './meetingQueries.ts'
import { panelsHtml } from './panels.tsx'

type Held = NonNullable<LiveSetting['panel']>

/** A panel in a page is no older than this: the same that the panels fetched by themselves may be. */
const keptMs = 10_000

/** The panels of the item that is on, for pages that are written with them; a hall that opens its pages at once draws them once. */
export class CurrentPanels {
  private readonly kept = new LRUCache<string, Promise<Held | undefined>>({ max: 200, ttl: keptMs })
  private readonly context: Context
  private readonly language: Language

  constructor(context: Context, language: Language) {
    this.context = context
    this.language = language
  }

  /** undefined where nothing is on, it shows none, or they cannot be drawn: the page is whole without them. */
  async of(meeting: number, { phase, items, currentItem }: MeetingState): Promise<Held | undefined> {
    const item = items.find(({ id }) => id === currentItem)
    if (phase !== 'running' || !item || item.shows.length === 0) return undefined
    const of = `${item.id} ${item.shows.join(' ')}`
    const key = `${meeting} ${of}`
    const held = this.kept.get(key)
    if (held) return held
    const drawn = this.draw(meeting, item.shows, of).catch((error: unknown) => {
      this.context.log.error({ err: error, meeting }, 'The panels of an item could not be drawn')
      return undefined
    })
    this.kept.set(key, drawn)
    return drawn
  }

  private async draw(meeting: number, shows: Parameters<typeof panelsHtml>[3], of: string): Promise<Held | undefined> {
    const place = await neighbourhoodOfMeeting(this.context.published, meeting)
    if (!place) return undefined
    const neighbourhood = await requireNeighbourhood(this.context.published, place.forceId, place.code)
    return { of, html: await panelsHtml(this.context, this.language, neighbourhood, shows, `/meetings/${meeting}`) }
  }
}
