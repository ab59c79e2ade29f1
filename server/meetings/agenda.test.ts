import { expect, it } from 'vitest'
import { usualSettings } from '../../shared/live/state.ts'
import { anItem, idOf } from '../../test/support/builders/live.ts'
import type { StoredChange } from '../live/log.ts'
import { itemRevisions, plannedMinutes, stateOf } from './agenda.ts'
import { differentParts, itemTexts, readItem } from './itemForm.ts'

const log: StoredChange[] = [
  { kind: 'meeting:planned', detail: { settings: usualSettings, items: [anItem(1), anItem(2)] }, sequence: 1, at: 1 },
  { kind: 'agenda:added', detail: { item: anItem(3), before: idOf(1) }, sequence: 2, at: 2 },
  { kind: 'agenda:moved', detail: { item: idOf(2), before: null }, sequence: 3, at: 3 },
  { kind: 'agenda:changed', detail: { item: anItem(2, { title: 'Other' }) }, sequence: 4, at: 4 },
  { kind: 'agenda:dropped', detail: { item: idOf(1) }, sequence: 5, at: 5 },
]

it('an item’s revision is the change that last wrote it; moving it writes nothing', () => {
  expect(itemRevisions(log)).toEqual(
    new Map([
      [idOf(2), 4],
      [idOf(3), 2],
    ]),
  )
  expect(itemRevisions(log.slice(0, 3)).get(idOf(2))).toBe(1)
  expect(plannedMinutes(stateOf(log).items)).toBe(20)
})

it('an item comes through its form as it was', () => {
  const item = anItem(1, {
    titleWelsh: 'Eitem',
    lead: 'Sgt A. Example',
    documents: [{ title: 'Minutes', url: 'https://example.org/minutes' }],
    shows: ['figures', 'concerns'],
  })
  expect(readItem(itemTexts(item), item.id)).toEqual({ ok: true, item })
})

it('a form that is not sound is told by its fields, in sentences', () => {
  const typed = {
    kind: 'dance',
    title: ' ',
    plannedMinutes: 'ten',
    'documentUrl-2': 'ftp://example.org',
    'documentTitle-3': 'Map',
    'documentUrl-4': 'https://example.org',
  }
  expect(readItem(typed, idOf(1))).toEqual({
    ok: false,
    problems: {
      kind: 'Select what kind of item it is',
      title: 'Enter a title',
      plannedMinutes: 'Enter a whole number from 0 to 240',
      'documentUrl-2': 'Enter a web address that begins with https://',
      'documentTitle-2': 'Enter what the document is called',
      'documentUrl-3': 'Enter a web address that begins with https://',
      'documentTitle-4': 'Enter what the document is called',
    },
  })
})

it('only what somebody changed is sent', () => {
  const standing = anItem(1)
  expect(differentParts({ ...standing, lead: 'Sgt A. Example' }, standing)).toEqual({ lead: 'Sgt A. Example' })
  expect(differentParts(standing, { ...standing })).toEqual({})
})
