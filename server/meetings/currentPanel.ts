import { LRUCache } from 'lru-cache'
import type { LiveSetting } from '../../client/ui/live/setting.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Context } from '../context.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { neighbourhoodOfMeeting } from './meetingQueries.ts'
import { panelsHtml } from './panels.tsx'

type Held = NonNullable<LiveSetting['panel']>
interface Drawn {
  panel: Held | undefined
  /** Whether its counts are what they would be now. */
  isGood(): boolean
}

/** A panel in a page is no older than this, but for its counts, which are those of the moment. */
const keptMs = 10_000

/** The panels of the item that is on, for pages that are written with them; a hall that opens its pages at once draws them once. */
export class CurrentPanels {
  private readonly kept = new LRUCache<string, Promise<Drawn>>({ max: 200, ttl: keptMs })
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
    const found = await held
    if (found?.isGood()) return found.panel
    // Whoever finds old counts first has them drawn anew, for all who come meanwhile.
    const meanwhile = this.kept.get(key)
    const drawn = meanwhile && meanwhile !== held ? meanwhile : this.draw(meeting, item.shows, of)
    this.kept.set(key, drawn)
    return (await drawn).panel
  }

  private async draw(meeting: number, shows: Parameters<typeof panelsHtml>[3], of: string): Promise<Drawn> {
    try {
      const place = await neighbourhoodOfMeeting(this.context.published, meeting)
      if (!place) return { panel: undefined, isGood: () => true }
      const neighbourhood = await requireNeighbourhood(this.context.published, place.forceId, place.code)
      const isGood = this.context.counts.look(`concerns ${neighbourhood.id}`)
      const html = await panelsHtml(this.context, this.language, neighbourhood, shows, `/meetings/${meeting}`)
      return { panel: { of, html }, isGood }
    } catch (error) {
      this.context.log.error({ err: error, meeting }, 'The panels of an item could not be drawn')
      return { panel: undefined, isGood: () => true }
    }
  }
}
