import { describe, expect, it } from 'vitest'
import { readJoinCode, spacedJoinCode } from './joinCode.ts'

describe('a join code', () => {
  it.each([
    ['CDF479', 'CDF479'],
    ['cdf 479', 'CDF479'],
    [' cdf-479 ', 'CDF479'],
    ['cdf a79', 'CDF479'],
    ['0DF 1E9', 'QDF739'],
  ])('%s is read as %s', (typed, code) => expect(readJoinCode(typed)).toBe(code))

  it.each(['', 'CDF47', 'CDF4799', 'CDF 47*'])('%s cannot be one', (typed) => {
    expect(readJoinCode(typed)).toBeUndefined()
  })

  it('is shown in two groups', () => expect(spacedJoinCode('CDF479')).toBe('CDF 479'))
})
