import { describe, expect, it } from 'vitest'
import { initialTerms } from '../measure.ts'
import { standardSets } from '../sets/index.ts'
import { isMeasureKey, judge, measureKeys, measureOf } from './index.ts'

describe('a named officer', () => {
  it('counts who can be reached, directly or through the team', () => {
    const facts = { named: 3, withOwnContact: 0, teamContact: false }
    expect(judge('named-officer-shown', facts, {})).toMatchObject({ met: false, value: 0 })
    expect(judge('named-officer-shown', { ...facts, withOwnContact: 1 }, {})).toMatchObject({ met: true, value: 1 })
    expect(judge('named-officer-shown', { ...facts, teamContact: true }, {})).toMatchObject({ met: true, value: 3 })
    expect(judge('named-officer-shown', { ...facts, named: 0, teamContact: true }, {})).toMatchObject({ met: false })
  })
})

describe.each(['messages-acknowledged', 'messages-answered'] as const)('%s', (measure) => {
  const none = { inTime: 0, late: 0, openBreaches: 0, waiting: 0, medianHours: null, p90Hours: null, recourseUsed: 0 }

  it('has nothing to measure without messages, and none yet while all have time left', () => {
    expect(judge(measure, none, {})).toEqual({ measured: false, reason: 'noMessages' })
    expect(judge(measure, { ...none, waiting: 4 }, {})).toEqual({ measured: false, reason: 'nothingDue' })
  })

  it('counts an open breach as a miss, and one with time left not at all', () => {
    const facts = { ...none, inTime: 19, openBreaches: 1, waiting: 5, medianHours: 3, p90Hours: 20 }
    expect(judge(measure, facts, { share: 95 })).toMatchObject({
      met: true,
      value: 0.95,
      counted: { part: 19, whole: 20 },
    })
    expect(judge(measure, facts, { share: 96 })).toMatchObject({ met: false })
    expect(judge(measure, facts, {})).toMatchObject({ met: false }) // everyone, where no share is named
    expect(judge(measure, { ...none, late: 1 }, {})).toMatchObject({ met: false, value: 0 })
  })

  it('says the hours only where something was done', () => {
    const waiting = judge(measure, { ...none, openBreaches: 2 }, {})
    expect(waiting.measured && waiting.sentences.map((sentence) => sentence.key)).not.toContain(
      'standards:finding_hours',
    )
  })
})

describe('satisfaction', () => {
  it('needs five answers', () => {
    expect(judge('satisfaction', { answers: 0, satisfied: 0 }, {})).toEqual({ measured: false, reason: 'noAnswers' })
    expect(judge('satisfaction', { answers: 4, satisfied: 4 }, {})).toEqual({ measured: false, reason: 'fewAnswers' })
  })

  it('compares the share with the target and gives the interval', () => {
    const finding = judge('satisfaction', { answers: 10, satisfied: 8 }, { share: 80 })
    expect(finding).toMatchObject({ met: true, value: 0.8 })
    expect(finding.measured && finding.sentences[1]?.values).toMatchObject({
      low: { share: expect.closeTo(0.4902, 4) },
      high: { share: expect.closeTo(0.9433, 4) },
    })
    expect(judge('satisfaction', { answers: 10, satisfied: 7 }, { share: 80 })).toMatchObject({ met: false })
  })
})

describe('priorities', () => {
  it('may be as old as promised to the day', () => {
    const facts = { day: '2026-11-24', open: 2, oldestAgreedOn: '2026-08-24' }
    expect(judge('priorities-current', facts, { months: 3 })).toMatchObject({ met: true, value: 92, unit: 'days' })
    const older = { ...facts, oldestAgreedOn: '2026-08-23' }
    expect(judge('priorities-current', older, { months: 3 })).toMatchObject({ met: false })
  })

  it('are to be shown at all', () => {
    expect(judge('priorities-current', { day: '2026-11-24', open: 0, oldestAgreedOn: null }, {})).toMatchObject({
      met: false,
    })
  })

  it('have an action each', () => {
    expect(judge('priorities-have-action', { open: 0, withAction: 0 }, {})).toEqual({
      measured: false,
      reason: 'noPriorities',
    })
    expect(judge('priorities-have-action', { open: 3, withAction: 3 }, {})).toMatchObject({ met: true })
    expect(judge('priorities-have-action', { open: 3, withAction: 2 }, {})).toMatchObject({ met: false })
  })
})

