import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import type { Standard } from './standard.ts'

const reply = (given: Partial<Standard> = {}): Standard => ({
  key: 'reply',
  promise: 'We answer.',
  promiseWelsh: '',
  measure: 'messages-answered',
  terms: { hours: 72, counted: 'calendar', share: 100, recourse: '', recourseHours: 72 },
  source: '',
  ...given,
})

describe('what changed between two versions', () => {
  it('is nothing where nothing did, whatever the order', () => {
    const other = reply({ key: 'other' })
    expect(changesBetween([reply(), other], [other, reply()])).toEqual([])
  })

  it('is what was added and what was dropped', () => {
    const [added, dropped] = [reply({ key: 'new' }), reply({ key: 'old' })]
    expect(changesBetween([dropped, reply()], [reply(), added])).toEqual([
      { kind: 'added', after: added },
      { kind: 'dropped', before: dropped },
    ])
  })

  it('names a changed target, words and measure', () => {
    const before = reply()
    const target = reply({ terms: { ...before.terms, hours: 48 } })
    expect(changesBetween([before], [target])).toEqual([{ kind: 'changed', before, after: target, what: ['target'] }])
    const words = reply({ promise: 'We answer soon.' })
    expect(changesBetween([before], [words])).toMatchObject([{ what: ['promise'] }])
    const measure = reply({ measure: 'not-kept', terms: {} })
    expect(changesBetween([before], [measure])).toMatchObject([{ what: ['measure'] }])
  })

  it('takes a target that is left out as its measure’s own', () => {
    expect(changesBetween([reply({ terms: {} })], [reply({ terms: { hours: 72, nothing: 1 } })])).toEqual([])
  })
})
