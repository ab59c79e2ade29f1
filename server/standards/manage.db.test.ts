import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { fieldWords } from '../accounts/auditWords.ts'
import { promisedReply } from './promisedReply.ts'
import { publishedVersions } from './versionQueries.ts'

const script = '<script>alert(1)</script>'
const desk = '/manage/neighbourhoods/dogger/SP1/standards'
const forceDesk = '/manage/forces/dogger/standards'
const publicPage = '/neighbourhoods/dogger/SP1/standards'

onBothDatabases('working on standards', (database) => {
  let app: TestApp
  let officer: SignedIn
  let supervisor: SignedIn
  let neighbour: SignedIn
  let place: number
  let now = new Date('2026-08-10T10:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    place = await aNeighbourhood(database())
    const beside = await aNeighbourhood(database(), { code: 'OR1', name: 'Outer Row', box: undefined })
    app = await startTestApp(database(), { clock: () => now })
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: place }])
    supervisor = await signIn(app, [{ role: 'supervisor', forceId: 'dogger', neighbourhoodId: null }])
    neighbour = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: beside }])
  })
  afterAll(() => app.close())

  const html = async (response: Response | Promise<Response>) => parse(await (await response).text())
  const page = (path: string) => html(fetch(app.url + path))
  const reply = {
    promise: `We answer. ${script}`,
    promiseWelsh: '',
    source: script,
    measure: 'messages-answered',
    revision: '0',
    'term-hours': '48',
    'term-counted': 'working',
    'term-share': '95',
    'term-recourse': script,
    'term-recourseHours': '24',
  }
  const publish = async (who: SignedIn, path: string, fields: Record<string, string> = {}) => {
    const seen = (await html(who.get(path))).querySelector('input[name=fingerprint]')?.getAttribute('value') ?? ''
    return who.post(`${path}/publish`, { name: `Insp. ${script}`, role: 'Inspector', fingerprint: seen, ...fields })
  }
  const draftIds = async () =>
    (await html(officer.get(desk)))
      .querySelectorAll('a[href$="/edit"]')
      .map((link) => link.getAttribute('href')?.match(/(\d+)\/edit$/)?.[1] ?? '')

  it('keeps what was typed and says what to mend, in a field and above', async () => {
    const answer = await officer.post(`${desk}/add`, { ...reply, promise: '', 'term-hours': 'soon' })
    expect(answer.status).toBe(422)
    const form = await html(answer)
    expect(form.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual([
      '#promise',
      '#term-hours',
    ])
    expect(form.querySelector('#term-hours')?.getAttribute('value')).toBe('soon')
    expect(form.querySelector('#term-recourse')?.getAttribute('value')).toBe(script)
  })

  it('adds a standard, and shows script in every field as text', async () => {
    expect((await officer.post(`${desk}/add`, reply)).status).toBe(303)
    const list = await html(officer.get(desk))
    expect(list.textContent).toContain(`We answer. ${script}`)
    expect(list.querySelectorAll('main script')).toEqual([])
  })

  it('shows the second of two people both versions, and overwrites nothing', async () => {
    const [id] = await draftIds()
    expect((await officer.post(`${desk}/${id}/edit`, { ...reply, revision: '1', 'term-hours': '40' })).status).toBe(303)
    const second = await supervisor.post(`${desk}/${id}/edit`, { ...reply, revision: '1', 'term-hours': '30' })
    expect(second.status).toBe(422)
    const form = await html(second)
    expect(form.querySelector('#term-hours')?.getAttribute('value')).toBe('30')
    expect(form.querySelector('.patch-both')?.textContent).toContain('40')
    const revision = form.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
    expect((await supervisor.post(`${desk}/${id}/edit`, { ...reply, revision, 'term-hours': '30' })).status).toBe(303)
  })

  it('takes the same form twice as one, and takes off only what was shown', async () => {
    const [id = ''] = await draftIds()
    const edit = `${desk}/${id}/edit`
    const opened = await html(officer.get(edit))
    const hidden = (name: string) => opened.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? ''
    const form = { ...reply, revision: hidden('revision'), key: hidden('key'), 'term-hours': '30', source: 'A meeting' }
    expect([(await officer.post(edit, form)).status, (await officer.post(edit, form)).status]).toEqual([303, 303])

    const late = await officer.post(`${desk}/${id}/remove`, { revision: hidden('revision') })
    expect([late.status, late.headers.get('location')]).toEqual([303, edit])
    expect(await draftIds()).toContain(id)

    const revision =
      (await html(officer.get(edit))).querySelector('main input[name=revision]')?.getAttribute('value') ?? ''
    await supervisor.post(`${desk}/${id}/remove`, { revision })
    expect(await draftIds()).not.toContain(id)
    const kept = await officer.post(edit, { ...form, revision, promise: 'We answer within two days.' })
    expect(kept.status).toBe(422)
    const again = await html(kept)
    expect(again.querySelector('#promise')?.textContent).toBe('We answer within two days.')
    expect(again.querySelector('form[action$="/add"]')).not.toBeNull()
    const value = (name: string) => again.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? ''
    const back = { ...reply, 'term-hours': '30', revision: '0', once: value('once'), key: value('key') }
    expect((await officer.post(`${desk}/add`, back)).status).toBe(303)
    const rows = await database().kysely.selectFrom('standard_draft').select(['key', 'promise']).execute()
    expect(rows).toEqual([{ key: hidden('key'), promise: reply.promise }])
  })

  it('refuses another neighbourhood and its ids', async () => {
    const [id] = await draftIds()
    expect((await neighbour.get(desk)).status).toBe(403)
    expect((await neighbour.post(`${desk}/add`, reply)).status).toBe(403)
    const theirs = '/manage/neighbourhoods/dogger/OR1/standards'
    expect((await neighbour.get(`${theirs}/${id}/edit`)).status).toBe(403)
    expect((await neighbour.post(`${theirs}/${id}/edit`, { ...reply, revision: '3' })).status).toBe(403)
    await neighbour.post(`${theirs}/${id}/remove`, {})
    expect(await draftIds()).toContain(id)
    expect((await officer.get(forceDesk)).status).toBe(403)
    expect((await supervisor.get('/manage/forces/fisher/standards')).status).toBe(403)
    expect((await publish(officer, forceDesk)).status).toBe(403)
    expect((await fetch(app.url + desk, { redirect: 'manual' })).status).toBeGreaterThanOrEqual(300)
  })

  it('starts a force from a ready set, publishes with it what a neighbourhood adds, and signs only what was seen', async () => {
    expect((await supervisor.post(`${forceDesk}/start`, { set: 'no such' })).status).toBe(422)
    expect((await supervisor.post(`${forceDesk}/start`, { set: 'measured-here' })).status).toBe(303)
    expect((await supervisor.post(`${forceDesk}/start`, { set: 'measured-here' })).status).toBe(303) // nothing twice
    const unsigned = await publish(supervisor, desk, { name: '' })
    expect(unsigned.status).toBe(422)
    expect((await publish(supervisor, desk, { fingerprint: 'of something else' })).status).toBe(422)
    expect(await (await fetch(app.url + publicPage)).text()).toContain('has not published any standards yet')
    const opened = await html(supervisor.get(desk))
    const value = (name: string) => opened.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
    const signed = {
      name: `Insp. ${script}`,
      role: 'Inspector',
      fingerprint: value('fingerprint'),
      once: value('once'),
    }
    for (const _ of [1, 2]) {
      const done = await supervisor.post(`${desk}/publish`, signed)
      expect([done.status, done.headers.get('location')]).toEqual([303, publicPage])
    }
    expect(await publishedVersions(database().kysely, place)).toHaveLength(1)
  })

  it('is public at once, in page, twin and promise, with script as text', async () => {
    const shown = await page(publicPage)
    expect(shown.querySelectorAll('.patch-standard')).toHaveLength(7)
    expect(shown.querySelectorAll('main script')).toEqual([])
    expect(shown.textContent).toContain('If we miss it')
    expect(await promisedReply(database().kysely, place)).toMatchObject({
      acknowledge: [{ hours: 24, counted: 'calendar' }],
      answer: [{ hours: 30, counted: 'working' }],
      recourse: { within: { hours: 24, counted: 'working' } },
    })
    const feed = await (await fetch(`${app.url}/feeds/neighbourhoods/dogger/SP1.atom`)).text()
    expect(feed).toContain('What you can expect from us: version 1')
    expect(feed).not.toContain(script)
    const twin = await (await fetch(`${app.url}/api/v1${publicPage}`)).json()
    expect(twin.standards.map((one: { origin: string }) => one.origin)).toEqual([
      'force',
      'force',
      'force',
      'force',
      'force',
      'force',
      'neighbourhood',
    ])
  })

  it('publishes defaults everywhere and leaves what a neighbourhood has published of its own', async () => {
    now = new Date('2026-11-24T10:00:00Z')
    await supervisor.post(`${forceDesk}/add`, {
      promise: 'We walk your streets.',
      measure: 'patrol-hours',
      revision: '0',
      'term-target': '200',
    })
    expect((await publish(supervisor, forceDesk)).status).toBe(303)
    const shown = await page(publicPage)
    expect(shown.querySelectorAll('.patch-standard')).toHaveLength(8)
    expect(shown.querySelector('.patch-versions')?.textContent).toContain('New: We walk your streets.')
    expect((await page('/neighbourhoods/dogger/OR1/standards')).querySelectorAll('.patch-standard')).toHaveLength(7)
    const table = await html(supervisor.get(`${forceDesk}/results`))
    expect(table.querySelectorAll('tbody th').map((name) => name.textContent)).toEqual(['Outer Row', 'Silver Pit'])
    expect(table.querySelectorAll('tbody tr')[0]?.textContent).toContain('Not promised')
    expect((await officer.get(`${forceDesk}/results`)).status).toBe(403)
  })

  it('takes an entered figure with its evidence and an explanation, and never a figure that can be worked out', async () => {
    const result = `${desk}/results/patrol-hours/2026-Q4`
    const figure = { value: '120', evidence: `Duty sheets ${script}`, enteredAs: 'Sgt A. Example', figureRevision: '0' }
    expect((await officer.post(`${result}/enter`, { ...figure, evidence: '' })).status).toBe(422)
    expect((await officer.post(`${result}/enter`, figure)).status).toBe(303)
    const again = await html(officer.post(`${result}/enter`, { ...figure, value: '130' }))
    expect(again.querySelector('#value')?.getAttribute('value')).toBe('130')
    expect(again.querySelector('.patch-both')?.textContent).toContain('120')
    expect(
      (await officer.post(`${result}/explain`, { text: `Two of us were ill. ${script}`, revision: '0' })).status,
    ).toBe(303)
    // What was typed for the other part is not lost by saving one.
    const both = {
      text: 'Half an explanation',
      textWelsh: '',
      revision: '1',
      ...figure,
      value: '121',
      figureRevision: '1',
    }
    const half = await officer.post(`${result}/enter`, both)
    expect(half.status).toBe(200)
    const form = await html(half)
    expect(form.querySelector('#text')?.textContent).toBe('Half an explanation')
    expect(form.querySelector('#value')?.getAttribute('value')).toBe('121')
    const hidden = (name: string) => form.querySelector(`main input[name=${name}]`)?.getAttribute('value')
    expect([hidden('revision'), hidden('figureRevision')]).toEqual(['1', '2'])
    await officer.post(`${result}/enter`, { ...figure, figureRevision: '2' })
    const computed = `${desk}/results/here-satisfaction/2026-Q4`
    expect((await officer.get(computed)).status).toBe(200)
    expect((await officer.post(`${computed}/enter`, figure)).status).toBe(403)
    // Before the promise there is nothing to explain.
    expect(
      (await officer.post(`${desk}/results/patrol-hours/2026-Q3/explain`, { text: 'x', revision: '0' })).status,
    ).toBe(403)
    expect((await neighbour.post(`${result}/explain`, { text: 'x', revision: '1' })).status).toBe(403)
    const card = (await page(publicPage)).querySelector('#standard-patrol-hours')
    expect(card?.textContent).toContain('120 hours of patrol.')
    expect(card?.textContent).toContain('Entered by Sgt A. Example on 24 November 2026. It rests on: Duty sheets')
    expect(card?.querySelector('.patch-standard__explanation')?.textContent).toContain('Two of us were ill.')
    expect((await html(officer.get(`${desk}/results`))).textContent).toContain('Change what you say')
  })

  it('shares a draft by a private link, and takes comments from whoever has it', async () => {
    const made = await html(officer.post(`${desk}/share`, {}))
    const secret = made
      .querySelector('.patch-poster__address')
      ?.textContent.match(/\/standards-draft\/([\w-]{43})$/)?.[1]
    const link = `${app.url}/standards-draft/${secret}`
    const draft = await fetch(link)
    expect([draft.headers.get('cache-control'), draft.headers.get('referrer-policy')]).toEqual([
      'no-store',
      'no-referrer',
    ])
    expect((await html(draft)).textContent).toContain('Nothing in it is promised yet')
    expect((await page(`/cy/standards-draft/${secret}`)).textContent).toContain('Drafft yw hwn')
    const rows = await database().kysely.selectFrom('standard_draft_link').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    const empty = await postForm(link, { text: ' ', name: script })
    expect(empty.status).toBe(422)
    expect((await html(empty)).querySelector('#name')?.getAttribute('value')).toBe(script)
    expect((await postForm(link, { text: `Add a drop-in. ${script}`, name: '' })).status).toBe(303)
    const list = await html(officer.get(desk))
    expect(list.textContent).toContain('Add a drop-in.')
    expect(list.querySelectorAll('main script')).toEqual([])
    const end = list.querySelector('form[action$="/end"]')?.getAttribute('action') ?? ''
    await neighbour.post(end.replace('SP1', 'OR1'), {})
    expect((await fetch(link)).status).toBe(200)
    await officer.post(end, {})
    expect((await fetch(link)).status).toBe(410)
    expect((await fetch(`${app.url}/standards-draft/${'x'.repeat(43)}`)).status).toBe(410)
  })

  it('leaves who changed what, and never the words', async () => {
    const entries = await database().kysely.selectFrom('audit_entry').selectAll().execute()
    const actions = new Set(entries.map((entry) => entry.action))
    for (const action of ['add', 'change', 'start', 'publish', 'enter', 'explain', 'share', 'endShare'])
      expect(actions).toContain(`standards.${action}`)
    for (const { action, fields } of entries) expect(fieldWords(action, fields, null)).not.toContain('Another field')
    expect(JSON.stringify(entries)).not.toMatch(/script|Duty|Example|ill/)
  })
})
