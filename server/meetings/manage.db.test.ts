import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aPostcode } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'
import { readLog } from '../live/log.ts'
import { stateOf } from './agenda.ts'

const manage = '/manage/neighbourhoods/dogger/SP1/meetings'
const script = '<script>alert("x")</script>'
const meeting = {
  title: 'Priorities meeting',
  day: '2026-12-08',
  starts: '19:00',
  ends: '20:30',
  attendance: 'hybrid',
  place: 'Community hall',
  address: '1 Outer Row',
  postcode: 'zz11aa',
  accessNotes: 'Step-free.\r\nHearing loop.',
  onlineUrl: 'https://meet.example/silver-pit',
  description: 'Come and say what matters.',
  longitude: '',
  latitude: '',
  agenda: 'usual',
}
const { agenda: _agenda, ...details } = meeting
const anItem = { title: 'Policing the harbour', kind: 'report', plannedMinutes: '12', lead: 'Sgt A. Example' }

onBothDatabases('a team’s meetings', (database) => {
  let app: TestApp
  let officer: SignedIn
  let colleague: SignedIn
  let neighbour: SignedIn
  let elsewhere = 0
  const now = new Date('2026-11-24T12:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    const silverPit = await aNeighbourhood(database())
    elsewhere = await aNeighbourhood(database(), { code: 'OR2', name: 'Outer Rough', box: [2.4, 54.8, 2.44, 54.82] })
    await aPostcode(database(), 'ZZ11AA', [2.3, 54.7])
    await aPostcode(database(), 'ZZ22BB', [2.31, 54.705])
    app = await startTestApp(database(), { clock: () => now })
    const grant = { role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit } as const
    officer = await signIn(app, [grant])
    colleague = await signIn(app, [grant], 'B. Example')
    neighbour = await signIn(app, [{ ...grant, neighbourhoodId: elsewhere }], 'C. Example')
  })
  afterAll(() => app.close())

  const page = async (path: string, person = officer) => {
    const answer = await person.get(path)
    return { status: answer.status, html: parse(await answer.text()) }
  }
  const make = async (fields: Record<string, string> = {}) => {
    const answer = await officer.post(`${manage}/new`, { ...meeting, ...fields })
    expect(answer.status).toBe(303)
    return Number(/\/meetings\/(\d+)$/.exec(answer.headers.get('location') ?? '')?.[1])
  }
  const state = async (id: number) => stateOf((await readLog(database().kysely, id, 0)).changes)
  const titles = async (id: number) => (await state(id)).items.map(({ title }) => title)
  const problems = async (answer: Response) => {
    const html = parse(await answer.text())
    return Object.fromEntries(
      html
        .querySelectorAll('.govuk-error-message')
        .map((message) => [message.id.replace(/-error$/, ''), message.textContent.replace(/^Error:\s*/, '')]),
    )
  }
  const json = async (id: number) => (await (await fetch(`${app.url}/api/v1/meetings/${id}`)).json()) as never
  const rows = async (table: 'event' | 'meeting') =>
    (await database().kysely.selectFrom(table).selectAll().execute()).length
  /** A field of a form as it is shown. */
  const shown = (html: ReturnType<typeof parse>, name: string) =>
    html.querySelector(`[name=${name}]`)?.getAttribute('value') ?? ''

  describe('one is made', () => {
    it('with the usual agenda, its place by its postcode, and a code to join', async () => {
      const id = await make()
      const found = (await json(id))['meeting'] as Record<string, never>
      expect(found).toMatchObject({
        title: 'Priorities meeting',
        startsAt: '2026-12-08T19:00:00.000Z',
        address: '1 Outer Row, ZZ1 1AA',
        plan: {
          attendance: 'hybrid',
          accessNotes: ['Step-free.', 'Hearing loop.'],
          location: { longitude: 2.3, latitude: 54.7 },
          phase: 'planned',
        },
      })
      expect(JSON.stringify(found['plan'])).toMatch(/"joinCode":"[A-Z0-9]{6}"/)
      expect(await titles(id)).toHaveLength(8)
      expect((await state(id)).items[0]).toMatchObject({
        title: 'Welcome and apologies',
        titleWelsh: 'Croeso ac ymddiheuriadau',
      })
      const { html, status } = await page(`${manage}/${id}`)
      expect(status).toBe(200)
      expect(html.querySelectorAll('.patch-order__item')).toHaveLength(8)
      expect(html.querySelector('.patch-small-map')).not.toBeNull()
    })

    it('[M3] with every text as it is kept: nothing that turns its direction, and not the mark that ends such a turn', async () => {
      const turned = (text: string) => `\u202e\u2067${text}\u202c\u2069\u0085`
      const texts = { title: 'Autumn', place: 'Hall', address: 'Row 1', accessNotes: 'Ramp', description: 'Come' }
      const id = await make(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, turned(text)])))
      await officer.post(`${manage}/${id}/items/new`, {
        ...anItem,
        title: turned('Item'),
        lead: turned('Sgt'),
        'documentTitle-1': turned('Map'),
        'documentUrl-1': 'https://example.org/map',
      })
      await officer.post(`${manage}/${id}/chairs`, { name: turned('Mrs Haddock') })
      const { title, place, address, description } = await database()
        .kysely.selectFrom('event')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const { access_notes } = await database()
        .kysely.selectFrom('meeting')
        .select('access_notes')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect({ title, place, address, description, accessNotes: access_notes }).toMatchObject({
        ...texts,
        address: 'Row 1, ZZ1 1AA',
      })
      expect((await state(id)).items.at(-1)).toMatchObject({
        title: 'Item',
        lead: 'Sgt',
        documents: [{ title: 'Map' }],
      })
      const links = await database()
        .kysely.selectFrom('meeting_chair_link')
        .select('name')
        .where('meeting_id', '=', id)
        .execute()
      expect(links).toEqual([{ name: 'Mrs Haddock' }])
    })

    it('empty, or like an earlier one, which is left as it is; documents stay with theirs', async () => {
      const empty = await make({ agenda: 'empty' })
      expect(await titles(empty)).toEqual([])
      await officer.post(`${manage}/${empty}/items/new`, {
        ...anItem,
        'documentTitle-1': 'Map',
        'documentUrl-1': 'https://example.org/map',
        shows: ['figures', 'standards'],
      })
      await officer.post(`${manage}/${empty}/settings`, {
        questionsModerated: 'no',
        questionsPerDevice: '5',
        minutesShown: 'end',
      })
      const copy = await make({ agenda: `copy-${empty}` })
      const [before, after] = [await state(empty), await state(copy)]
      expect(after.items).toMatchObject([
        { title: anItem.title, lead: anItem.lead, shows: ['figures', 'standards'], documents: [] },
      ])
      expect(after.items[0]?.id).not.toBe(before.items[0]?.id)
      expect(after.settings).toMatchObject({ questionsModerated: false, questionsPerDevice: 5, minutesShown: 'end' })
      expect(before.items[0]?.documents).toHaveLength(1)
    })

    it('once, however often its form is sent', async () => {
      const before = await rows('meeting')
      const { html } = await page(`${manage}/new`)
      const once = shown(html, 'once')
      await Promise.all([1, 2, 3].map(() => officer.post(`${manage}/new`, { ...meeting, once })))
      expect(await rows('meeting')).toBe(before + 1)
    })

    it('of a date that was announced, which keeps its number', async () => {
      const dates = '/manage/neighbourhoods/dogger/SP1/priorities/dates'
      await officer.post(`${dates}/new`, { ...details, kind: 'meeting', postcode: '', title: 'Announced' })
      const { id } = await database()
        .kysely.selectFrom('event')
        .select('id')
        .where('title', '=', 'Announced')
        .executeTakeFirstOrThrow()
      expect((await officer.get(`${manage}/${id}`)).status).toBe(403)
      expect((await page(`${manage}/${id}/plan`)).status).toBe(200)
      const fields = { ...meeting, title: 'Announced', revision: '1' }
      expect((await officer.post(`${manage}/${id}/plan`, fields)).status).toBe(303)
      expect((await officer.post(`${manage}/${id}/plan`, fields)).status).toBe(303) // again: it is there already
      expect(await titles(id)).toHaveLength(8)
      expect((await officer.get(`${dates}/${id}`)).headers.get('location')).toBe(`${manage}/${id}/details`)
      const kind = { ...details, kind: 'drop-in', revision: '2' }
      expect(await problems(await officer.post(`${dates}/${id}`, kind))).toEqual({
        kind: 'It has an agenda, so it stays a meeting',
      })
    })

    it('only when it makes sense, with all that was typed still there', async () => {
      const answer = await officer.post(`${manage}/new`, {
        ...meeting,
        title: '',
        attendance: 'in-person',
        postcode: 'nowhere',
        longitude: '2.3',
        agenda: 'copy-999999',
      })
      expect(answer.status).toBe(422)
      const text = await answer.text()
      for (const said of ['Enter a title', 'Enter a full postcode', 'Select with what the agenda begins'])
        expect(text).toContain(said)
      expect(shown(parse(text), 'onlineUrl')).toBe(meeting.onlineUrl)
      const of = async (fields: Record<string, string>) =>
        problems(await officer.post(`${manage}/new`, { ...meeting, ...fields }))
      expect(await of({ attendance: 'in-person' })).toHaveProperty('attendance')
      expect(await of({ onlineUrl: '' })).toHaveProperty('onlineUrl')
      expect(await of({ attendance: 'online' })).toHaveProperty('attendance')
      expect(await of({ place: '', address: '', postcode: '' })).toHaveProperty('place')
      expect(await of({ longitude: '2.3' })).toHaveProperty('latitude')
      expect(await of({ longitude: '2.3', latitude: '154' })).toHaveProperty('latitude')
      expect(await of({ ends: '18:00' })).toHaveProperty('ends')
      expect(await of({ attendance: 'dance' })).toHaveProperty('attendance')
    })

    it('with texts that stay texts', async () => {
      const id = await make({ title: script, place: script, address: script, accessNotes: script, description: script })
      await officer.post(`${manage}/${id}/items/new`, { ...anItem, title: script, titleWelsh: script, lead: script })
      for (const path of [`${manage}/${id}`, manage, `${manage}/${id}/details`])
        expect((await page(path)).html.toString()).not.toContain('<script>alert')
      await officer.post(`/manage/neighbourhoods/dogger/SP1/priorities/dates/${id}/cancel`, { revision: '1' })
    })
  })

  describe('one is changed', () => {
    it('with its place: a new postcode moves it, a place typed by hand stays, far away is asked about', async () => {
      const id = await make()
      const location = async () => (await json(id))['meeting']['plan']['location'] as unknown
      const change = (revision: number, fields: Record<string, string>) =>
        officer.post(`${manage}/${id}/details`, { ...details, ...fields, revision: String(revision) })
      const form = await page(`${manage}/${id}/details`)
      expect([shown(form.html, 'address'), shown(form.html, 'postcode')]).toEqual(['1 Outer Row', 'ZZ1 1AA'])
      expect((await change(1, { longitude: '2.3', latitude: '54.7', postcode: 'ZZ2 2BB' })).status).toBe(303)
      expect(await location()).toEqual({ longitude: 2.31, latitude: 54.705 })
      await change(2, { postcode: 'ZZ2 2BB', longitude: '2.9', latitude: '54.7' })
      expect(await location()).toEqual({ longitude: 2.9, latitude: 54.7 })
      expect((await page(`${manage}/${id}`)).html.textContent).toMatch(/\d\d km outside your neighbourhood/)
    })

    it('by one of two who change it at once; the other sees both', async () => {
      const id = await make()
      const change = (person: SignedIn, place: string) =>
        person.post(`${manage}/${id}/details`, { ...details, place, revision: '1' })
      const answers = [await change(officer, 'Library'), await change(colleague, 'School')]
      expect(answers.map(({ status }) => status)).toEqual([303, 409])
      const text = await answers[1]?.text()
      expect(text).toContain('School')
      expect(text).toContain('Library')
    })

    it('and cancelled like any date; nothing of it is kept twice', async () => {
      const id = await make()
      await officer.post(`/manage/neighbourhoods/dogger/SP1/priorities/dates/${id}/cancel`, { revision: '1' })
      expect((await json(id))['meeting']['cancelled']).toBe(true)
      expect((await page(`${manage}/${id}`)).html.textContent).toContain('Cancelled')
      expect((await fetch(`${app.url}/meetings/${id}/poster`)).status).toBe(404)
    })
  })

  describe('its agenda', () => {
    it('grows, changes and shrinks by plain forms', async () => {
      const id = await make({ agenda: 'empty' })
      const items = `${manage}/${id}/items`
      for (const title of ['First', 'Second', 'Third'])
        expect((await officer.post(`${items}/new`, { ...anItem, title })).status).toBe(303)
      const [first, second, third] = (await state(id)).items
      expect(await titles(id)).toEqual(['First', 'Second', 'Third'])
      const move = (item: string | undefined, fields: Record<string, string>) =>
        officer.post(`${items}/${item}/move`, fields)
      await move(first?.id, { to: 'up' }) // it is the first
      await move(third?.id, { to: 'up' })
      expect(await titles(id)).toEqual(['First', 'Third', 'Second'])
      await move(first?.id, { to: 'down' })
      expect(await titles(id)).toEqual(['Third', 'First', 'Second'])
      await move(second?.id, { to: 'before', before: third?.id ?? '' })
      expect(await titles(id)).toEqual(['Second', 'Third', 'First'])
      await move(second?.id, { to: 'before', before: '' })
      expect(await titles(id)).toEqual(['Third', 'First', 'Second'])
      const { html } = await page(`${items}/${first?.id}`)
      const revision = shown(html, 'revision')
      await officer.post(`${items}/${first?.id}`, { ...anItem, title: 'First of all', revision })
      expect(await titles(id)).toEqual(['Third', 'First of all', 'Second'])
      const now = shown((await page(`${items}/${first?.id}`)).html, 'revision')
      expect((await officer.post(`${items}/${first?.id}/drop`, { revision })).status).toBe(409)
      expect((await officer.post(`${items}/${first?.id}/drop`, { revision: now })).status).toBe(303)
      expect(await titles(id)).toEqual(['Third', 'Second'])
    })

    it('takes each form once', async () => {
      const id = await make({ agenda: 'empty' })
      const once = shown((await page(`${manage}/${id}/items/new`)).html, 'once')
      await Promise.all([1, 2, 3].map(() => officer.post(`${manage}/${id}/items/new`, { ...anItem, once })))
      expect(await titles(id)).toEqual([anItem.title])
    })

    it('is not overwritten by somebody who saw less; what was typed can be put back', async () => {
      const id = await make({ agenda: 'empty' })
      await officer.post(`${manage}/${id}/items/new`, anItem)
      const item = `${manage}/${id}/items/${(await state(id)).items[0]?.id}`
      const revision = shown((await page(item)).html, 'revision')
      const change = (person: SignedIn, title: string, given: Record<string, string> = { revision }) =>
        person.post(item, { ...anItem, title, ...given })
      expect((await change(officer, 'Mine')).status).toBe(303)
      const late = await change(colleague, 'Theirs')
      expect(late.status).toBe(409)
      const html = parse(await late.text())
      expect(html.querySelector('.patch-both')?.textContent).toContain('Mine')
      expect((await change(colleague, 'Theirs', { revision: shown(html, 'revision') })).status).toBe(303)
      const newest = shown((await page(item)).html, 'revision')
      await officer.post(`${item}/drop`, { revision: newest })
      const gone = await change(colleague, 'Typed meanwhile', { revision: newest })
      expect(gone.status).toBe(409)
      const { once = '' } = { once: shown(parse(await gone.text()), 'once') }
      expect((await change(colleague, 'Typed meanwhile', { once })).status).toBe(303)
      expect(await titles(id)).toEqual(['Typed meanwhile'])
    })

    it('can be changed while the meeting is on, and not once it is over; that is told', async () => {
      const id = await make()
      const send = (kind: 'meeting:start' | 'meeting:close') =>
        app.context.live.commandAs(
          { kind: 'chair', isTeam: true },
          { id: crypto.randomUUID(), meeting: id, kind, detail: {} },
        )
      await send('meeting:start')
      expect((await officer.post(`${manage}/${id}/items/new`, anItem)).status).toBe(303)
      await send('meeting:close')
      const late = await officer.post(`${manage}/${id}/items/new`, anItem)
      expect(late.status).toBe(409)
      expect(await problems(late)).toEqual({ title: 'The meeting is over.' })
      expect((await page(`${manage}/${id}`)).html.querySelector('.patch-order__move')).toBeNull()
    })
  })

  describe('who chairs', () => {
    it('is invited by a link that is shown once and can be ended', async () => {
      const id = await make()
      const chairs = `${manage}/${id}/chairs`
      expect(await problems(await officer.post(chairs, { name: ' ' }))).toEqual({
        name: 'Enter the name of who chairs',
      })
      const once = shown((await page(chairs)).html, 'once')
      const made = await officer.post(chairs, { name: 'M. Resident', once })
      const html = parse(await made.text())
      const address = html.querySelector('code')?.textContent ?? ''
      expect(address).toMatch(new RegExp(`/meetings/${id}/chair/[A-Za-z0-9_-]{43}$`))
      expect((await officer.post(chairs, { name: 'M. Resident', once })).status).toBe(303)
      const listed = await page(chairs)
      expect(listed.html.querySelectorAll('.patch-chair-links > li')).toHaveLength(1)
      expect(listed.html.toString()).not.toContain(address.slice(-43))
      const end = html.querySelector('.patch-chair-links form')?.getAttribute('action') ?? ''
      expect((await neighbour.post(end, {})).status).toBe(403)
      expect((await officer.post(end, {})).status).toBe(303)
      expect((await page(chairs)).html.querySelectorAll('.patch-chair-links > li')).toHaveLength(0)
    })
  })

  describe('what was done', () => {
    it('is audited by names of fields and numbers, never by what was written', async () => {
      const id = await make({ title: 'Very secret title' })
      await officer.post(`${manage}/${id}/items/new`, { ...anItem, title: 'Very secret item' })
      await officer.post(`${manage}/${id}/settings`, {
        questionsModerated: 'no',
        questionsPerDevice: '3',
        minutesShown: 'live',
      })
      const entries = await database()
        .kysely.selectFrom('audit_entry')
        .where('subject', '=', `meeting ${id}`)
        .orderBy('id')
        .selectAll()
        .execute()
      expect(entries.map(({ action }) => action)).toEqual(['meeting.add', 'meeting.addItem', 'meeting.settings'])
      expect(JSON.stringify(entries)).not.toContain('secret')
    })
  })

  describe('somebody else’s meeting', () => {
    it('is shut, also by the numbers of another neighbourhood', async () => {
      const id = await make()
      const theirs = '/manage/neighbourhoods/dogger/OR2/meetings'
      for (const path of ['', '/details', '/settings', '/chairs', '/items/new', '/plan']) {
        expect([path, (await neighbour.get(`${manage}/${id}${path}`)).status]).toEqual([path, 403])
        expect([path, (await neighbour.get(`${theirs}/${id}${path}`)).status]).toEqual([path, 403])
      }
      const item = (await state(id)).items[0]?.id
      expect((await neighbour.post(`${theirs}/${id}/items/${item}/drop`, { revision: '1' })).status).toBe(403)
      expect((await neighbour.post(`${theirs}/${id}/details`, { ...details, revision: '1' })).status).toBe(403)
      expect(await problems(await neighbour.post(`${theirs}/new`, { ...meeting, agenda: `copy-${id}` }))).toEqual({
        agenda: 'Select with what the agenda begins',
      })
    })
  })
})
