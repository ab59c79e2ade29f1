import { describe, expect, it } from 'vitest'
import { byDate, isWithoutAction, overAt, trueUntil } from './rules.ts'

describe('an open priority is without action', () => {
  const priority = (
    agreed_on: string,
    actions: { done_on: string | null }[] = [],
    closed_on: string | null = null,
  ) => ({
    agreed_on,
    actions,
    closed_on,
  })
  it('from the day after three months on', () => {
    expect(isWithoutAction(priority('2026-08-24'), '2026-11-24')).toBe(false)
    expect(isWithoutAction(priority('2026-08-23'), '2026-11-24')).toBe(true)
  })
  it('while everything is only planned, and never once it is closed', () => {
    expect(isWithoutAction(priority('2026-01-01', [{ done_on: null }]), '2026-11-24')).toBe(true)
    expect(isWithoutAction(priority('2026-01-01', [{ done_on: '2026-01-02' }]), '2026-11-24')).toBe(false)
    expect(isWithoutAction(priority('2026-01-01', [], '2026-11-01'), '2026-11-24')).toBe(false)
  })
})

it('actions are told as done by date, then as planned, those without a day last', () => {
  const action = (id: number, done_on: string | null, planned_for: string | null) => ({ id, done_on, planned_for })
  const actions = [
    action(1, null, null),
    action(2, null, '2026-01-01'),
    action(3, '2026-11-02', '2026-12-01'),
    action(4, '2026-10-01', null),
    action(5, '2026-10-01', null),
  ]
  expect(actions.sort(byDate).map(({ id }) => id)).toEqual([4, 5, 3, 2, 1])
})

it('what is shown is true until an event is over, or the day is', () => {
  const at = (time: string) => new Date(`2026-07-08T${time}Z`)
  const withEnd = { starts_at: at('18:00:00'), ends_at: at('19:30:00') }
  const withoutEnd = { starts_at: at('18:00:00'), ends_at: null }
  expect(overAt(withoutEnd)).toEqual(at('20:00:00'))
  expect(trueUntil([withoutEnd, withEnd], at('12:00:00'))).toEqual(at('19:30:00'))
  expect(trueUntil([withEnd], at('19:30:00'))).toEqual(at('23:00:00'))
  expect(trueUntil([], at('23:00:00'))).toEqual(new Date('2026-07-09T23:00:00Z'))
})
