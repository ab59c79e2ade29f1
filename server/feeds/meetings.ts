import { weekdayInWords } from '../../shared/time/words.ts'
import type { StoredChange } from '../live/log.ts'
import { stateOf } from '../meetings/agenda.ts'
import { meetingPath } from '../meetings/bodies.ts'
import { agendaChanges, isPlanned, meetingsOf } from '../meetings/queries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor } from './contributor.ts'

/** Agendas of meetings: published and changed, until the meeting begins. That a meeting is cancelled its date tells. */
export const meetingEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const rows = (await meetingsOf(published, neighbourhood.id)).filter(isPlanned).filter((row) => !row.cancelled_at)
  const logs = await agendaChanges(
    published,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const changes = beforeStart(logs.get(row.id) ?? [])
    const { items } = stateOf(changes)
    const [first, last] = [changes[0], changes.at(-1)]
    if (!first || !last || items.length === 0) return []
    const day = weekdayInWords(row.starts_at, language)
    return [
      {
        key: `meetings/${row.id}/agenda`,
        since: new Date(first.at),
        title: t(first === last ? 'feed:agenda' : 'feed:agendaChanged', { title: row.title, day }),
        paragraphs: items.map((item, index) => `${index + 1}. ${(language === 'cy' && item.titleWelsh) || item.title}`),
        path: meetingPath(row.id),
        published: new Date(first.at),
        updated: new Date(last.at),
      },
    ]
  })
}

/** What was planned before the meeting began, without what only settles how it is kept. */
function beforeStart(changes: readonly StoredChange[]): StoredChange[] {
  const start = changes.findIndex(({ kind }) => kind === 'meeting:started')
  return (start < 0 ? [...changes] : changes.slice(0, start)).filter(({ kind }) => kind !== 'settings:changed')
}
