import { hoursInWords, weekdayInWords } from '../../shared/time/words.ts'
import { paragraphs, placePath } from '../priorities/bodies.ts'
import { type EventRow, eventsOf } from '../priorities/queries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor } from './contributor.ts'

/** Dates on which people can come: new, changed or cancelled. */
export const eventEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const rows = await eventsOf(published, neighbourhood.id)
  return rows.map((row) => {
    const day = weekdayInWords(row.starts_at, language)
    return {
      key: `events/${row.id}`,
      since: row.created_at,
      title: t(`feed:${titleOf(row)}`, { title: row.title, day }),
      paragraphs: [
        t('feed:when', { day, hours: hoursInWords(row.starts_at, row.ends_at, language) }),
        ...[row.place, row.address].filter((text) => text !== ''),
        ...(row.online_url ? [t('feed:online', { url: row.online_url })] : []),
        ...paragraphs(row.description),
      ],
      path: `${placePath(neighbourhood)}/priorities#event-${row.id}`,
      published: row.created_at,
      updated: row.updated_at,
    }
  })
}

function titleOf(row: EventRow): 'event' | 'eventChanged' | 'eventCancelled' {
  if (row.cancelled_at) return 'eventCancelled'
  return row.revision > 1 ? 'eventChanged' : 'event'
}
