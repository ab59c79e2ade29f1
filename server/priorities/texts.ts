import { londonDayAndTime } from '../../shared/time/london.ts'
import type { Typed } from '../web/forms.ts'
import type { ActionRow, EventRow, PriorityRow } from './queries.ts'

/** A priority as the fields of its form hold it. */
export function priorityTexts(row: Omit<PriorityRow, 'actions'>): Typed {
  return { issue: row.issue, why: row.why, owner: row.owner, agreedOn: row.agreed_on, dueOn: row.due_on ?? '' }
}

/** How a priority ended, as the fields of its form hold it. */
export function closeTexts(row: Omit<PriorityRow, 'actions'>): Typed {
  return { closedOn: row.closed_on ?? '', outcome: row.outcome }
}

/** An action as the fields of its form hold it. */
export function actionTexts(row: ActionRow): Typed {
  return { what: row.what, owner: row.owner, plannedFor: row.planned_for ?? '', doneOn: row.done_on ?? '' }
}

/** An event as the fields of its form hold it, in British civil time. */
export function eventTexts(row: EventRow): Typed {
  const starts = londonDayAndTime(row.starts_at)
  return {
    kind: row.kind,
    title: row.title,
    day: starts.day,
    starts: starts.time,
    ends: row.ends_at ? londonDayAndTime(row.ends_at).time : '',
    place: row.place,
    address: row.address,
    onlineUrl: row.online_url,
    description: row.description,
  }
}
