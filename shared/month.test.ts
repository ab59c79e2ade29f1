import { describe, expect, it } from 'vitest'
import { addMonths, isMonth, monthName, monthsBetween } from './month.ts'

describe('months', () => {
  it('are written YYYY-MM', () => {
    expect(['2022-09', '2022-12'].every(isMonth)).toBe(true)
    expect(['2022-13', '2022-00', '2022-9', '22-09', '2022-09-01', ''].some(isMonth)).toBe(false)
  })

  it('carry over the year', () => {
    expect(addMonths('2022-12', 1)).toBe('2023-01')
    expect(addMonths('2022-01', -1)).toBe('2021-12')
    expect(addMonths('2022-05', -36)).toBe('2019-05')
  })

  it('between two are all of them', () => {
    expect(monthsBetween('2021-11', '2022-02')).toEqual(['2021-11', '2021-12', '2022-01', '2022-02'])
    expect(monthsBetween('2022-02', '2021-11')).toEqual([])
  })

  it('have names in both languages', () => {
    expect(monthName('2022-09', 'en-GB')).toBe('September 2022')
    expect(monthName('2022-09', 'cy-GB')).toBe('Medi 2022')
  })
})
