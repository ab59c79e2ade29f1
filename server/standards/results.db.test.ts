import { randomBytes } from 'node:crypto'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initialTerms } from '../../shared/standards/measure.ts'
import { measureOf } from '../../shared/standards/measures/index.ts'
import type { PublishedStandard } from '../../shared/standards/standard.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { changePages } from '../database/changePages.ts'
import { observeToday } from './observe.ts'
import { promisedReply } from './promisedReply.ts'
import { resultsOf } from './results.ts'
import { addVersion, publishedVersions } from './versionQueries.ts'

const now = new Date('2026-11-24T10:00:00Z')
const day = (text: string) => new Date(`${text}T12:00:00Z`)
const hours = (from: Date, count: number) => new Date(from.getTime() + count * 3_600_000)

const standard = (
  measure: PublishedStandard['measure'],
  since: Date,
  given: Partial<PublishedStandard> = {},
): PublishedStandard => ({
  key: measure,
  promise: `We promise ${measure}.`,
  promiseWelsh: '',
  measure,
  terms: initialTerms(measureOf(measure).fields),
  source: '',
  origin: 'force',
  since,
  ...given,
})

onBothDatabases('results of standards', (database) => {
  let app: TestApp
  let place: number
  let other: number

  const publish = (neighbourhood: number, number: number, publishedAt: Date, standards: PublishedStandard[]) =>
    changePages(app.context, (handle) =>
      addVersion(
        handle,
        neighbourhood,
        { number, publishedAt, signedName: 'Insp. A. Example', signedRole: 'Inspector', standards },
        null,
      ),
    )
  const outcomes = async (key: string, neighbourhood = place) => {
    const versions = await publishedVersions(database().kysely, neighbourhood)
    const found = await resultsOf(database().kysely, neighbourhood, versions, now)
    return found.find((one) => one.standard.key === key)?.results ?? []
  }
  const message = (receivedAt: Date, given: Record<string, unknown>, neighbourhood = place) =>
    database()
      .kysely.insertInto('message')
      .values({
        neighbourhood_id: neighbourhood,
        language: 'en',
        hours_counted: 'calendar',
        link_hash: randomBytes(32),
        received_at: receivedAt,
        acknowledge_due_at: hours(receivedAt, 24),
        answer_due_at: hours(receivedAt, 72),
        ...given,
      })
      .execute()
  const priority = async (agreedOn: string, closedOn: string | null, actionAt: Date | null) => {
    const { id } = await database()
      .kysely.insertInto('priority')
      .values({
        neighbourhood_id: place,
        issue: 'Speeding',
        agreed_on: agreedOn,
        closed_on: closedOn,
        outcome_at: closedOn ? day(closedOn) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (actionAt)
      await database()
        .kysely.insertInto('priority_action')
        .values({ priority_id: id, what: 'Speed watch', created_at: actionAt })
        .execute()
  }

  beforeAll(async () => {
    await aForce(database())
    place = await aNeighbourhood(database(), { contacts: { telephone: '101' } })
    other = await aNeighbourhood(database(), { code: 'OR1', name: 'Outer Row', box: undefined })
    app = await startTestApp(database(), { clock: () => now })
    const since = day('2026-05-10')
    const all = (
      [
        'named-officer-shown',
        'messages-acknowledged',
        'messages-answered',
        'satisfaction',
        'priorities-current',
        'priorities-have-action',
        'crime-data-current',
        'patrol-hours',
        'not-kept',
      ] as const
    ).map((measure) => standard(measure, since))
    await publish(place, 1, since, all)
    // From August on 90% of answers are enough, and meetings are promised too.
    const second = new Date('2026-06-30T23:00:00Z') // the beginning of the third quarter in Britain
    await publish(place, 2, second, [
      ...all.map((one) => (one.key === 'messages-answered' ? { ...one, terms: { ...one.terms, share: 90 } } : one)),
      standard('not-kept', second, { key: 'meetings', origin: 'neighbourhood' }),
    ])
  })
  afterAll(() => app.close())

  it('are not promised before the standard was', async () => {
    const results = await outcomes('not-kept')
    expect(results.map((result) => [result.quarter, result.state])).toEqual([
      ['2026-Q4', 'not-measured'],
      ['2026-Q3', 'not-measured'],
      ['2026-Q2', 'not-measured'],
      ['2026-Q1', 'not-promised'],
      ['2025-Q4', 'not-promised'],
      ['2025-Q3', 'not-promised'],
      ['2025-Q2', 'not-promised'],
      ['2025-Q1', 'not-promised'],
      ['2024-Q4', 'not-promised'],
    ])
    expect((await outcomes('meetings')).map((result) => result.state).slice(0, 3)).toEqual([
      'not-measured',
      'not-measured',
      'not-promised',
    ])
  })

  describe('about messages', () => {
    beforeAll(async () => {
      // April, before the promise: of no account, late as it was.
      await message(day('2026-04-20'), { answered_at: day('2026-05-20') })
      // The second quarter: nine in time, one late; 100% was promised then.
      const may = day('2026-05-20')
      for (let index = 0; index < 9; index += 1)
        await message(may, { acknowledged_at: hours(may, 1), answered_at: hours(may, 10) })
      await message(may, { acknowledged_at: hours(may, 30), answered_at: hours(may, 100) })
      // The third: the same, of which 90% is enough.
      const august = day('2026-08-20')
      for (let index = 0; index < 9; index += 1)
        await message(august, {
          acknowledged_at: hours(august, 1),
          answered_at: hours(august, 10),
          satisfaction: 5,
          satisfied_at: hours(august, 20),
        })
      await message(august, {
        acknowledged_at: hours(august, 24),
        answered_at: hours(august, 100),
        recourse_asked_at: hours(august, 80),
        satisfaction: 3,
        satisfied_at: hours(august, 120),
      })
      // This quarter: one at the very last moment, one an open breach, one with time left; and one of somebody else's.
      await message(day('2026-11-01'), {
        acknowledged_at: hours(day('2026-11-01'), 2),
        answered_at: hours(day('2026-11-01'), 72),
      })
      await message(day('2026-11-10'), { recourse_asked_at: day('2026-11-15') })
      await message(hours(now, -5), {})
      // Withdrawn by its sender within the time: owed nothing.
      await message(day('2026-11-10'), { closed_at: day('2026-11-10'), erased_at: hours(day('2026-11-10'), 1) })
      await message(day('2026-11-10'), {}, other)
      await message(day('2026-11-10'), { answer_due_at: null, acknowledge_due_at: null }) // nothing was promised for it
    })

    it('count what was answered in time, late, and not yet', async () => {
      const [q4, q3, q2] = await outcomes('messages-answered')
      expect(q2).toMatchObject({ state: 'missed', finding: { counted: { part: 9, whole: 10 } } })
      expect(q3).toMatchObject({ state: 'met', finding: { counted: { part: 9, whole: 10 } } })
      expect(q4).toMatchObject({ state: 'missed', finding: { counted: { part: 1, whole: 2 }, value: 0.5 } })
      const values = q3 && 'finding' in q3 ? q3.finding.sentences.map((sentence) => sentence.values) : []
      expect(values).toEqual([
        { part: 9, whole: 10, share: { share: 0.9 } },
        { median: { decimal: 10 }, p90: { decimal: expect.closeTo(19, 6) } }, // nine of 10 h and one of 100 h
        { number: 0 },
        { number: 1 },
      ])
      expect(q4 && 'finding' in q4 && q4.finding.sentences[2]?.values).toEqual({ number: 1 })
    })

    it('are judged by each promise for itself, where two promise an answer', async () => {
      const both = await aNeighbourhood(database(), {
        code: 'TW2',
        name: 'Two Promises',
        box: [2.5, 54.8, 2.52, 54.82],
      })
      const since = day('2026-05-10')
      const within = (hours: number, counted: string) =>
        standard('messages-answered', since, { key: `in-${hours}`, terms: { hours, counted, share: 100 } })
      await publish(both, 1, since, [within(72, 'calendar'), within(24, 'calendar'), within(9, 'working')])
      const friday = new Date('2026-10-09T15:00:00Z') // 16:00 by clocks in Britain: nine working hours end on Tuesday at nine
      await message(friday, { answered_at: hours(friday, 30), answer_due_at: hours(friday, 24) }, both)
      const states = await Promise.all(
        ['in-72', 'in-24', 'in-9'].map(async (key) => (await outcomes(key, both))[0]?.state),
      )
      expect(states).toEqual(['met', 'missed', 'met'])
    })

    it('count what was acknowledged in time by its own clock', async () => {
      const [q4, q3, q2] = await outcomes('messages-acknowledged')
      expect(q4).toMatchObject({ finding: { counted: { part: 1, whole: 2 } } })
      expect(q3).toMatchObject({ state: 'met', finding: { counted: { part: 10, whole: 10 } } })
      expect(q2).toMatchObject({ state: 'missed', finding: { counted: { part: 9, whole: 10 } } })
    })

    it('count how satisfied people were in the quarter in which they said so', async () => {
      const [q4, q3] = await outcomes('satisfaction')
      expect(q3).toMatchObject({ state: 'met', finding: { counted: { part: 9, whole: 10 } } })
      expect(q4).toMatchObject({ state: 'not-measured', reason: 'noAnswers' })
    })
  })

  it('about priorities look at those open on the day', async () => {
    await priority('2026-04-01', '2026-09-30', day('2026-06-01')) // closed on the last day of the third quarter
    await priority('2026-07-15', '2026-11-01', null)
    await priority('2026-10-01', null, day('2026-10-02'))
    await priority('2026-11-20', null, null)
    const current = await outcomes('priorities-current')
    expect(current[0]).toMatchObject({ state: 'met', finding: { value: 54, unit: 'days' } }) // 1 October to 24 November
    expect(current[1]).toMatchObject({ state: 'met', finding: { value: 77 } }) // 15 July to 30 September
    expect(current[2]).toMatchObject({ state: 'met', finding: { value: 90 } }) // 1 April to 30 June
    const actions = await outcomes('priorities-have-action')
    expect(actions[0]).toMatchObject({ state: 'missed', finding: { counted: { part: 1, whole: 2 } } })
    expect(actions[1]).toMatchObject({ state: 'missed', finding: { counted: { part: 0, whole: 1 } } })
    expect(actions[2]).toMatchObject({ state: 'met', finding: { counted: { part: 1, whole: 1 } } })
  })

  it('about who is shown see it now, and of a quarter that is over what was seen in it', async () => {
    expect((await outcomes('named-officer-shown')).slice(0, 2)).toMatchObject([
      { state: 'missed', finding: { value: 0 } },
      { state: 'not-measured', reason: 'notSeen' },
    ])
    await database()
      .kysely.insertInto('team_member')
      .values([
        { neighbourhood_id: place, position: 1, name: 'A. First', contact_details: '{"email":"a@dogger.example"}' },
        { neighbourhood_id: place, position: 2, name: 'B. Second', contact_details: '{"telephone":"101"}' },
      ])
      .execute()
    await observeToday({ database: database(), clock: () => new Date('2026-09-30T22:30:00Z') })
    await database().kysely.deleteFrom('team_member').where('position', '=', 1).execute()
    expect((await outcomes('named-officer-shown')).slice(0, 3)).toMatchObject([
      { state: 'missed', finding: { value: 0 } }, // 101 is everybody's number
      { state: 'met', finding: { value: 1 } },
      { state: 'not-measured', reason: 'notSeen' },
    ])
  })

  it('about crime data count the months since the newest', async () => {
    expect((await outcomes('crime-data-current'))[0]).toMatchObject({
      state: 'missed',
      finding: { value: 0, unit: 'count' },
    })
    await aPublication(database(), { month: '2026-08' })
    expect((await outcomes('crime-data-current'))[0]).toMatchObject({ state: 'missed', finding: { value: 3 } })
    await aPublication(database(), { month: '2026-09' })
    expect((await outcomes('crime-data-current'))[0]).toMatchObject({ state: 'met', finding: { value: 2 } })
  })

  it('that are entered are those of their quarter', async () => {
    await database()
      .kysely.insertInto('standard_entered_result')
      .values({
        neighbourhood_id: place,
        key: 'patrol-hours',
        quarter: '2026-Q3',
        value: 199.5,
        evidence: 'Duty sheets',
        entered_as: 'Sgt A. Example',
        entered_at: day('2026-10-05'),
      })
      .execute()
    expect((await outcomes('patrol-hours')).slice(0, 2)).toMatchObject([
      { state: 'not-measured', reason: 'notEntered' },
      { state: 'missed', finding: { value: 199.5 }, entered: { evidence: 'Duty sheets' } },
    ])
  })

  it('stand on the page and in its twin, with the version, its changes and the marks', async () => {
    const response = await fetch(`${app.url}/neighbourhoods/dogger/SP1/standards`)
    const html = parse(await response.text())
    expect(response.status).toBe(200)
    expect(html.querySelector('.patch-lead')?.textContent).toMatch(/^\d of 10 standards met this quarter so far\./)
    const card = html.querySelector('#standard-messages-answered')
    expect(card?.querySelector('.patch-standard__state')?.textContent).toBe('Not metOctober to December 2026 so far')
    expect(card?.textContent).toContain('Messages in time: 1 of 2 (50%).')
    expect(card?.querySelectorAll('.patch-standard__marks svg')).toHaveLength(8)
    expect(card?.querySelectorAll('tbody tr')).toHaveLength(9)
    expect(html.querySelector('.patch-versions')?.textContent).toContain('New: We promise not-kept.')
    expect(html.querySelector('.patch-versions')?.textContent).toContain('90% of messages answered within 72 hours')
    expect(html.querySelector('[style]')).toBeNull()
    const twin = await (await fetch(`${app.url}/api/v1/neighbourhoods/dogger/SP1/standards`)).json()
    expect(twin).toMatchObject({
      version: { number: 2, signedBy: { name: 'Insp. A. Example' } },
      asOf: now.toISOString(),
    })
    expect(twin.standards[2].quarters[0]).toMatchObject({ state: 'missed', value: 0.5, counted: { part: 1, whole: 2 } })
  })

  it('are there in Welsh, as an earlier version, and as a poster with a code', async () => {
    const page = async (path: string) => parse(await (await fetch(app.url + path)).text())
    const welsh = await page('/cy/neighbourhoods/dogger/SP1/standards')
    expect(welsh.querySelector('h1')?.textContent).toBe('Beth allwch chi ei ddisgwyl gennym')
    expect(welsh.querySelector('.patch-standard__promise [lang=en]')).not.toBeNull()
    const first = await page('/neighbourhoods/dogger/SP1/standards?version=1')
    expect(first.textContent).toContain('no longer in force')
    expect((await fetch(`${app.url}/neighbourhoods/dogger/SP1/standards?version=9`)).status).toBe(404)
    const poster = await page('/neighbourhoods/dogger/SP1/standards/poster')
    expect(poster.querySelector('.patch-poster__code path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1z/)
    expect(poster.querySelector('[style]')).toBeNull()
  })

  it('are none where nothing is published, and the page says so', async () => {
    const response = await fetch(`${app.url}/neighbourhoods/dogger/OR1/standards`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('has not published any standards yet')
    expect((await fetch(`${app.url}/neighbourhoods/dogger/OR1/standards/poster`)).status).toBe(404)
    const twin = await (await fetch(`${app.url}/api/v1/neighbourhoods/dogger/OR1/standards`)).json()
    expect(twin).toMatchObject({ version: null, standards: [] })
  })

  it('set the clock of new messages by the version in force', async () => {
    expect(await promisedReply(database().kysely, other)).toEqual({ acknowledge: [], answer: [], recourse: null })
    expect(await promisedReply(database().kysely, place)).toEqual({
      acknowledge: [{ hours: 24, counted: 'calendar' }],
      answer: [{ hours: 72, counted: 'calendar' }],
      recourse: null,
    })
  })
})
