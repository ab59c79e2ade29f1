import { shownConcerns } from '../concerns/readConcerns.ts'
import { concernUrls } from '../concerns/urls.ts'
import { paragraphs } from '../priorities/bodies.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor, FeedEntry } from './contributor.ts'

/** Concerns that residents put forward, once they are shown, and again when a priority takes them up. How many back one moves no entry. */
export const concernEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const { page } = concernUrls(neighbourhood.force.id, neighbourhood.code)
  const concerns = await shownConcerns(published, neighbourhood.id)
  return concerns.flatMap((concern): FeedEntry[] => {
    const { id, receivedAt, shownAt, words, topic, point, priority, takenUpAt } = concern
    const near = point ? point.street || t('concerns:nearUnnamed') : t('concerns:everywhere')
    const about = { topic: t(`concerns:topic_${topic}`), near }
    const path = `${page}#concern-${id}`
    const shown = shownAt ?? receivedAt
    const entry: FeedEntry = {
      key: `concerns/${id}`,
      since: receivedAt,
      title: t('feed:concern', about),
      paragraphs: paragraphs(words ?? ''),
      path,
      published: shown,
      updated: shown,
    }
    if (!priority || !takenUpAt) return [entry]
    return [
      entry,
      {
        key: `concerns/${id}/taken-up`,
        since: receivedAt,
        title: t('feed:concernTakenUp', about),
        paragraphs: [t('feed:concernPriority', { issue: priority.issue })],
        path,
        updated: takenUpAt,
      },
    ]
  })
}
