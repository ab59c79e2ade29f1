import type { Translate } from '../../shared/i18n/texts.ts'
import { dayInWords } from '../../shared/time/words.ts'
import { paragraphs, placePath } from '../priorities/bodies.ts'
import { type ActionRow, type PriorityRow, prioritiesOf } from '../priorities/queries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor, FeedEntry } from './contributor.ts'

/** Priorities that were agreed, those that were closed, and actions that were done. */
export const priorityEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const day = (of: string) => dayInWords(of, language)
  const rows = await prioritiesOf(published, neighbourhood.id)
  return rows.flatMap((row) => {
    const path = `${placePath(neighbourhood)}/priorities#priority-${row.id}`
    return [
      agreed(row, path, t, day),
      ...closed(row, path, t, day),
      ...row.actions.flatMap((action) => done(row, action, path, t, day)),
    ]
  })
}

type Day = (of: string) => string

function agreed(row: PriorityRow, path: string, t: Translate, day: Day): FeedEntry {
  return {
    key: `priorities/${row.id}`,
    since: row.created_at,
    title: t('feed:priorityAgreed', { issue: row.issue }),
    paragraphs: [
      ...paragraphs(row.why),
      t('feed:agreedOn', { day: day(row.agreed_on) }),
      ...(row.owner ? [t('feed:leads', { owner: row.owner })] : []),
      ...(row.due_on ? [t('feed:dueOn', { day: day(row.due_on) })] : []),
    ],
    path,
    published: row.created_at,
    updated: row.updated_at,
  }
}

function closed(row: PriorityRow, path: string, t: Translate, day: Day): FeedEntry[] {
  if (!row.closed_on || !row.outcome_at) return []
  return [
    {
      key: `priorities/${row.id}/closed`,
      since: row.created_at,
      title: t('feed:priorityClosed', { issue: row.issue }),
      paragraphs: [...paragraphs(row.outcome), t('feed:closedOn', { day: day(row.closed_on) })],
      path,
      updated: row.outcome_at,
    },
  ]
}

function done(row: PriorityRow, action: ActionRow, path: string, t: Translate, day: Day): FeedEntry[] {
  if (!action.done_on) return []
  return [
    {
      key: `actions/${action.id}`,
      since: action.created_at,
      title: t('feed:actionDone', { issue: row.issue }),
      paragraphs: [...paragraphs(action.what), t('feed:doneOn', { day: day(action.done_on) })],
      path,
      updated: action.updated_at,
    },
  ]
}
