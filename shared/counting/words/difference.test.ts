import { expect, it } from 'vitest'
import { difference } from './difference.ts'

it.each([
  [12, 5, 7],
  ['12.5', 5, '15/2'],
  ['0.3', '0.1', '1/5'],
  ['1/3', '1/3', 0],
  ['125/3', '41.5', '1/6'],
  ['-0.5', 1, '-3/2'],
])('%s less %s is %s, exactly', (a, b, rest) => expect(difference(a, b)).toBe(rest))
