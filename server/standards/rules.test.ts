import { describe, expect, it } from 'vitest'
import type { QuarterResult } from '../../shared/standards/result.ts'
import type { PublishedStandard, Standard, Version } from '../../shared/standards/standard.ts'
import { firstDue, nothingPromised } from './promisedReply.ts'
import {
  contractOf,
  freeKey,
  nextStandards,
  replyPromiseOf,
  standardInForce,
  whatWaits,
  whyNotPublishable,
} from './rules.ts'

const standard = (key: string, given: Partial<Standard> = {}): Standard => ({
  key,
  promise: `${key}.`,
  promiseWelsh: '',
  measure: 'not-kept',
  terms: {},
  source: '',
  ...given,
})
const published = (key: string, since: Date): PublishedStandard => ({ ...standard(key), origin: 'force', since })
const version = (number: number, publishedAt: Date, standards: PublishedStandard[]): Version => ({
  number,
  publishedAt,
  signedName: 'A',
  signedRole: 'B',
  standards,
})
const [may, august, november] = [new Date('2026-05-10'), new Date('2026-08-01'), new Date('2026-11-01')]

describe('the next version', () => {
  it('keeps since when a standard has been promised, and begins anew after a break', () => {
    const last = version(2, august, [published('kept', may)])
    const next = nextStandards(last, contractOf([standard('kept'), standard('back')], [standard('own')]), november)
    expect(next.map(({ key, since, origin }) => [key, since, origin])).toEqual([
      ['kept', may, 'force'],
      ['back', november, 'force'],
      ['own', november, 'neighbourhood'],
    ])
  })

  it('needs a standard', () => {
    expect(whyNotPublishable([])).not.toBeNull()
    expect(whyNotPublishable([standard('other')])).toBeNull()
  })
})

describe('the standard in force', () => {
  const versions = [version(2, august, [published('new', august)]), version(1, may, [published('old', may)])]

  const june = new Date('2026-06-30')

  it('is one that was promised within the time, and still is at its end', () => {
    expect(standardInForce(versions, 'old', may, june)?.since).toBe(may)
    expect(standardInForce(versions, 'new', may, june)).toBeUndefined()
    expect(standardInForce(versions, 'old', may, november)).toBeUndefined()
    expect(standardInForce(versions, 'old', new Date('2026-01-01'), may)).toBeUndefined() // published at the very end
  })

  it('keeps the target of the time’s beginning, so that promising less meets nothing', () => {
    const hard = { ...published('reply', may), terms: { share: 100 } }
    const easy = { ...hard, terms: { share: 1 } }
    const changed = [version(2, august, [easy]), version(1, may, [hard])]
    expect(standardInForce(changed, 'reply', new Date('2026-07-01'), new Date('2026-10-01'))?.terms).toEqual({
      share: 100,
    })
    expect(standardInForce(changed, 'reply', new Date('2026-10-01'), november)?.terms).toEqual({ share: 1 })
    // First promised within the time: as it was promised first.
    expect(standardInForce(changed, 'reply', new Date('2026-04-01'), new Date('2026-10-01'))?.terms).toEqual({
      share: 100,
    })
  })
})

describe('what is promised about messages', () => {
  const answer = (key: string, hours: number, recourse: string) =>
    standard(key, {
      measure: 'messages-answered',
      terms: { hours, counted: 'working', share: 90, recourse, recourseHours: 24 },
    })

  it('is all that several promise, with the recourse of the quickest that names one', () => {
    const some = [
      answer('slow', 72, 'Ask the inspector'),
      answer('fast', 48, 'Ask the sergeant'),
      answer('silent', 1, ''),
    ]
    expect(replyPromiseOf(some)).toEqual({
      acknowledge: [],
      answer: [72, 48, 1].map((hours) => ({ hours, counted: 'working' })),
      recourse: { way: 'Ask the sergeant', within: { hours: 24, counted: 'working' } },
    })
  })

  it('names no recourse of spaces, and nothing where no standard is about messages', () => {
    expect(replyPromiseOf([answer('one', 48, ' ')]).recourse).toBeNull()
    expect(replyPromiseOf([standard('other')])).toEqual(nothingPromised)
  })

  it('is due at the earliest time, whichever hours are counted', () => {
    const tuesday = new Date('2026-11-24T13:00:00Z')
    const day = { hours: 24, counted: 'calendar' } as const
    const twoWorkingDays = { hours: 16, counted: 'working' } as const
    expect(firstDue(tuesday, [twoWorkingDays, day])).toEqual({ ...day, at: new Date('2026-11-25T13:00:00Z') })
    expect(firstDue(tuesday, [{ hours: 2, counted: 'working' }, day])?.at).toEqual(new Date('2026-11-24T15:00:00Z'))
    const friday = new Date('2026-11-27T16:30:00Z')
    expect(firstDue(friday, [{ hours: 2, counted: 'working' }, day])?.at).toEqual(new Date('2026-11-28T16:30:00Z'))
    expect(firstDue(friday, [])).toBeNull()
  })
})

describe('a key', () => {
  it('is the measure’s name, and numbered where it is taken', () => {
    expect(freeKey('patrol-hours', false, new Set())).toBe('patrol-hours')
    expect(freeKey('patrol-hours', true, new Set(['local-patrol-hours', 'local-patrol-hours-2']))).toBe(
      'local-patrol-hours-3',
    )
  })
})

describe('what waits for a team', () => {
  const finding = { measured: true, met: false, value: 0, unit: 'count', counted: null, sentences: [] } as const
  const result = (given: object) =>
    ({ quarter: '2026-Q3', explanation: null, entered: null, ...given }) as unknown as QuarterResult
  const notEntered = { state: 'not-measured', reason: 'notEntered' }

  it('is a miss until it is explained, in the running quarter too', () => {
    const explanation = { text: 'Snow.', textWelsh: '', writtenAt: may }
    expect(whatWaits(result({ state: 'missed', finding }), '2026-Q4')).toBe('explain')
    expect(whatWaits(result({ state: 'missed', finding }), '2026-Q3')).toBe('explain')
    expect(whatWaits(result({ state: 'missed', finding, explanation }), '2026-Q4')).toBeNull()
  })

  it('is a figure once its quarter is over, and nothing that nobody can enter', () => {
    expect(whatWaits(result(notEntered), '2026-Q4')).toBe('enter')
    expect(whatWaits(result(notEntered), '2026-Q3')).toBeNull()
    expect(whatWaits(result({ state: 'not-measured', reason: 'notKept' }), '2026-Q4')).toBeNull()
    expect(whatWaits(result({ state: 'not-promised' }), '2026-Q4')).toBeNull()
  })
})
