import { isOver } from './published.ts'
import type { MeetingRow } from './queries.ts'

/**
 * The meeting that comes next after one that was held: the first that begins after that one began, is not cancelled and not over. Of two on one
 * day the evening's is the next after the afternoon's, and the afternoon's never after the evening's; of two that begin at once neither
 * is. One that is on counts, as somebody may still come.
 * @param rows the neighbourhood's meetings by when they start
 * @param begun when the one that was held was started; when it was to start, where nobody started it
 */
export function nextMeeting(
  rows: readonly MeetingRow[],
  held: { id: number; begun: Date },
  now: Date,
): MeetingRow | undefined {
  return rows.find((row) => row.id !== held.id && row.starts_at > held.begun && !row.cancelled_at && !isOver(row, now))
}
