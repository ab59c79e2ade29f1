import { describe, expect, it } from 'vitest'
import { addQuarters, quarterBounds, quarterOf, quartersBefore } from './quarter.ts'

describe('calendar quarters in British time', () => {
  it('puts an instant in the quarter of its day in London', () => {
    expect(quarterOf(new Date('2026-03-31T22:59:59Z'))).toBe('2026-Q1')
    expect(quarterOf(new Date('2026-03-31T23:00:00Z'))).toBe('2026-Q2') // already 1 April in summer time
    expect(quarterOf(new Date('2026-12-31T23:59:59Z'))).toBe('2026-Q4')
    expect(quarterOf(new Date('2027-01-01T00:00:00Z'))).toBe('2027-Q1')
  })

  it('begins each at midnight in London and ends where the next begins', () => {
    for (
      let quarter = quarterOf(new Date('2024-01-01T00:00:00Z'));
      quarter !== '2028-Q1';
      quarter = addQuarters(quarter, 1)
    ) {
      const { from, to } = quarterBounds(quarter)
      expect(quarterOf(from)).toBe(quarter)
      expect(quarterOf(new Date(from.getTime() - 1))).toBe(addQuarters(quarter, -1))
      expect(quarterOf(new Date(to.getTime() - 1))).toBe(quarter)
      expect(from.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })).toBe('00:00:00')
    }
  })

  it('lists earlier quarters across a new year, the latest first', () => {
    expect(quartersBefore('2026-Q2', 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
  })
})
