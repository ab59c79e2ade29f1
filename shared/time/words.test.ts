import { describe, expect, it } from 'vitest'
import { hoursInWords } from './words.ts'

describe('from when to when', () => {
  const at = (text: string) => new Date(`2026-11-24T${text}Z`)
  it.each([
    [at('19:00:00'), at('20:30:00'), '19:00 to 20:30', '19:00–20:30'],
    [at('19:00:00'), null, '19:00', '19:00'],
    [at('19:00:05'), at('19:00:50'), '19:00', '19:00'],
    [
      at('19:00:00'),
      new Date('2026-11-25T19:00:00Z'),
      '19:00 to 25 November 2026, 19:00',
      '19:00–25 Tachwedd 2026, 19:00',
    ],
  ])('is said by the clock in Britain: %s, %s', (starts, ends, english, welsh) => {
    expect(hoursInWords(starts, ends, 'en')).toBe(english)
    expect(hoursInWords(starts, ends, 'cy')).toBe(welsh)
  })
})
