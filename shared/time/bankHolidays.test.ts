import { describe, expect, it } from 'vitest'
import { bankHolidays, easterSunday } from './bankHolidays.ts'

/** As published on gov.uk/bank-holidays for England and Wales. */
const published: Record<number, string[]> = {
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
}

describe('bank holidays', () => {
  it.each(Object.entries(published))('of %s are those published', (year, days) => {
    expect(bankHolidays(Number(year))).toEqual(days.map((day) => `${year}-${day}`))
  })

  it('take days that are proclaimed once, and let go of days moved', () => {
    const days = bankHolidays(2031, { 2031: { added: ['07-14'], removed: ['05-05'] } })
    expect(days).toContain('2031-07-14')
    expect(days).not.toContain('2031-05-05')
  })

  it('follow Easter from its earliest to its latest day', () => {
    expect([1818, 1943, 2008, 2024, 2038].map(easterSunday)).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2008-03-23',
      '2024-03-31',
      '2038-04-25',
    ])
  })
})
