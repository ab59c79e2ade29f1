import type { MeetingsBody } from '../../shared/api/meetings.ts'
import type { Context } from '../context.ts'
import { type NamedPlace, placeOf } from '../priorities/bodies.ts'
import { overAt, trueUntil } from '../priorities/rules.ts'
import { stateOf } from './agenda.ts'
import { meetingBodyOf } from './bodies.ts'
import { agendaChanges, isPlanned, type MeetingRow, meetingsOf } from './queries.ts'

/** A neighbourhood's meetings with their agendas, and until when that is true if nobody changes it. */
export async function publishedMeetings(
  { published, clock }: Pick<Context, 'published' | 'clock'>,
  place: NamedPlace & { id: number },
): Promise<{ meetings: MeetingsBody; trueUntil: Date }> {
  const now = clock()
  const rows = await meetingsOf(published, place.id)
  const changes = await agendaChanges(
    published,
    rows.filter(isPlanned).map(({ id }) => id),
  )
  const bodyOf = (row: MeetingRow) => meetingBodyOf(place, row, stateOf(changes.get(row.id) ?? []).items)
  return {
    meetings: {
      ...placeOf(place),
      coming: rows.filter((row) => !isOver(row, now)).map(bodyOf),
      earlier: rows
        .filter((row) => isOver(row, now))
        .reverse()
        .map(bodyOf),
    },
    trueUntil: trueUntil(rows, now),
  }
}

/** Whether a meeting is over: its time is, or its chair has closed it. One that is on is not, however late it gets. */
export function isOver(row: MeetingRow, now: Date): boolean {
  const phase = row.meeting?.phase
  if (phase === 'running') return false
  return phase === 'closed' || phase === 'published' || overAt(row) <= now
}
