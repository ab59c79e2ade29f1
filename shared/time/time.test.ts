import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonthsToDay, londonDayAndTime, londonInstant, londonText, nextLondonMidnight } from './london.ts'
import { readDay, readTime } from './typed.ts'
import { dayInWords, hoursInWords, weekdayInWords } from './words.ts'

describe('British civil time', () => {
  it('is an hour before Greenwich in summer, and with it in winter', () => {
    expect(londonInstant('2026-12-08', '19:00')?.toISOString()).toBe('2026-12-08T19:00:00.000Z')
    expect(londonInstant('2026-07-08', '19:00')?.toISOString()).toBe('2026-07-08T18:00:00.000Z')
    expect(londonText(new Date('2026-07-08T18:00:00Z'))).toBe('2026-07-08T19:00:00')
  })

  it('has no hour from one to two on the night when the clocks go forward', () => {
    expect(londonInstant('2026-03-29', '00:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z')
    expect(londonInstant('2026-03-29', '01:00')).toBeUndefined()
    expect(londonInstant('2026-03-29', '01:59')).toBeUndefined()
    expect(londonInstant('2026-03-29', '02:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })

  it('has that hour twice when they go back, and the first is meant', () => {
    expect(londonInstant('2026-10-25', '01:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(londonInstant('2026-10-25', '02:00')?.toISOString()).toBe('2026-10-25T02:00:00.000Z')
    expect(londonDayAndTime(new Date('2026-10-25T01:30:00Z'))).toMatchObject({ day: '2026-10-25', time: '01:30' })
  })

  it('comes back as it was typed, for every minute that there is', () => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (instant) => {
        const { day, time } = londonDayAndTime(instant)
        const again = londonInstant(day, time)
        expect(again && londonDayAndTime(again)).toMatchObject({ day, time })
      }),
    )
  })

  it('has days of 23 and 25 hours', () => {
    expect(nextLondonMidnight(new Date('2026-03-29T12:00:00Z')).toISOString()).toBe('2026-03-29T23:00:00.000Z')
    expect(nextLondonMidnight(new Date('2026-10-24T23:30:00Z')).toISOString()).toBe('2026-10-26T00:00:00.000Z')
  })

  it('counts days and months over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addMonthsToDay('2026-05-31', -3)).toBe('2026-02-28')
    expect(addMonthsToDay('2026-02-10', -3)).toBe('2025-11-10')
    expect(addMonthsToDay('2026-11-30', 3)).toBe('2027-02-28')
  })
})

describe('what is typed', () => {
  it('is a day in either order', () => {
    expect(readDay('2026-12-08')).toBe('2026-12-08')
    expect(readDay(' 8/12/2026 ')).toBe('2026-12-08')
    expect(readDay('29.2.2028')).toBe('2028-02-29')
  })
  it.each(['', 'tomorrow', '2026-02-29', '31/4/2026', '2026-13-01', '0026-01-01', '12/8/26', '2026-00-10'])(
    'is no day when it is %j',
    (text) => expect(readDay(text)).toBeUndefined(),
  )
  it('is a time of the 24-hour clock', () => {
    expect(readTime('19:00')).toBe('19:00')
    expect(readTime('7.30')).toBe('07:30')
    expect(readTime('19:00:00')).toBe('19:00')
    for (const text of ['', '24:00', '7', '7pm', '12:60']) expect(readTime(text)).toBeUndefined()
  })
})

describe('words for days and hours', () => {
  it('are in the language of the page', () => {
    expect(dayInWords('2026-12-08', 'en')).toBe('8 December 2026')
    expect(dayInWords('2026-12-08', 'cy')).toBe('8 Rhagfyr 2026')
    expect(weekdayInWords(new Date('2026-12-08T19:00:00Z'), 'en')).toBe('Tuesday 8 December 2026')
    expect(weekdayInWords(new Date('2026-12-08T19:00:00Z'), 'cy')).toContain('Mawrth')
  })
  it('name the other day where something ends on another', () => {
    const starts = new Date('2026-07-08T18:00:00Z')
    expect(hoursInWords(starts, null, 'en')).toBe('19:00')
    expect(hoursInWords(starts, new Date('2026-07-08T19:30:00Z'), 'en')).toBe('19:00 to 20:30')
    expect(hoursInWords(starts, new Date('2026-07-09T01:00:00Z'), 'en')).toBe('19:00 to 9 July 2026, 02:00')
  })
})
