import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member, TeamPage } from '../../shared/team/teamPage.ts'
import { lineMarkup, plainLine, plainParagraphs } from '../neighbourhoods/plainText.ts'
import { markupOf, publicRows } from './publicRows.ts'
import { addPart, broughtBack, changesBetween, editPart, movePartUp, partsOn } from './rules.ts'

const part = { revision: 0, removed: false }
const aMember = (id: number, given: Partial<Member> = {}): Member => ({
  ...part,
  id,
  name: `M. ${id}`,
  rank: '',
  role: '',
  hours: '',
  biography: '',
  contacts: {},
  shown: true,
  photo: null,
  ...given,
})
const aPage = (...members: Member[]): TeamPage => ({
  about: { ...part, id: 0, description: '', contacts: {} },
  members,
  stations: [],
  links: [],
})
const names = (page: TeamPage) => partsOn(page, 'members').map((member) => member.name)

describe('an edit', () => {
  it('moves the part’s revision only when something is other', () => {
    const page = aPage(aMember(1, { contacts: { email: 'a@b.example' } }))
    const same = editPart(page, 'members', 1, 0, { name: 'M. 1', contacts: { email: 'a@b.example' } })
    expect(same).toMatchObject({ kind: 'changed', fields: [], part: { revision: 0 } })
    const other = editPart(page, 'members', 1, 0, { name: 'N', contacts: { telephone: '101' } })
    expect(other).toMatchObject({ fields: ['name', 'contact-email', 'contact-telephone'], part: { revision: 1 } })
  })

  it('is a conflict when the part has moved on, and nothing when the page never had it', () => {
    const page = aPage(aMember(1, { revision: 2 }))
    expect(editPart(page, 'members', 1, 1, { name: 'N' })).toMatchObject({ kind: 'conflict', now: { name: 'M. 1' } })
    expect(editPart(page, 'members', 9, 0, { name: 'N' })).toEqual({ kind: 'not-there' })
  })
})

describe('the order', () => {
  it('moves past what was taken off, and the first stays', () => {
    const page = aPage(aMember(1), aMember(2, { removed: true }), aMember(3))
    expect(names(movePartUp(page, 'members', 3))).toEqual(['M. 3', 'M. 1'])
    expect(movePartUp(page, 'members', 1)).toBe(page)
    expect(movePartUp(page, 'members', 2)).toBe(page)
  })
})

describe('what differs', () => {
  it('is told as residents see it: a member no longer shown is gone', () => {
    const before = aPage(aMember(1), aMember(2), aMember(3, { shown: false }))
    const after = aPage(aMember(2), aMember(1, { photo: { sha256: 'a', alt: 'b' } }), aMember(3, { shown: true }))
    expect(changesBetween(before, after)).toEqual([
      { kind: 'members', id: 1, name: 'M. 1', change: 'changed', fields: ['photo'] },
      { kind: 'members', id: 3, name: 'M. 3', change: 'added', fields: [] },
      { kind: 'members', id: 0, name: '', change: 'moved', fields: [] },
    ])
    expect(changesBetween(before, aPage(aMember(2)))).toMatchObject([{ id: 1, change: 'removed' }])
  })

  it('does not depend on the order of keys, which a database may change', () => {
    const one = aPage(aMember(1, { photo: { sha256: 'a', alt: 'b' } }))
    const other = aPage(aMember(1, { photo: { alt: 'b', sha256: 'a' } }))
    expect(changesBetween(one, other)).toEqual([])
  })
})

describe('an older version brought back', () => {
  it('says what it said; what came later can be put back; open forms are told', () => {
    const older = aPage(aMember(1, { role: 'Schools', revision: 3 }))
    const { page: draft } = addPart(aPage(aMember(1, { role: 'Parks', revision: 5 })), 'members', 2, aMember(2))
    const back = broughtBack(older, draft)
    expect(changesBetween(older, back)).toEqual([])
    expect(back.members).toMatchObject([
      { id: 1, revision: 6 },
      { id: 2, removed: true, revision: 2 },
    ])
  })
})

describe('what residents read', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\s+/g, ' ').trim())
  const marked = fc.constantFrom('<b>', '</p>', '&lt;', '&amp;', '<script>', '<!--', '&#65;', ' < ', 'a')
  const typed = fc
    .array(fc.oneof(words, marked), { maxLength: 6 })
    .map((some) => some.join('').replace(/\s+/g, ' ').trim())

  it('is what the team typed, whatever it looks like', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(plainLine(lineMarkup(text)) ?? '').toBe(text)
        expect(plainParagraphs(markupOf(`${text}\n\n${text}`)).join('|')).toBe(text === '' ? '' : `${text}|${text}`)
      }),
    )
  })

  it('never holds who is not shown, or was taken off', () => {
    const page = aPage(aMember(1), aMember(2, { shown: false }), aMember(3, { removed: true }))
    expect(publicRows(page).team.map((member) => member.id)).toEqual([1])
  })
})
