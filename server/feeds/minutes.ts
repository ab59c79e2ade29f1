import { dateInWords } from '../../shared/time/words.ts'
import { minutesPath } from '../meetings/minutes/paths.ts'
import { publishedMinutesOf } from '../meetings/minutes/queries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor } from './contributor.ts'

/** Minutes of meetings that were published; an answer that is given later is news. */
export const minutesEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  return (await publishedMinutesOf(published, neighbourhood.id)).map((minutes) => ({
    key: `meetings/${minutes.id}/minutes`,
    since: minutes.createdAt,
    title: t('minutes:title', { title: minutes.title }),
    paragraphs: [t('feed:minutes', { day: dateInWords(minutes.startsAt, language) })],
    path: minutesPath(minutes.id),
    published: minutes.publishedAt,
    updated: minutes.updatedAt,
  }))
}
