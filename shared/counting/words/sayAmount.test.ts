import { describe, expect, it } from 'vitest'
import { translator } from '../../../server/web/translate.ts'
import { sayAmount } from './sayAmount.ts'

const inEnglish = (amount: number | string) => sayAmount(translator('en'), 'en', amount)

describe('an amount in words', () => {
  it.each([
    [1234567, '1,234,567'],
    ['1234.5', '1,234.5'],
    ['0.00001', '0.00001'],
    ['-0.5', '-0.5'],
    // More digits than a binary number holds.
    ['12345678901234567890.12345', '12,345,678,901,234,567,890.12345'],
    ['5/2', '2.5'],
    ['-1/4', '-0.25'],
    ['125/3', '41 2/3'],
    ['1/3', '1/3'],
    ['-4000/3', '-1,333 1/3'],
  ])('%s is short and shown exactly', (amount, said) => expect(inEnglish(amount)).toBe(said))

  it.each([
    ['12345/101', 'about 122.228'],
    ['0.1234567', 'about 0.123'],
  ])('%s is long and rounded', (amount, said) => expect(inEnglish(amount)).toBe(said))

  it('says in Welsh that it is rounded', () =>
    expect(sayAmount(translator('cy'), 'cy', '12345/101')).toBe('tua 122.228'))
})
