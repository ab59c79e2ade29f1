import { expect, it } from 'vitest'
import { forceNamed, forceOfArea, forceWithId, knownForces } from './forces.ts'

it('holds 45 forces, each id and area once', () => {
  expect(knownForces).toHaveLength(45)
  expect(new Set(knownForces.map((force) => force.id)).size).toBe(45)
  const areas = knownForces.flatMap((force) => force.areaCode ?? [])
  expect(new Set(areas).size).toBe(areas.length)
})

it.each([
  ['Leicestershire Police', 'leicestershire'],
  ['Leicestershire Constabulary', 'leicestershire'],
  ['Metropolitan Police Service', 'metropolitan'],
  ['Devon & Cornwall Police', 'devon-and-cornwall'],
  ['Devon and Cornwall Constabulary', 'devon-and-cornwall'],
  ['Police Service of Northern Ireland', 'northern-ireland'],
  ['Dogger Constabulary', 'dogger'],
  ['Kent Constabulary', 'kent'],
])('finds %s as %s', (name, id) => {
  expect(forceNamed(name)?.id).toBe(id)
})

it('makes no force of a name without letters', () => {
  expect(forceNamed(' - ')).toBeUndefined()
  expect(forceNamed('')).toBeUndefined()
})

it('finds by area and by id', () => {
  expect(forceOfArea('E23000021')?.id).toBe('leicestershire')
  expect(forceWithId('btp')?.name).toBe('British Transport Police')
  expect(forceOfArea('Z23000001')).toBeUndefined()
})
