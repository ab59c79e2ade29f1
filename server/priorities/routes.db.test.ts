import { readFileSync } from 'node:fs'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { shared, sharedData } from '../../test/support/sharedData.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'

const script = '<script>alert("x")</script>'
const manage = '/manage/neighbourhoods/dogger/SP1/priorities'
const speeding = {
  issue: 'Speeding on Outer Row',
  why: 'Residents asked for it.\r\nThe survey agrees.',
  owner: 'Sgt A. Example',
  agreedOn: '2026-10-06',
  dueOn: '6/1/2027',
}
const meeting = {
  kind: 'meeting',
  title: 'Neighbourhood meeting',
  description: 'Come and say what matters.',
  place: 'Community hall',
  address: '1 Outer Row',
  onlineUrl: 'https://meet.example/silver-pit?a=1&b=2',
  day: '2026-12-08',
  starts: '19:00',
  ends: '20:30',
}

onBothDatabases('priorities and dates', (database) => {
  let app: TestApp
  let officer: SignedIn
  let colleague: SignedIn
  let neighbour: SignedIn
  let now = new Date('2026-11-24T12:00:00Z')
  let elsewhere = 0

  beforeAll(async () => {
    await aForce(database())
    const silverPit = await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    elsewhere = await aNeighbourhood(database(), { code: 'OR2', name: 'Outer Rough', box: [2.4, 54.8, 2.44, 54.82] })
    app = await startTestApp(database(), { clock: () => now })
    const grant = { role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit } as const
    officer = await signIn(app, [grant])
    colleague = await signIn(app, [grant], 'B. Example')
    neighbour = await signIn(app, [{ ...grant, neighbourhoodId: elsewhere }], 'C. Example')
  })
  afterAll(() => app.close())

  const page = async (path: string) => {
    const response = await fetch(app.url + path)
    return { status: response.status, html: parse(await response.text()) }
  }
  let visitor = 0
  const json = async (path: string) => {
    const response = await fetch(app.url + path, { headers: { 'x-forwarded-for': `198.51.100.${++visitor % 250}` } })
    return (await response.json()) as never
  }
  const published = (code = 'SP1') => json(`/api/v1/neighbourhoods/dogger/${code}/priorities`)
  const dates = (code = 'SP1') => json(`/api/v1/neighbourhoods/dogger/${code}/events`)
  /** The number of the newest row of a table. */
  const newest = async (table: 'priority' | 'priority_action' | 'event') =>
    (await database().kysely.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id
  const add = async (fields: Record<string, string> = {}) => {
    expect((await officer.post(`${manage}/new`, { ...speeding, ...fields })).status).toBe(303)
    return newest('priority')
  }
  const addEvent = async (fields: Record<string, string> = {}) => {
    expect((await officer.post(`${manage}/dates/new`, { ...meeting, ...fields })).status).toBe(303)
    return newest('event')
  }
  const removeAll = async () => {
    await database().kysely.deleteFrom('priority').execute()
    await database().kysely.deleteFrom('event').execute()
  }
  const problems = async (response: Response) => {
    const html = parse(await response.text())
    expect(html.querySelector('.govuk-error-summary')).not.toBeNull()
    return Object.fromEntries(
      html
        .querySelectorAll('.govuk-error-message')
        .map((message) => [message.id.replace(/-error$/, ''), message.textContent.replace(/^Error:\s*/, '')]),
    )
  }

  it('are honest before anything is published', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    expect(html.querySelector('section[aria-labelledby=meeting]')?.textContent).toContain(
      'No meeting has been announced',
    )
    expect(html.querySelector('section[aria-labelledby=priorities]')?.textContent).toContain('No priorities have been')
    expect((await page('/neighbourhoods/dogger/SP1/priorities')).html.textContent).toContain(
      'No priorities are open here',
    )
    expect((await page('/cy/neighbourhoods/dogger/SP1/priorities')).html.textContent).toContain(
      'Nid oes blaenoriaethau',
    )
    expect((await page('/neighbourhoods/dogger/none/priorities')).status).toBe(404)
    expect(await json('/api/dogger/SP1/priorities')).toEqual([])
    expect(await json('/api/dogger/SP1/events')).toEqual([])
  })

  it('are for those who may keep them', async () => {
    const visit = await fetch(app.url + manage, { redirect: 'manual' })
    expect(visit.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(manage)}`)
    expect((await postForm(`${app.url}${manage}/new`, speeding)).status).toBe(401)
    expect((await neighbour.get(manage)).status).toBe(403)
    expect((await neighbour.post(`${manage}/new`, speeding)).status).toBe(403)
    expect((await officer.get(manage)).status).toBe(200)
  })

  describe('a priority', () => {
    it('is on page, twin, public API and neighbourhood page as soon as it is saved', async () => {
      const id = await add()
      expect((await published())['open']).toEqual([
        {
          id,
          issue: 'Speeding on Outer Row',
          why: ['Residents asked for it.', 'The survey agrees.'],
          owner: 'Sgt A. Example',
          agreedOn: '2026-10-06',
          dueOn: '2027-01-06',
          closedOn: null,
          outcome: [],
          withoutAction: false,
          actions: [],
        },
      ])
      const own = await page('/neighbourhoods/dogger/SP1')
      const current = own.html.querySelector('section[aria-labelledby=priorities]')
      expect(current?.textContent).toContain('Speeding on Outer Row')
      expect(current?.textContent).toContain('no action recorded yet')
      expect(await json('/api/dogger/SP1/priorities')).toEqual([
        {
          issue: '<p>Speeding on Outer Row</p>',
          'issue-date': '2026-10-06T00:00:00',
          action: null,
          'action-date': null,
        },
      ])

      expect(
        (await officer.post(`${manage}/${id}/actions/new`, { what: 'Speed checks', doneOn: '2026-11-02' })).status,
      ).toBe(303)
      await officer.post(`${manage}/${id}/actions/new`, { what: 'A sign that shows speeds', plannedFor: '2026-12-01' })
      const { html } = await page('/neighbourhoods/dogger/SP1/priorities')
      const actions = html.querySelectorAll(`#priority-${id} .patch-action`).map((action) => action.textContent)
      expect(actions).toEqual([
        'Done on 2 November 2026Speed checks',
        'Planned for 1 December 2026A sign that shows speeds',
      ])
      expect(html.querySelector(`#priority-${id}`)?.textContent).toContain('6 January 2027')
      expect((await page('/neighbourhoods/dogger/SP1')).html.textContent).toContain('1 action since October 2026')
      expect((await page('/cy/neighbourhoods/dogger/SP1')).html.textContent).toContain(
        '1 cam gweithredu ers Hydref 2026',
      )
      expect((await json('/api/dogger/SP1/priorities'))[0]).toMatchObject({
        action: '<p>Speed checks</p>',
        'action-date': '2026-11-02T00:00:00',
      })
    })

    it('is closed with what came of it, and can be opened again', async () => {
      const id = await newest('priority')
      const close = { closedOn: '2026-11-20', outcome: 'Nine in ten keep to 20.', revision: '1' }
      expect((await officer.post(`${manage}/${id}/close`, { ...close, closedOn: '2026-10-05' })).status).toBe(422)
      expect((await officer.post(`${manage}/${id}/close`, close)).status).toBe(303)
      const { html } = await page('/neighbourhoods/dogger/SP1/priorities')
      expect(html.querySelector('section[aria-labelledby=closed]')?.textContent).toContain('Nine in ten keep to 20.')
      expect((await json('/api/dogger/SP1/priorities'))[0]).toMatchObject({
        action: '<p>Speed checks</p><p>Nine in ten keep to 20.</p>',
        'action-date': '2026-11-20T00:00:00',
      })
      const later = await officer.post(`${manage}/${id}`, { ...speeding, agreedOn: '2026-11-21', revision: '2' })
      expect(Object.keys(await problems(later))).toEqual(['agreedOn'])
      expect((await officer.post(`${manage}/${id}/reopen`, { revision: '1' })).status).toBe(303)
      expect((await published())['closed']).toHaveLength(1) // an old revision opens nothing
      await officer.post(`${manage}/${id}/reopen`, { revision: '2' })
      expect(await published()).toMatchObject({ open: [{ id, outcome: [] }], closed: [] })
    })

    it('is written to the audit log by the names of its fields', async () => {
      const entries = await database()
        .kysely.selectFrom('audit_entry')
        .selectAll()
        .where('person_id', '=', officer.id)
        .orderBy('id')
        .execute()
      expect(entries.map((entry) => entry.action)).toEqual([
        'priority.add',
        'action.add',
        'action.add',
        'priority.close',
        'priority.reopen',
      ])
      expect(entries[0]).toMatchObject({ force_id: 'dogger', fields: ['issue', 'why', 'owner', 'agreedOn', 'dueOn'] })
      expect(JSON.stringify(entries)).not.toContain('Speeding')
    })

    it('says that nothing was done once it is older than three months, without anybody changing it', async () => {
      await removeAll()
      const id = await add({ agreedOn: '2026-08-24', dueOn: '' })
      const words = 'This was agreed more than three months ago. Nothing has been recorded as done.'
      const text = async () => (await page('/neighbourhoods/dogger/SP1/priorities')).html.textContent
      expect(await text()).not.toContain(words)
      now = new Date('2026-11-25T00:00:00Z')
      expect(await text()).toContain(words)
      await officer.post(`${manage}/${id}/actions/new`, { what: 'Soon' })
      expect(await text()).toContain(words)
      await officer.post(`${manage}/${id}/actions/new`, { what: 'Now', doneOn: '25/11/2026' })
      expect(await text()).not.toContain(words)
      now = new Date('2026-11-24T12:00:00Z')
    })

    it('is mended field by field, with everything kept that was typed', async () => {
      const typed = { ...speeding, issue: ' ', why: 'Kept as typed', agreedOn: '31/11/2026', dueOn: 'soon' }
      const response = await officer.post(`${manage}/new`, typed)
      expect(response.status).toBe(422)
      const copy = parse(await response.clone().text())
      expect(await problems(response)).toEqual({
        issue: 'Enter the issue, in one sentence',
        agreedOn: 'Enter a real date, like 22/9/2026',
        dueOn: 'Enter a real date, like 22/9/2026, or leave it empty',
      })
      expect(copy.querySelector('#why')?.textContent).toBe('Kept as typed')
      expect(copy.querySelector('#dueOn')?.getAttribute('value')).toBe('soon')
      const tomorrow = await officer.post(`${manage}/new`, { ...speeding, agreedOn: '2026-11-25', dueOn: '2026-11-24' })
      expect(Object.keys(await problems(tomorrow))).toEqual(['agreedOn', 'dueOn'])
      expect((await officer.post(`${manage}/new`, { ...speeding, issue: 'x'.repeat(301) })).status).toBe(422)
    })

    it('has only dates that make sense', async () => {
      const refused = async (path: string, fields: Record<string, string>) =>
        Object.keys(await problems(await officer.post(path, fields)))
      const id = await add({ agreedOn: '2026-10-06' })
      const action = `${manage}/${id}/actions/new`
      expect(await refused(action, { what: 'Before', doneOn: '2020-01-01' })).toEqual(['doneOn'])
      expect(await refused(action, { what: 'Before', plannedFor: '1971-01-01' })).toEqual(['plannedFor'])
      expect(await refused(action, { what: 'Far', plannedFor: '2226-01-01' })).toEqual(['plannedFor'])
      expect((await officer.post(action, { what: 'The same day', doneOn: '2026-10-06' })).status).toBe(303)
      expect(await refused(`${manage}/new`, { ...speeding, dueOn: '6/1/2207' })).toEqual(['dueOn'])
      expect(await refused(`${manage}/new`, { ...speeding, agreedOn: '0206-10-06' })).toEqual(['agreedOn'])
      const dates = `${manage}/dates/new`
      expect(await refused(dates, { ...meeting, day: '2020-12-08' })).toEqual(['day'])
      expect(await refused(dates, { ...meeting, day: '2206-12-08' })).toEqual(['day'])
      const missedOut = await addEvent({ day: '2026-01-08' })
      const before = now
      now = new Date('2027-06-01T12:00:00Z')
      const changed = { ...meeting, day: '2026-01-08', title: 'What it was called', revision: '1' }
      expect((await officer.post(`${manage}/dates/${missedOut}`, changed)).status).toBe(303)
      now = before
    })

    it('is not made to look newer than it is: its day can only be moved back, once it has stood for a day', async () => {
      const before = now
      const id = await add({ agreedOn: '2026-10-06' })
      const change = (agreedOn: string, revision: string) =>
        officer.post(`${manage}/${id}`, { ...speeding, agreedOn, dueOn: '', revision })
      expect((await change('2026-10-07', '1')).status).toBe(303) // a slip, mended on the same day
      now = new Date(now.getTime() + 2 * 86_400_000)
      expect(Object.keys(await problems(await change('2026-11-20', '2')))).toEqual(['agreedOn'])
      expect((await change('2026-10-01', '2')).status).toBe(303)
      now = before
    })

    it('warns when more than three are open', async () => {
      await removeAll()
      for (const issue of ['One', 'Two', 'Three']) await add({ issue })
      expect(await (await officer.get(manage)).text()).not.toContain('Up to three')
      await add({ issue: 'Four' })
      expect(await (await officer.get(manage)).text()).toContain('4 priorities are open. Up to three')
    })
  })

  describe('two people at the same thing', () => {
    it('are both heard: the second sees what stands now and what they typed, and may send it once more', async () => {
      await removeAll()
      const id = await add()
      const changed = { ...speeding, revision: '1' }
      expect((await colleague.post(`${manage}/${id}`, { ...changed, owner: 'PC B. Example' })).status).toBe(303)
      const second = await officer.post(`${manage}/${id}`, { ...changed, issue: 'Speeding on Inner Row' })
      expect(second.status).toBe(409)
      expect(await published()).toMatchObject({ open: [{ issue: 'Speeding on Outer Row', owner: 'PC B. Example' }] })
      const html = parse(await second.text())
      expect(html.querySelector('.patch-both__table')?.textContent).toContain('PC B. Example')
      expect(html.querySelector('.patch-both__table')?.textContent).toContain('Speeding on Outer Row')
      expect(html.querySelector('#issue')?.getAttribute('value')).toBe('Speeding on Inner Row')
      expect(html.querySelector('#owner')?.getAttribute('value')).toBe('Sgt A. Example')
      const revision = html.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
      const again = await officer.post(`${manage}/${id}`, { ...changed, issue: 'Speeding on Inner Row', revision })
      expect(again.status).toBe(303)
      expect(await published()).toMatchObject({ open: [{ issue: 'Speeding on Inner Row', owner: 'Sgt A. Example' }] })
    })

    it('nor is an action, an event or a cancellation overwritten unseen', async () => {
      const id = await newest('priority')
      await officer.post(`${manage}/${id}/actions/new`, { what: 'First' })
      const action = `${manage}/${id}/actions/${await newest('priority_action')}`
      expect((await colleague.post(action, { what: 'Second', revision: '1' })).status).toBe(303)
      expect((await officer.post(action, { what: 'Third', revision: '1' })).status).toBe(409)
      expect((await officer.post(action, { what: 'Third' })).status).toBe(409) // no revision at all
      expect(await published()).toMatchObject({
        open: [{ actions: [{ what: 'Second', status: 'planned', date: null }] }],
      })
      const event = `${manage}/dates/${await addEvent()}`
      expect((await colleague.post(event, { ...meeting, starts: '18:00', revision: '1' })).status).toBe(303)
      expect((await officer.post(event, { ...meeting, place: 'Chapel', revision: '1' })).status).toBe(409)
      expect((await officer.post(`${event}/cancel`, { cancelled: 'yes', revision: '1' })).status).toBe(409)
      expect(await dates()).toMatchObject({
        events: [{ place: 'Community hall', startsAt: '2026-12-08T18:00:00.000Z', cancelled: false }],
      })
    })

    it('a form that changes nothing publishes nothing', async () => {
      const id = await newest('event')
      const event = { ...meeting, starts: '18:00', revision: '2' }
      expect((await officer.post(`${manage}/dates/${id}`, event)).status).toBe(303)
      const row = await database().kysely.selectFrom('event').select('revision').where('id', '=', id).executeTakeFirst()
      expect(row?.revision).toBe(2)
    })
  })

  describe('another neighbourhood’s ids', () => {
    it('are refused, whoever names them', async () => {
      await removeAll()
      const id = await add()
      await officer.post(`${manage}/${id}/actions/new`, { what: 'Ours' })
      const action = await newest('priority_action')
      const event = await addEvent()
      const other = await add({ issue: 'Other' })
      const theirs = manage.replace('SP1', 'OR2')
      const attempts = [
        [`/${id}`, { ...speeding, revision: '1' }],
        [`/${id}/close`, { closedOn: '2026-11-20', outcome: 'x', revision: '1' }],
        [`/${id}/reopen`, { revision: '1' }],
        [`/${id}/actions/new`, { what: 'x' }],
        [`/${id}/actions/${action}`, { what: 'x', revision: '1' }],
        [`/dates/${event}`, { ...meeting, title: 'x', revision: '1' }],
        [`/dates/${event}/cancel`, { cancelled: 'yes', revision: '1' }],
      ] as const
      for (const [path, fields] of attempts) {
        expect((await neighbour.post(theirs + path, fields)).status, path).toBe(403)
        expect((await neighbour.post(manage + path, fields)).status, path).toBe(403)
        if (!path.includes('reopen') && !path.endsWith('new'))
          expect((await neighbour.get(theirs + path)).status, path).toBe(403)
      }
      // An action of another priority of one's own neighbourhood, and numbers that are none.
      expect((await officer.post(`${manage}/${other}/actions/${action}`, { what: 'x', revision: '1' })).status).toBe(
        403,
      )
      for (const wrong of ['0', '-1', '1e3', '99999999999', 'x']) {
        expect((await officer.get(`${manage}/${wrong}`)).status, wrong).toBe(403)
        expect((await page(`/neighbourhoods/dogger/SP1/events/${wrong}.ics`)).status, wrong).toBe(404)
      }
      expect((await page(`/neighbourhoods/dogger/OR2/events/${event}.ics`)).status).toBe(404)
      expect(await published()).toMatchObject({ open: [{ issue: speeding.issue, actions: [{ what: 'Ours' }] }, {}] })
      expect((await dates())['events'][0]).toMatchObject({ title: meeting.title, cancelled: false })
      expect((await published('OR2'))['open']).toEqual([])
    })
  })

  describe('a date', () => {
    it('is on the neighbourhood page with a file for calendars, and gone once it is over', async () => {
      await removeAll()
      const id = await addEvent()
      await addEvent({ kind: 'drop-in', title: 'Coffee with the team', day: '2026-12-01', starts: '10:00', ends: '' })
      const { html } = await page('/neighbourhoods/dogger/SP1')
      const card = html.querySelector('section[aria-labelledby=meeting]')
      expect(card?.querySelector('.patch-event__when')?.textContent).toBe('Tuesday 8 December 2026, 19:00 to 20:30')
      expect(card?.textContent).toContain('Community hall, 1 Outer Row')
      expect(card?.textContent).toContain('Coffee with the team, Tuesday 1 December 2026, 10:00')
      expect(card?.querySelector('.patch-event__calendar')?.getAttribute('href')).toBe(
        `/neighbourhoods/dogger/SP1/events/${id}.ics`,
      )
      expect((await page('/cy/neighbourhoods/dogger/SP1')).html.textContent).toContain('8 Rhagfyr 2026, 19:00–20:30')
      now = new Date('2026-12-08T20:29:59Z')
      expect((await dates())['events']).toHaveLength(1)
      expect(await json('/api/dogger/SP1/events')).toHaveLength(1)
      now = new Date('2026-12-08T20:30:00Z')
      expect((await dates())['events']).toHaveLength(0)
      expect(await json('/api/dogger/SP1/events')).toHaveLength(0)
      expect((await page('/neighbourhoods/dogger/SP1')).html.textContent).toContain('No meeting has been announced')
      now = new Date('2026-11-24T12:00:00Z')
    })

    it('is kept in British civil time, summer and winter', async () => {
      await removeAll()
      await addEvent({ day: '2027-07-08' })
      expect((await dates())['events'][0]).toMatchObject({ startsAt: '2027-07-08T18:00:00.000Z' })
      expect((await json('/api/dogger/SP1/events'))[0]).toMatchObject({
        start_date: '2027-07-08T19:00:00',
        end_date: '2027-07-08T20:30:00',
      })
      const form = parse(await (await officer.get(`${manage}/dates/${await newest('event')}`)).text())
      expect(['day', 'starts', 'ends'].map((name) => form.querySelector(`#${name}`)?.getAttribute('value'))).toEqual([
        '2027-07-08',
        '19:00',
        '20:30',
      ])
    })

    it.each([
      [{ ends: '19:00' }, { ends: 'It must end after it starts' }],
      [
        { starts: 'seven', ends: '8pm' },
        { starts: 'Enter when it starts, like 19:00', ends: 'Enter when it ends, like 20:30, or leave it empty' },
      ],
      [
        { day: '2027-03-28', starts: '01:30', ends: '' },
        { starts: 'The clocks go forward that night and leave this time out. Enter another' },
      ],
      [{ day: '2027-02-29' }, { day: 'Enter a real date, like 22/9/2026' }],
      [{ onlineUrl: 'javascript:alert(1)' }, { onlineUrl: 'Enter a web address that begins with https://' }],
      [
        { kind: 'party', title: '' },
        { kind: 'Select what kind of date it is', title: 'Enter a title' },
      ],
      [
        { place: '', address: '', onlineUrl: '' },
        { place: 'Enter a place, an address or a link: where can people come?' },
      ],
    ])('is mended field by field: %j', async (fields, expected) => {
      const response = await officer.post(`${manage}/dates/new`, { ...meeting, ...fields } as Record<string, string>)
      expect(response.status).toBe(422)
      expect(await problems(response)).toEqual(expected)
    })

    it('is cancelled: marked on pages, told to calendars, left out of the public API; and takes place after all', async () => {
      await removeAll()
      const id = await addEvent()
      expect((await officer.get(`${manage}/dates/${id}/cancel`)).status).toBe(200)
      expect((await officer.post(`${manage}/dates/${id}/cancel`, { cancelled: 'yes', revision: '1' })).status).toBe(303)
      const { html } = await page('/neighbourhoods/dogger/SP1')
      const card = html.querySelector('section[aria-labelledby=meeting]')?.textContent
      expect(card).toContain('No meeting has been announced')
      expect(card).toContain('Cancelled: Neighbourhood meeting')
      expect(await json('/api/dogger/SP1/events')).toEqual([])
      const file = await (await fetch(`${app.url}/neighbourhoods/dogger/SP1/events/${id}.ics`)).text()
      expect(file).toContain('\r\nSTATUS:CANCELLED\r\n')
      expect(file).toContain('\r\nSEQUENCE:2\r\n')
      await officer.post(`${manage}/dates/${id}/cancel`, { cancelled: 'no', revision: '2' })
      expect(await dates()).toMatchObject({ events: [{ cancelled: false }] })
    })
  })

  it('show script as text, wherever it is written', async () => {
    await removeAll()
    const id = await add({ issue: script, why: script, owner: script })
    await officer.post(`${manage}/${id}/actions/new`, { what: script, owner: script, doneOn: '2026-11-01' })
    await addEvent({ title: script, description: script, place: script, address: script })
    const paths = ['/neighbourhoods/dogger/SP1', '/neighbourhoods/dogger/SP1/priorities']
    for (const path of paths) {
      const { html } = await page(path)
      expect(html.querySelectorAll('main script'), path).toEqual([])
      expect(html.querySelector('main')?.textContent, path).toContain('alert(')
    }
    const forms = [
      manage,
      `${manage}/${id}`,
      `${manage}/${id}/close`,
      `${manage}/dates`,
      `${manage}/dates/${await newest('event')}`,
    ]
    for (const path of forms) {
      const html = await (await officer.get(path)).text()
      expect(html, path).not.toContain('<script>alert')
      expect(html, path).toContain('alert(')
    }
    const again = await officer.post(`${manage}/${id}`, {
      issue: '',
      why: script,
      owner: script,
      agreedOn: script,
      revision: '1',
    })
    expect(await again.text()).not.toContain('<script>alert')
    const escaped = '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>'
    expect((await json('/api/dogger/SP1/priorities'))[0]).toMatchObject({ issue: escaped, action: escaped })
    expect((await json('/api/dogger/SP1/events'))[0]).toMatchObject({
      description: escaped,
      title: '&lt;script&gt;alert("x")&lt;/script&gt;',
    })
  })

  it.runIf(sharedData)(
    'have the fields of the recorded answers of data.police.uk, with texts of the same kind',
    async () => {
      const shape = (value: Record<string, unknown>) => Object.keys(value).sort()
      for (const [path, file] of [
        ['priorities', 'laravel-police-uk/leicestershire-NC04-priorities.json'],
        ['events', 'laravel-police-uk/leicestershire-NC04-events.json'],
      ]) {
        const [recorded] = JSON.parse(readFileSync(shared(`api/${file}`), 'utf8'))
        const [ours] = (await json(`/api/dogger/SP1/${path}`)) as Record<string, unknown>[]
        expect(shape(ours ?? {}), path).toEqual(shape(recorded))
        for (const [key, value] of Object.entries(recorded))
          if (key.endsWith('date') && value !== null)
            expect(ours?.[key], key).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
      }
    },
  )
})
