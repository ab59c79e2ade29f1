import type { AgendaItemBody, MeetingBody, PlanBody } from '../../shared/api/meetings.ts'
import type { PlannedItem } from '../../shared/live/state.ts'
import { eventBodyOf, type NamedPlace, paragraphs } from '../priorities/bodies.ts'
import type { MeetingFacts, MeetingRow } from './queries.ts'

/**
 * A meeting as pages and twins show it.
 * @param items its agenda; not asked for where it has none
 */
export function meetingBodyOf(place: NamedPlace, row: MeetingRow, items: readonly PlannedItem[]): MeetingBody {
  const { kind: _kind, ...event } = eventBodyOf(place, row)
  return { ...event, plan: row.meeting && planBodyOf(row.id, row.meeting, items) }
}

function planBodyOf(id: number, facts: MeetingFacts, items: readonly PlannedItem[]): PlanBody {
  const { attendance, accessNotes, location, joinCode, phase } = facts
  return {
    attendance,
    accessNotes: paragraphs(accessNotes),
    location,
    joinCode,
    phase,
    page: meetingPath(id),
    json: `/api/v1${meetingPath(id)}`,
    agenda: items.map(itemBodyOf),
  }
}

function itemBodyOf(item: PlannedItem): AgendaItemBody {
  const { id, kind, title, titleWelsh, plannedMinutes, lead, documents, shows } = item
  return { id, kind, title, titleWelsh: titleWelsh || null, plannedMinutes, lead: lead || null, documents, shows }
}

/** The path of a meeting's page, without a language's prefix. */
export function meetingPath(id: number): string {
  return `/meetings/${id}`
}
