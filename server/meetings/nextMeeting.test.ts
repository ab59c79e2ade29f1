import { describe, expect, it } from 'vitest'
import type { Phase } from '../../shared/live/state.ts'
import { nextMeeting } from './nextMeeting.ts'
import type { MeetingRow } from './queries.ts'

const at = (text: string) => new Date(`${text}:00Z`)
const held = { id: 1, begun: at('2026-09-22T13:04') }

function aRow(id: number, starts: string, more: Partial<MeetingRow> = {}, phase?: Phase): MeetingRow {
  const row = { id, starts_at: at(starts), ends_at: null, cancelled_at: null, ...more }
  return { ...row, meeting: phase ? { phase } : null } as MeetingRow
}

describe('the meeting after one that was held', () => {
  const next = (rows: MeetingRow[], now = '2026-09-22T15:00') => nextMeeting(rows, held, at(now))?.id

  it('is the first that begins after it', () => {
    expect(next([aRow(1, '2026-09-22T13:00'), aRow(2, '2026-12-08T19:00'), aRow(3, '2027-01-12T19:00')])).toBe(2)
    expect(next([aRow(1, '2026-09-22T13:00')])).toBeUndefined()
  })

  it('is none that began before it, or with it, though that one is not over', () => {
    const earlier = aRow(4, '2026-09-22T12:00', { ends_at: at('2026-09-22T17:00') }, 'running')
    const atOnce = aRow(5, '2026-09-22T13:04', { ends_at: at('2026-09-22T17:00') })
    expect(next([earlier, aRow(1, '2026-09-22T13:00'), atOnce])).toBeUndefined()
  })

  it('can be of the same evening, until it is over or closed', () => {
    const rows = (phase?: Phase) => [
      aRow(1, '2026-09-22T13:00'),
      aRow(2, '2026-09-22T18:00', { ends_at: at('2026-09-22T19:30') }, phase),
      aRow(3, '2026-12-08T19:00'),
    ]
    expect(next(rows('planned'))).toBe(2)
    expect(next(rows('running'), '2026-09-22T20:00')).toBe(2)
    expect(next(rows('planned'), '2026-09-22T19:30')).toBe(3)
    expect(next(rows('closed'))).toBe(3)
  })

  it('is not a cancelled one, nor the same one put off to a later day', () => {
    const rows = [aRow(2, '2026-11-01T19:00', { cancelled_at: at('2026-09-22T14:00') }), aRow(1, '2026-11-02T19:00')]
    expect(next(rows)).toBeUndefined()
  })
})
