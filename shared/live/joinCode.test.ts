import { expect, it } from 'vitest'
import { readJoinCode, spacedJoinCode } from './joinCode.ts'

it('[M13] a join code is read however it is typed, and nothing else is taken for one', () => {
  expect(readJoinCode(' cdf-347 ')).toBe('CDF347')
  expect(readJoinCode(spacedJoinCode('CDF347'))).toBe('CDF347')
  for (const typed of ['', 'CDF34', 'CDF3470', 'AEIOU1', 'CDF34O', '%27--']) expect(readJoinCode(typed)).toBeUndefined()
})
