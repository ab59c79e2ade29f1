import type { ListedMeeting } from '../../client/pages/manage/meetings/ManageMeetingsPage.tsx'
import { hoursInWords, weekdayInWords } from '../../shared/time/words.ts'
import type { MeetingRow } from './queries.ts'

/** A meeting as the team's own list shows it. */
export function listedMeeting(row: MeetingRow): ListedMeeting {
  return {
    id: row.id,
    title: row.title,
    when: whenOf(row),
    where: [row.place, row.address].filter(Boolean).join(', '),
    cancelled: row.cancelled_at !== null,
    phase: row.meeting?.phase ?? null,
    joinCode: row.meeting?.joinCode ?? null,
  }
}

/** "Tuesday 8 December 2026, 19:00 to 20:30". */
export function whenOf({ starts_at, ends_at }: Pick<MeetingRow, 'starts_at' | 'ends_at'>): string {
  return `${weekdayInWords(starts_at, 'en')}, ${hoursInWords(starts_at, ends_at, 'en')}`
}