describe('meetings', () => {
  const held = { day: '2026-11-24', lastHeldOn: '2026-08-24', promisedOn: '2026-01-01' }
  it('are held as often as promised, to the day', () => {
    expect(judge('meetings-held', held, { months: 3 })).toMatchObject({ met: true, value: 92, unit: 'days' })
    expect(judge('meetings-held', { ...held, lastHeldOn: '2026-08-23' }, { months: 3 })).toMatchObject({ met: false })
    expect(judge('meetings-held', { ...held, lastHeldOn: null }, { months: 3 })).toMatchObject({ met: false, value: 0 })
  })

  it('have their months before a new promise can be broken', () => {
    const fresh = { ...held, promisedOn: '2026-08-25', lastHeldOn: '2025-12-01' }
    expect(judge('meetings-held', fresh, { months: 3 })).toEqual({ measured: false, reason: 'meetingNotDue' })
    expect(judge('meetings-held', { ...fresh, promisedOn: '2026-08-24' }, { months: 3 })).toMatchObject({ met: false })
    expect(judge('meetings-held', { ...fresh, lastHeldOn: '2026-11-01' }, { months: 3 })).toMatchObject({ met: true })
  })

  it('have their minutes in time: the fourteenth day is, the fifteenth is not', () => {
    const meeting = (closedOn: string, publishedOn: string | null) => ({ closedOn, publishedOn })
    const of = (...meetings: ReturnType<typeof meeting>[]) =>
      judge('minutes-in-time', { today: '2026-11-24', meetings }, { days: 14, share: 100 })
    expect(of()).toEqual({ measured: false, reason: 'noMeetings' })
    expect(of(meeting('2026-11-10', null))).toEqual({ measured: false, reason: 'minutesNotDue' })
    expect(of(meeting('2026-11-09', null))).toMatchObject({ met: false, value: 0 })
    expect(of(meeting('2026-10-01', '2026-10-15'))).toMatchObject({ met: true, value: 1 })
    expect(of(meeting('2026-10-01', '2026-10-16'))).toMatchObject({ met: false, value: 0 })
    const some = of(meeting('2026-10-01', '2026-10-02'), meeting('2026-11-01', null), meeting('2026-11-20', null))
    expect(some).toMatchObject({ counted: { part: 1, whole: 2 }, sentences: [{}, { values: { number: 1 } }] })
  })

  it('are found useful by enough of five people or more', () => {
    expect(judge('meeting-satisfaction', { answers: 0, useful: 0 }, {})).toMatchObject({ reason: 'noFeedback' })
    expect(judge('meeting-satisfaction', { answers: 4, useful: 4 }, {})).toMatchObject({ reason: 'fewFeedback' })
    expect(judge('meeting-satisfaction', { answers: 5, useful: 4 }, { share: 80 })).toMatchObject({ met: true })
    expect(judge('meeting-satisfaction', { answers: 5, useful: 3 }, { share: 80 })).toMatchObject({ met: false })
  })
})

describe('crime data', () => {
  it('may be as old as promised, across a new year', () => {
    expect(judge('crime-data-current', { month: '2027-01', newest: '2026-11' }, { months: 2 })).toMatchObject({
      met: true,
      value: 2,
    })
    expect(judge('crime-data-current', { month: '2027-01', newest: '2026-10' }, { months: 2 })).toMatchObject({
      met: false,
    })
    expect(judge('crime-data-current', { month: '2027-01', newest: null }, {})).toMatchObject({ met: false })
  })
})

describe('what is entered', () => {
  it.each(['time-in-neighbourhood', 'patrol-hours', 'calls-answered', 'arrived-in-time'] as const)(
    '%s meets its target from the target up, and is not measured when nobody entered it',
    (measure) => {
      expect(judge(measure, null, { target: 60 })).toEqual({ measured: false, reason: 'notEntered' })
      expect(judge(measure, { value: 60 }, { target: 60 })).toMatchObject({ met: true, value: 60 })
      expect(judge(measure, { value: 59.9 }, { target: 60 })).toMatchObject({ met: false })
    },
  )
})

it('what nobody keeps is never met and never missed', () => {
  expect(judge('not-kept', null, {})).toEqual({ measured: false, reason: 'notKept' })
})

describe('the ready sets', () => {
  it('use measures that there are, fill in their fields, and have a key of their own each', () => {
    const all = standardSets.flatMap((set) => set.standards)
    expect(new Set(all.map((standard) => standard.key)).size).toBe(all.length)
    for (const { measure, terms, source, promiseWelsh } of all) {
      expect(isMeasureKey(measure)).toBe(true)
      expect(Object.keys(terms).sort()).toEqual(Object.keys(initialTerms(measureOf(measure).fields)).sort())
      expect(source).not.toBe('')
      expect(promiseWelsh).not.toBe('')
    }
  })

  it('leave no measure out of the list', () => {
    expect(measureKeys.every((key) => measureOf(key).name !== '')).toBe(true)
  })
})
