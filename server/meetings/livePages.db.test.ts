import { randomUUID } from 'node:crypto'
import { type HTMLElement, parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CommandKind } from '../../shared/live/commands.ts'
import { readCommand } from '../../shared/live/commands.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { anItem, idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { cookieOf, postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { makeChairLink } from '../live/chair.ts'

onBothDatabases('the pages of a live meeting', (database) => {
  let app: TestApp
  let neighbourhood: number
  let officer: SignedIn
  let meeting: number

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database(), { nameWelsh: 'Pwll Arian' })
    app = await startTestApp(database())
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    const items = [anItem(1, { titleWelsh: 'Eitem un' }), anItem(2), anItem(3)]
    meeting = await aMeeting(database(), { neighbourhood, items })
  })

  const url = (rest = '') => `${app.url}/meetings/${meeting}${rest}`
  const now = (): MeetingState => {
    const state = app.context.live.rooms.peek(meeting)?.state
    if (!state) throw new Error('No room')
    return state
  }
  const textOf = async (address: string, cookie = '') => (await fetch(address, { headers: { cookie } })).text()
  async function chairs(kind: CommandKind, detail: object = {}): Promise<void> {
    const read = readCommand({ id: randomUUID(), meeting, kind, detail })
    if (!read.ok) throw new Error(read.problem.message)
    expect(await app.context.live.commandAs({ kind: 'chair', isTeam: true }, read.command)).toMatchObject({ ok: true })
  }

  /** A browser without script: keeps its cookie, and sends the forms that it is shown. */
  async function aPhone(path = `/meetings/${meeting}`, cookie = '') {
    const held = { cookie }
    const open = async (): Promise<HTMLElement> => {
      const answer = await fetch(app.url + path, { headers: { cookie: held.cookie }, redirect: 'manual' })
      const given = cookieOf(answer)
      if (given) held.cookie = [held.cookie, given].filter(Boolean).join('; ')
      return parse(await answer.text())
    }
    let page = await open()
    const fieldsOf = (kind: string, about = '') => {
      const form = page
        .querySelectorAll('form')
        .find((one) => one.querySelector('[name=form]')?.getAttribute('value') === (about ? `${kind} ${about}` : kind))
      if (!form) throw new Error(`No form ${kind} ${about} in ${page.text}`)
      const hidden = form.querySelectorAll('input[type=hidden]')
      return {
        action: form.getAttribute('action') ?? '',
        fields: Object.fromEntries(
          hidden.map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
        ),
      }
    }
    return {
      open: async () => {
        page = await open()
        return page
      },
      page: () => page,
      send: (kind: CommandKind, typed: Record<string, string | string[]> = {}, about = '') => {
        const { action, fields } = fieldsOf(kind, about)
        return postForm(app.url + action, { ...fields, ...typed }, { cookie: held.cookie })
      },
    }
  }

  it('writes the panels of the item that is on into phone, projector and desk, once each', async () => {
    meeting = await aMeeting(database(), { neighbourhood, items: [anItem(1, { shows: ['standards'] }), anItem(2)] })
    expect(await textOf(url())).not.toContain('patch-live-panel')
    await chairs('meeting:start')
    for (const [path, cookie] of [
      ['', ''],
      ['/screen', ''],
      ['/chair', officer.cookie],
    ] as const)
      expect((await textOf(url(path), cookie)).match(/"patch-live-panel"/g), path).toHaveLength(1)
    await chairs('meeting:next', { from: idOf(1) })
    expect(await textOf(url())).not.toContain('patch-live-panel')
  })

  it('show place, time, agenda and how to come before it starts, in both languages, kept by nobody', async () => {
    const answer = await fetch(url())
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.getSetCookie().join()).toMatch(/^device=.*HttpOnly; SameSite=Lax/)
    const text = parse(await answer.text()).text
    expect(text).toContain('Tuesday 22 September 2026, 19:00')
    expect(text).toContain('Item 2')
    const welsh = parse(await (await fetch(`${app.url}/cy/meetings/${meeting}`)).text())
    expect(welsh.text).toContain('Eitem un')
    expect(welsh.text).toContain('Pwll Arian')
    expect(welsh.text).not.toContain('liveMeeting:')
    for (const wrong of ['0', '999999', 'x', '1.5'])
      expect((await fetch(`${app.url}/meetings/${wrong}`)).status).toBe(404)
  })

  it('before the start: where the place is on the map, the poster, and every date for one’s own calendar', async () => {
    meeting = await aMeeting(database(), { neighbourhood, location: [2.301, 54.701] })
    const partOf = async (address: string) => parse(await textOf(address)).querySelector('.patch-live__now')
    const now = await partOf(url())
    expect(now?.querySelectorAll('.patch-live__map .patch-small-map__drawing .patch-small-map__mark')).toHaveLength(1)
    const links = now?.querySelectorAll('a').map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/map?lat=54.701&lon=2.301&zoom=15',
      `/neighbourhoods/dogger/SP1/events/${meeting}.ics`,
      `webcal:${app.context.config.publicUrl.replace(/^https?:/, '')}/feeds/neighbourhoods/dogger/SP1.ics`,
      '/neighbourhoods/dogger/SP1/meetings#calendar',
      `/meetings/${meeting}/poster`,
      '/neighbourhoods/dogger/SP1/concerns',
    ])
    const welsh = await partOf(`${app.url}/cy/meetings/${meeting}`)
    expect(welsh?.querySelector('.patch-live__map title')?.text).toBe('Ble mae’r cyfarfod')
    expect(welsh?.querySelectorAll('a').map((link) => link.getAttribute('href'))).toContain(
      `/cy/meetings/${meeting}/poster`,
    )
    // The markup stands in the page once, not again in what the browser goes on from.
    expect((await textOf(url())).match(/patch-small-map__drawing/g)).toHaveLength(1)
    expect((await textOf(url('/screen'))).includes('patch-small-map')).toBe(false)

    const nowhere = await aMeeting(database(), { neighbourhood, location: [9, 40] })
    expect((await partOf(`${app.url}/meetings/${nowhere}`))?.querySelector('.patch-live__map')).toBeNull()
    const off = await aMeeting(database(), { neighbourhood, location: [2.301, 54.701] })
    await database().kysely.updateTable('event').set({ cancelled_at: new Date() }).where('id', '=', off).execute()
    const cancelled = (await partOf(`${app.url}/meetings/${off}`))?.toString() ?? ''
    for (const gone of ['patch-small-map', '/poster', `/events/${off}.ics`])
      expect(cancelled.includes(gone), gone).toBe(false)
  })

  it('without JavaScript: a question is asked once however often the form is sent, waits for the chair, and is backed once', async () => {
    const asker = await aPhone()
    const [one, two] = await Promise.all([
      asker.send('question:ask', { text: 'Why <b>here</b>?', name: '' }),
      asker.send('question:ask', { text: 'Why <b>here</b>?', name: '' }),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.headers.get('location')).toBe(`/meetings/${meeting}#questions`)
    expect(now().questions.length).toBe(1)
    const [question] = now().questions
    expect((await asker.open()).querySelector('.patch-own')?.text).toContain('Why <b>here</b>?')
    expect(asker.page().querySelector('.patch-own')?.text).toContain('Waiting for the chair')
    const other = await aPhone()
    expect(other.page().text).not.toContain('Why')

    await chairs('question:approve', { question: question?.id })
    await other.open()
    expect((await other.send('question:back', {}, question?.id)).status).toBe(303)
    expect((await other.send('question:back', {}, question?.id)).status).toBe(303)
    expect(now().questions[0]?.backings).toBe(2)
    await other.open()
    expect((await other.send('question:unback', {}, question?.id)).status).toBe(303)
    expect(now().questions[0]?.backings).toBe(1)
  })

  it('without JavaScript: what is refused comes back with what was typed, and why', async () => {
    const phone = await aPhone(`/cy/meetings/${meeting}`)
    const empty = await phone.send('question:ask', { text: '   ', name: 'Ling' })
    expect(empty.status).toBe(422)
    const page = parse(await empty.text())
    expect(page.querySelector('.patch-ask [role=alert]')?.text).toContain('Rhowch eich cwestiwn')
    expect(page.querySelector('#question-name')?.getAttribute('value')).toBe('Ling')
    await chairs('meeting:start')
    await phone.open()
    await chairs('meeting:close')
    const late = await phone.send('hand:raise', { name: 'Ling' })
    expect(late.status).toBe(409)
    expect(await (await phone.send('question:ask', { text: 'Too late?' })).text()).toContain('Mae’r cyfarfod ar ben')
    expect((await postForm(url(), { kind: 'no:such' })).status).toBe(400)
  })

  it('the projector says before the start which meeting it is, its day and time, the place and the agenda', async () => {
    const screen = parse(await textOf(url('/screen'))).querySelector('.patch-screen__main')
    const said = [...(screen?.querySelectorAll('h1, p') ?? [])].map(({ text }) => text)
    expect(said).toEqual(['Priorities meeting', 'Tuesday 22 September 2026', 'Starts at 19:00', 'Hall', 'Agenda'])
    expect(screen?.querySelector('.patch-screen__coming-list li')?.text).toContain(now().items[0]?.title)
    const welsh = parse(await textOf(`${app.url}/cy/meetings/${meeting}/screen`)).querySelector('.patch-screen__main')
    expect(welsh?.text).toMatch(/22 Medi 2026.*Yn dechrau am 19:00/s)
    await database().kysely.updateTable('event').set({ cancelled_at: new Date() }).where('id', '=', meeting).execute()
    expect(parse(await textOf(url('/screen'))).querySelector('.patch-screen__main')?.text).toMatch(
      /22 September 2026.*cancelled/s,
    )
  })

  it('[M3] without JavaScript: a refused form and the asker’s own list show a text as it is kept', async () => {
    const phone = await aPhone()
    const refused = await phone.send('question:ask', { text: '\u202e\u2066', name: '\u202egniL\u202c' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect(parse(html).querySelector('#question-name')?.getAttribute('value')).toBe('gniL')
    expect((await phone.send('question:ask', { text: '\u202eereht yhW\u202c' })).status).toBe(303)
    expect((await phone.open()).querySelector('.patch-own__text')?.text).toBe('ereht yhW')
  })

  it('without JavaScript: a hand goes up and down, and nobody without a cookie asks', async () => {
    await chairs('meeting:start')
    const phone = await aPhone()
    expect((await phone.send('hand:raise', { name: 'Mr Ling' })).status).toBe(303)
    expect(now().queue).toMatchObject([{ name: 'Mr Ling', hall: false }])
    await phone.open()
    expect(phone.page().text).toContain('You are number 1 in the queue')
    const hand = now().queue[0]?.id ?? ''
    expect((await phone.send('hand:lower', {}, hand)).status).toBe(303)
    expect(now().queue).toEqual([])
    const without = await postForm(url(), { kind: 'question:ask', text: 'No cookie', once: randomUUID() })
    expect(without.status).toBe(409)
    expect(now().questions).toEqual([])
  })

  it('without JavaScript: the chair starts, moves on, shows, hides, writes and closes', async () => {
    const asker = await aPhone()
    await asker.send('question:ask', { text: 'Is it safe?' })
    const desk = await aPhone(`/meetings/${meeting}/chair`, officer.cookie)
    expect((await desk.send('meeting:start')).headers.get('location')).toBe(`/meetings/${meeting}/chair#item`)
    const second = await aPhone(`/meetings/${meeting}/chair`, officer.cookie)
    await desk.open()
    // Two chairs, and a double click: one step, whoever is first.
    const [click, sameClick, otherChair] = await Promise.all([
      desk.send('meeting:next'),
      desk.send('meeting:next'),
      second.send('meeting:next'),
    ])
    expect(sameClick.status).toBe(click.status)
    expect([click.status, otherChair.status].sort()).toEqual([303, 409])
    expect(now().currentItem).toBe(idOf(2))
    await desk.open()
    const question = now().questions[0]?.id ?? ''
    expect((await desk.send('question:approve', {}, question)).status).toBe(303)
    await desk.open()
    const nameless = await desk.send('question:hide', { reason: '' }, question)
    expect(nameless.status).toBe(422)
    expect(await nameless.text()).toContain('Enter a reason for hiding')
    expect((await desk.send('question:hide', { reason: 'A name in it' }, question)).status).toBe(303)
    const entry = {
      entryKind: 'action',
      text: 'Check the lights',
      owner: 'PC Brill',
      dueOn: '2026-10-01',
      item: idOf(2),
    }
    expect((await desk.send('minutes:add', entry)).status).toBe(303)
    await desk.open()
    expect(now().minutes).toMatchObject([{ text: 'Check the lights', kind: 'action', dueOn: '2026-10-01' }])
    expect((await desk.send('settings:change', { questionsPerDevice: '5', minutesShown: 'end' })).status).toBe(303)
    expect(now().settings).toMatchObject({ questionsModerated: false, questionsPerDevice: 5, minutesShown: 'end' })
    expect((await desk.send('attendance:room', { count: '34' })).status).toBe(303)
    expect((await desk.send('attendance:room', { count: 'many' })).status).toBe(422)
    expect((await desk.send('agenda:move', {}, `${idOf(3)} up`)).status).toBe(303)
    expect(now().items.map(({ id }) => id)).toEqual([idOf(1), idOf(3), idOf(2)])
    await desk.open()
    expect((await desk.send('meeting:close')).status).toBe(303)
    expect(now()).toMatchObject({ phase: 'closed', attendance: { room: 34 } })
    const phone = (await asker.open()).text
    expect(phone).toContain('This meeting is over')
    expect(phone).not.toContain('Check the lights')
    expect(phone).not.toContain('A name in it')
  })

  it('[M36] without JavaScript: the chair shows and hides many questions in one go', async () => {
    const asker = await aPhone()
    for (const text of ['One?', 'Two?', 'Three?']) {
      expect((await asker.send('question:ask', { text })).status).toBe(303)
      await asker.open()
    }
    const ids = now().questions.map(({ id }) => id)
    const desk = await aPhone(`/meetings/${meeting}/chair`, officer.cookie)
    const boxes = () => desk.page().querySelectorAll('input[name=waiting][form=many]')
    expect(boxes().map((box) => box.getAttribute('value'))).toEqual(ids)
    const all = desk.page().querySelector('#many input[name=waiting]')?.getAttribute('value') ?? ''
    expect(all.split(' ')).toEqual(ids)

    const nothing = await desk.send('questions:hide', { reason: 'A flood' }, 'many')
    expect([nothing.status, (await nothing.text()).includes('Choose at least one question')]).toEqual([422, true])
    const unsaid = await desk.send('questions:hide', { reason: '', waiting: ids.slice(0, 2) }, 'many')
    expect(unsaid.status).toBe(422)
    const again = parse(await unsaid.text())
    expect(again.querySelectorAll('input[form=many][checked]').map((box) => box.getAttribute('value'))).toEqual(
      ids.slice(0, 2),
    )
    expect(again.querySelector('#many [role=alert]')?.text).toContain('Enter a reason for hiding')

    // The button that shows says its own kind behind the form's.
    const kinds = ['questions:hide', 'questions:approve']
    const shown = await desk.send('questions:hide', { kind: kinds, waiting: ids.slice(0, 1) }, 'many')
    expect([shown.status, shown.headers.get('location')]).toEqual([303, `/meetings/${meeting}/chair#questions`])
    const before = now().sequence
    // What was shown meanwhile is not hidden as one that waits; sent twice it is one command.
    for (const _ of ['once', 'twice']) {
      expect((await desk.send('questions:hide', { reason: 'A flood', waiting: all }, 'many')).status).toBe(303)
      expect(now().questions.map(({ state }) => state)).toEqual(['open', 'hidden', 'hidden'])
      expect(now().sequence).toBe(before + 1)
    }
    await desk.open()
    expect((await desk.send('questions:hide', { reason: 'A flood', questions: ids[0] ?? '' }, 'many')).status).toBe(303)
    expect(now().questions.map(({ state }) => state)).toEqual(['hidden', 'hidden', 'hidden'])
    expect((await asker.open()).querySelector('.patch-own')?.text).toContain('Not shown')
    expect(asker.page().text).not.toContain('A flood')
  })

  it('let nobody chair who may not: not in, not of another place, not without a link', async () => {
    const elsewhere = await aNeighbourhood(database(), { code: `X${meeting}`, name: 'Elsewhere' })
    const stranger = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: elsewhere }])
    const path = `/meetings/${meeting}/chair`
    const out = await fetch(url('/chair'), { redirect: 'manual' })
    expect([out.status, out.headers.get('location')]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`])
    expect((await stranger.get(path)).status).toBe(403)
    expect((await stranger.post(path, { kind: 'meeting:start', once: randomUUID() })).status).toBe(403)
    expect((await postForm(url('/chair'), { kind: 'meeting:start', once: randomUUID() })).status).toBe(401)
    // The phone's own door does not start a meeting either.
    expect((await postForm(url(), { kind: 'meeting:start', once: randomUUID() })).status).toBe(409)
    expect((await officer.get('/meetings/999999/chair')).status).toBe(404)
  })

  it('[M60] [M62] after the close phones are asked the one question, and a resident’s desk shows nothing that is the team’s', async () => {
    const given = { meeting, name: 'Mrs Haddock', madeBy: null, expiresAt: new Date(Date.now() + 86_400_000) }
    const token = await database().transaction((handle) => makeChairLink(handle, given, new Date()))
    await chairs('meeting:start')
    await chairs('question:add', { question: randomUUID(), text: 'Who mends the light?', item: null })
    expect(await textOf(url())).not.toContain(`/meetings/${meeting}/feedback`)
    await chairs('meeting:close')
    expect(await textOf(url())).toContain(`href="/meetings/${meeting}/feedback"`)
    const minutes = `href="/manage/meetings/${meeting}/minutes"`
    const resident = await textOf(url('/chair'), `chair-${meeting}=${token}`)
    const team = await textOf(url('/chair'), officer.cookie)
    for (const desk of [resident, team]) expect(desk).toContain(minutes)
    for (const kind of ['question:answer', 'question:hide'])
      expect(
        [resident, team].map((desk) => desk.includes(`name="kind" value="${kind}"`)),
        kind,
      ).toEqual([kind === 'question:hide', true])
    expect(await textOf(`${app.url}/manage/neighbourhoods/dogger/SP1/meetings/${meeting}`, officer.cookie)).toContain(
      minutes,
    )
  })

  it('a resident chairs by a private link, whose button and nothing else lets them in', async () => {
    const person = { id: officer.id, name: 'A', email: null, via: 'session' as const, grants: [] }
    const given = { meeting, name: 'Mrs Haddock', madeBy: person, expiresAt: new Date(Date.now() + 86_400_000) }
    const token = await database().transaction((handle) => makeChairLink(handle, given, new Date()))
    const link = `${url('/chair')}/${token}`
    const opened = await fetch(link)
    expect([opened.status, opened.headers.get('referrer-policy'), opened.headers.getSetCookie()]).toEqual([
      200,
      'no-referrer',
      [],
    ])
    expect(await opened.text()).toContain('made for Mrs Haddock')
    const pressed = await postForm(link, {})
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/meetings/${meeting}/chair`])
    const desk = await aPhone(`/meetings/${meeting}/chair`, cookieOf(pressed))
    expect((await desk.send('meeting:start')).status).toBe(303)
    const other = await aMeeting(database(), { neighbourhood })
    const there = await fetch(`${app.url}/meetings/${other}/chair`, {
      headers: { cookie: cookieOf(pressed) },
      redirect: 'manual',
    })
    expect(there.status).toBe(303)
    expect((await fetch(`${url('/chair')}/wrong`)).status).toBe(410)
    expect((await postForm(`${url('/chair')}/${'a'.repeat(43)}`, {})).status).toBe(410)
  })

  it('the code leads to the meeting, however it is typed; a wrong one says so', async () => {
    const screen = parse(await (await fetch(url('/screen'))).text())
    const code = screen.querySelector('.patch-screen__code')?.text.replace('Code', '').trim() ?? ''
    expect(code).toMatch(/^[A-Z0-9]{3} [A-Z0-9]{3}$/)
    for (const typed of [code, code.toLowerCase(), code.replace(' ', ''), ` ${code.replace(' ', '-')} `]) {
      const answer = await fetch(`${app.url}/cy/join?code=${encodeURIComponent(typed)}`, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cy/meetings/${meeting}`])
    }
    const byPicture = await fetch(`${app.url}/join/${code.replace(' ', '')}`, { redirect: 'manual' })
    expect(byPicture.headers.get('location')).toBe(`/meetings/${meeting}`)
    expect((await fetch(`${app.url}/join`)).status).toBe(200)
    expect((await fetch(`${app.url}/join?code=`)).status).toBe(422)
    const wrong = await fetch(`${app.url}/join?code=CCC+CCC`)
    expect([wrong.status, await wrong.text()]).toEqual([
      404,
      expect.stringContaining('There is no meeting with this code'),
    ])
    expect((await fetch(`${app.url}/join/${encodeURIComponent('<script>'.repeat(20))}`)).status).toBe(404)
  })
})
