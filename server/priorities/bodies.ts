import type { EventBody, EventsBody, PrioritiesBody, PriorityBody } from '../../shared/api/priorities.ts'
import { londonDay } from '../../shared/time/london.ts'
import type { EventRow, PriorityRow } from './queries.ts'
import { byDate, isWithoutAction } from './rules.ts'

/** A neighbourhood, as far as what it publishes needs to name it. */
export interface NamedPlace {
  code: string
  name: string
  force: { id: string; name: string; invented: boolean }
}

/** Priorities as pages and twin show them: those open by when they were agreed, those closed by when they were closed. */
export function prioritiesBodyOf(place: NamedPlace, rows: readonly PriorityRow[], now: Date): PrioritiesBody {
  const bodies = rows.map((row) => priorityBodyOf(row, now))
  return {
    ...placeOf(place),
    open: bodies.filter((priority) => priority.closedOn === null),
    closed: bodies
      .filter((priority) => priority.closedOn !== null)
      .sort((one, other) => (other.closedOn ?? '').localeCompare(one.closedOn ?? '')),
  }
}

/** One priority as pages and twin show it. */
export function priorityBodyOf(row: PriorityRow, now: Date): PriorityBody {
  return {
    id: row.id,
    issue: row.issue,
    why: paragraphs(row.why),
    owner: row.owner || null,
    agreedOn: row.agreed_on,
    dueOn: row.due_on,
    closedOn: row.closed_on,
    outcome: paragraphs(row.outcome),
    withoutAction: isWithoutAction(row, londonDay(now)),
    actions: row.actions.toSorted(byDate).map((action) => ({
      what: action.what,
      owner: action.owner || null,
      status: action.done_on ? 'done' : 'planned',
      date: action.done_on ?? action.planned_for,
    })),
  }
}

/** Events as pages and twin show them. */
export function eventsBodyOf(place: NamedPlace, rows: readonly EventRow[]): EventsBody {
  return { ...placeOf(place), events: rows.map((row) => eventBodyOf(place, row)) }
}

/** One event as pages and twin show it. */
export function eventBodyOf(place: NamedPlace, row: EventRow): EventBody {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    description: paragraphs(row.description),
    place: row.place || null,
    address: row.address || null,
    onlineUrl: row.online_url || null,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at?.toISOString() ?? null,
    cancelled: row.cancelled_at !== null,
    calendar: `${placePath(place)}/events/${row.id}.ics`,
  }
}

/** The path of a neighbourhood's page. */
export function placePath({ code, force }: NamedPlace): string {
  return `/neighbourhoods/${encodeURIComponent(force.id)}/${encodeURIComponent(code)}`
}

/** The paragraphs of a text: its lines that are not empty. */
export function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What every twin of a neighbourhood begins with. */
export function placeOf({ code, name, force }: NamedPlace) {
  return { force: { id: force.id, name: force.name }, neighbourhood: { id: code, name }, invented: force.invented }
}
