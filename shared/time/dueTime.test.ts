import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueTime } from './dueTime.ts'

const quarterMs = 15 * 60_000

/** Whether an office works in the quarter of an hour that begins at an instant, told by what British clocks and calendars show. */
function isWorkingQuarter(start: number): boolean {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(start)
  const part = (type: string) => shown.find((one) => one.type === type)?.value ?? ''
  if (['Sat', 'Sun'].includes(part('weekday')) || Number(part('hour')) < 9 || Number(part('hour')) >= 17) return false
  return !holidays.includes(`${part('year')}-${part('month')}-${part('day')}`)
}
/** Of the years that the tests draw from, as published on gov.uk. */
const holidays = [
  ...['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'].map((day) => `2025-${day}`),
  ...['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'].map((day) => `2026-${day}`),
  ...['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'].map((day) => `2027-${day}`),
]

const instants = fc
  .integer({ min: Date.UTC(2025, 0, 1) / quarterMs, max: Date.UTC(2026, 11, 31) / quarterMs })
  .map((quarter) => new Date(quarter * quarterMs))
const hours = fc.integer({ min: 1, max: 240 }).map((quarters) => quarters / 4)

describe('due times', () => {
  it('in working hours have exactly the promised hours of work before them', () => {
    fc.assert(
      fc.property(instants, hours, (from, promised) => {
        const due = dueTime(from, promised, 'working').getTime()
        let worked = 0
        for (let at = from.getTime(); at < due; at += quarterMs) if (isWorkingQuarter(at)) worked += 1
        expect(worked / 4).toBe(promised)
        expect(isWorkingQuarter(due - quarterMs), 'it is due at the end of worked time').toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('are never earlier for more hours, for a later start, or in working hours', () => {
    fc.assert(
      fc.property(
        instants,
        hours,
        hours,
        fc.constantFrom('working' as const, 'calendar' as const),
        (from, a, b, kind) => {
          const due = dueTime(from, a, kind).getTime()
          expect(dueTime(from, a + b, kind).getTime()).toBeGreaterThan(due)
          expect(dueTime(new Date(from.getTime() + b * 3_600_000), a, kind).getTime()).toBeGreaterThanOrEqual(due)
          expect(dueTime(from, a, 'working').getTime()).toBeGreaterThanOrEqual(dueTime(from, a, 'calendar').getTime())
        },
      ),
    )
  })

  it.each([
    ['a day in which clocks go forward has 23 hours', '2026-03-28T12:00:00Z', 24, 'calendar', '2026-03-29T12:00:00Z'],
    [
      'Friday afternoon to Monday, over the change to summer time',
      '2026-03-27T16:00:00Z',
      2,
      'working',
      '2026-03-30T09:00:00Z',
    ],
    [
      'Friday afternoon to Monday, over the change to winter time',
      '2026-10-23T15:00:00Z',
      2,
      'working',
      '2026-10-26T10:00:00Z',
    ],
    ['Sunday morning begins to count on Monday', '2026-06-07T06:00:00Z', 8, 'working', '2026-06-08T16:00:00Z'],
    ['on the dot of closing begins on the next day', '2026-06-08T16:00:00Z', 1, 'working', '2026-06-09T09:00:00Z'],
    ['Maundy Thursday, then Easter', '2026-04-02T15:00:00Z', 2, 'working', '2026-04-07T09:00:00Z'],
    ['Christmas with its substitute day', '2026-12-24T16:30:00Z', 1, 'working', '2026-12-29T09:30:00Z'],
    ['72 hours are nine working days', '2026-06-01T08:00:00Z', 72, 'working', '2026-06-11T16:00:00Z'],
  ] as const)('%s', (_what, from, promised, kind, due) => {
    expect(dueTime(new Date(from), promised, kind)).toEqual(new Date(due))
  })
})
