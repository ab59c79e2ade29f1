import { expect, it } from 'vitest'
import { foldName } from './foldName.ts'

it.each([
  ['Abbey Lane', 'abbey lane'],
  ["  St. Mary's   Road ", 'st marys road'],
  ['Saint Mary’s Road', 'st marys road'],
  ['Devon & Cornwall', 'devon and cornwall'],
  ['Tŷ Ŵr-y-Môr', 'ty wr y mor'],
  ['Freemen/Saffron', 'freemen saffron'],
])('folds %s to %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

it('changes nothing the second time', () => {
  for (const name of ['St. Mary’s', 'A&B', 'Łódź Street']) expect(foldName(foldName(name))).toBe(foldName(name))
})
