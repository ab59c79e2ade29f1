import { expect, it } from 'vitest'
import { shortStreet, streetsNamed } from './nearestPoint.ts'

const streets = [
  'On or near Church Lane',
  'On or near Outer Row',
  'On or near Outer Row East',
  'On or near St Ann’s Lane',
]

it.each([
  ['the very name before those that begin with it', 'outer row', ['On or near Outer Row']],
  ['those that begin so', 'out', ['On or near Outer Row', 'On or near Outer Row East']],
  ['those with a word that begins so', 'lane', ['On or near Church Lane', 'On or near St Ann’s Lane']],
  ['names without their apostrophes', 'st anns lane', ['On or near St Ann’s Lane']],
  ['none', 'nowhere street', []],
])('a name finds %s', (_what, folded, found) => {
  expect(streetsNamed(streets, folded)).toEqual(found)
})

it('a street is named without what stands before it', () => {
  expect([shortStreet('On or near Outer Row'), shortStreet('On or nearby'), shortStreet('')]).toEqual([
    'Outer Row',
    'On or nearby',
    '',
  ])
})
