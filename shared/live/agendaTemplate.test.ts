import { expect, it } from 'vitest'
import { translator } from '../../server/web/translate.ts'
import { usualAgenda } from './agendaTemplate.ts'

it('[M25] the usual agenda has its titles in both languages, an id for each item, and takes an hour and a half', () => {
  const items = usualAgenda({ en: translator('en'), cy: translator('cy') }, () => crypto.randomUUID())
  expect(items.map(({ title }) => title)).toEqual([
    'Welcome and apologies',
    'Minutes and actions of the last meeting',
    'What was done on the last priorities',
    'Police report',
    'Concerns from the floor',
    'Agree up to three priorities',
    'Any other business',
    'Next date',
  ])
  expect(items[0]?.titleWelsh).toBe('Croeso ac ymddiheuriadau')
  expect(new Set(items.map(({ id }) => id)).size).toBe(8)
  expect(items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)).toBe(90)
})
