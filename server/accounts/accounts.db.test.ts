import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { cookieOf, postForm, signIn } from '../../test/support/signIn.ts'
import { linkMinutes, makeLinkToken } from './auth.ts'
import { invitePerson } from './invitations.ts'
import type { Grant } from './rules.ts'
import { tokenCommand, tokenWork } from './tokenCommand.ts'

const supervisor: Grant = { role: 'supervisor', forceId: 'dogger', neighbourhoodId: null }

onBothDatabases('accounts', (database) => {
  let app: TestApp
  let silverPit: number
  let fisherPlace: number
  let now = new Date('2026-11-24T10:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    silverPit = await aNeighbourhood(database())
    fisherPlace = await aNeighbourhood(database(), { force: 'fisher', code: 'F1', name: 'Fisher Bank' })
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())

  const askFor = (email: string) => postForm(`${app.url}/sign-in`, { email })
  /** Links are made after the answer has gone: waits for the next one. */
  const linkTo = async (email: string) => {
    await expect.poll(() => app.links.some((link) => link.email === email)).toBe(true)
    return app.links.findLast((link) => link.email === email)?.token ?? ''
  }
  const use = (token: string) => postForm(`${app.url}/sign-in/link`, { token })

  describe('signing in by a link', () => {
    it('is done by the button, once: opening the link, however often, does nothing', async () => {
      const person = await signIn(app, [supervisor])
      expect((await askFor(person.email.toUpperCase())).headers.get('location')).toBe('/sign-in/sent')
      const token = await linkTo(person.email)
      for (let visit = 0; visit < 3; visit++) {
        const page = await fetch(`${app.url}/sign-in/link?token=${token}`)
        expect(page.status).toBe(200)
        expect(page.headers.get('cache-control')).toBe('no-store')
        expect(page.headers.get('referrer-policy')).toBe('no-referrer')
        expect(page.headers.getSetCookie()).toEqual([])
      }
      const used = await use(token)
      expect(used.headers.get('location')).toBe('/manage')
      expect(used.headers.getSetCookie().join()).toMatch(/HttpOnly/i)
      expect(used.headers.getSetCookie().join()).toMatch(/SameSite=Lax/i)
      const again = await use(token)
      expect(again.status).toBe(410)
      expect(again.headers.getSetCookie()).toEqual([])
    })

    it('keeps no token that could be read from the database', async () => {
      const person = await signIn(app, [supervisor])
      const token = await makeLinkToken(app.context.auth, person.email)
      const rows = await database()
        .kysely.selectFrom('sign_in_verification' as never)
        .selectAll()
        .execute()
      expect(JSON.stringify(rows)).toContain(person.email)
      expect(JSON.stringify(rows)).not.toContain(token)
    })

    it('answers alike for an address without account, and sends it nothing', async () => {
      const answer = await askFor('nobody@dogger.example')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in/sent'])
      expect(app.links.map((link) => link.email)).not.toContain('nobody@dogger.example')
    })

    it('keeps what was typed and says what to mend', async () => {
      const answer = await askFor('<script>alert(1)</script>')
      expect(answer.status).toBe(422)
      const html = parse(await answer.text())
      expect(html.querySelector('#email')?.getAttribute('value')).toBe('<script>alert(1)</script>')
      expect(html.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#email')
      expect(html.querySelectorAll('main script')).toEqual([])
    })

    it('floods no mailbox, and locks nobody out: the last letter’s link still works', async () => {
      const person = await signIn(app, [supervisor])
      for (let ask = 0; ask < 12; ask++) expect((await askFor(person.email)).status).toBe(303)
      await expect.poll(() => app.links.filter((link) => link.email === person.email).length).toBe(5)
      expect((await use(await linkTo(person.email))).headers.get('location')).toBe('/manage')
      expect(linkMinutes).toBeGreaterThan(15) // the time in which letters are counted
    })

    it('goes on to the page that was asked for, and to no other site', async () => {
      expect((await fetch(`${app.url}/manage/account`, { redirect: 'manual' })).headers.get('location')).toBe(
        '/sign-in?next=%2Fmanage%2Faccount',
      )
      for (const [next, expected] of [
        ['/manage/account', '/manage/account'],
        ['//evil.example/manage', '/manage'],
        ['https://evil.example', '/manage'],
        ['/manage@evil.example', '/manage'],
      ] as const) {
        const person = await signIn(app, [supervisor])
        const token = await makeLinkToken(app.context.auth, person.email)
        const answer = await postForm(`${app.url}/sign-in/link`, { token, next })
        expect(answer.headers.get('location'), next).toBe(expected)
      }
    })

    it('refuses forms of other sites', async () => {
      for (const site of ['cross-site', 'same-site']) {
        const headers = { 'sec-fetch-site': site }
        const answer = await fetch(`${app.url}/sign-out`, { method: 'POST', headers, redirect: 'manual' })
        expect(answer.status).toBe(403)
      }
      const old = await fetch(`${app.url}/sign-out`, { method: 'POST', headers: { origin: 'https://evil.example' } })
      expect(old.status).toBe(403)
    })
  })

  describe('sessions', () => {
    it('are listed and ended by their owner, and by nobody else', async () => {
      const person = await signIn(app, [supervisor])
      const other = cookieOf(await use(await makeLinkToken(app.context.auth, person.email)))
      const stranger = await signIn(app, [supervisor])
      const status = async (cookie: string) =>
        (await fetch(`${app.url}/manage`, { headers: { cookie }, redirect: 'manual' })).status
      const page = parse(await (await person.get('/manage/account')).text())
      const id = page.querySelector('input[name=id]')?.getAttribute('value') ?? ''
      expect(id).not.toBe('')
      await stranger.post('/manage/account/sessions', { id })
      expect(await status(other)).toBe(200)
      await person.post('/manage/account/sessions', { id })
      expect(await status(other)).toBe(303)
      expect(await status(person.cookie)).toBe(200)
      await person.post('/sign-out', {})
      expect(await status(person.cookie)).toBe(303)
    })

    it('are not begun by a link that was cut off, which is told as what it is', async () => {
      for (const query of ['', '?token=', '?token=abc', '?token=a&token=b', `?token=${'x'.repeat(300)}`])
        expect((await fetch(`${app.url}/sign-in/link${query}`)).status, query).toBe(410)
    })

    it('end all but the one in use, whatever other cookies the browser sends', async () => {
      const person = await signIn(app, [supervisor])
      const other = cookieOf(await use(await makeLinkToken(app.context.auth, person.email)))
      const cookie = `${person.cookie}; broken=%E0%A4%A`
      expect((await fetch(`${app.url}/manage/account`, { headers: { cookie } })).status).toBe(200)
      expect((await postForm(`${app.url}/manage/account/sessions`, {}, { cookie })).status).toBe(303)
      const status = async (one: string) =>
        (await fetch(`${app.url}/manage`, { headers: { cookie: one }, redirect: 'manual' })).status
      expect([await status(other), await status(cookie)]).toEqual([303, 200])
    })
  })

  describe('invitations', () => {
    const form = { name: 'C. New', email: 'c.new@dogger.example', role: 'officer', neighbourhood: 'SP1' }
    const tokenOf = () => /token=([\w-]+)/.exec(app.letters.at(-1)?.text ?? '')?.[1] ?? ''

    it('let somebody in, once, with just what they were invited to', async () => {
      const boss = await signIn(app, [supervisor])
      expect((await boss.post('/manage/forces/dogger/people', form)).status).toBe(303)
      expect(app.letters.at(-1)?.to).toBe('c.new@dogger.example')
      const token = tokenOf()
      expect(await (await fetch(`${app.url}/invitation?token=${token}`)).text()).toContain('an officer of Silver Pit')
      const accepted = await postForm(`${app.url}/invitation`, { token })
      expect(accepted.headers.get('location')).toBe('/manage')
      const cookie = cookieOf(accepted)
      const me = await (await fetch(`${app.url}/api/v1/me`, { headers: { cookie } })).json()
      expect(me).toMatchObject({ name: 'C. New', grants: [{ role: 'officer', neighbourhoodId: silverPit }] })
      expect((await postForm(`${app.url}/invitation`, { token })).status).toBe(410)
      expect((await fetch(`${app.url}/manage/forces/dogger/people`, { headers: { cookie } })).status).toBe(403)
    })

    it('that are withdrawn, sent again or run out let nobody in', async () => {
      const boss = await signIn(app, [supervisor])
      const email = 'd.late@dogger.example'
      await boss.post('/manage/forces/dogger/people', { ...form, email })
      const first = tokenOf()
      await boss.post('/manage/forces/dogger/people', { ...form, email })
      const second = tokenOf()
      expect((await postForm(`${app.url}/invitation`, { token: first })).status).toBe(410)
      const before = now
      now = new Date(now.getTime() + 15 * 86_400_000)
      expect((await postForm(`${app.url}/invitation`, { token: second })).status).toBe(410)
      now = before
      const page = parse(await (await boss.get('/manage/forces/dogger/people')).text())
      const waiting = page.querySelector('form[action$=withdraw] input[name=id]')?.getAttribute('value') ?? ''
      await boss.post('/manage/forces/dogger/people/withdraw', { id: waiting })
      expect((await postForm(`${app.url}/invitation`, { token: second })).status).toBe(410)
    })

    it('cannot be given beyond one’s own reach', async () => {
      const boss = await signIn(app, [supervisor])
      const sent = app.letters.length
      expect((await boss.post('/manage/forces/dogger/people', { ...form, role: 'admin' })).status).toBe(403)
      expect((await boss.post('/manage/forces/dogger/people', { ...form, neighbourhood: 'F1' })).status).toBe(403)
      expect((await boss.post('/manage/forces/fisher/people', form)).status).toBe(403)
      expect(app.letters).toHaveLength(sent)
    })

    it('keep what was typed when something is missing', async () => {
      const boss = await signIn(app, [supervisor])
      const answer = await boss.post('/manage/forces/dogger/people', { ...form, email: 'x', neighbourhood: '' })
      expect(answer.status).toBe(422)
      const html = parse(await answer.text())
      expect(html.querySelector('#name')?.getAttribute('value')).toBe('C. New')
      const links = html.querySelectorAll('.govuk-error-summary__list a').map((link) => link.getAttribute('href'))
      expect(links).toEqual(['#email', '#neighbourhood'])
    })

    it('go out once, however often the form is sent', async () => {
      const boss = await signIn(app, [supervisor])
      const path = '/manage/forces/dogger/people'
      const page = parse(await (await boss.get(path)).text())
      const once = page.querySelector('input[name=once]')?.getAttribute('value') ?? ''
      const form = { once, name: 'T. Wice', email: 't.wice@dogger.example', role: 'supervisor' }
      const before = app.letters.length
      const answers = [await boss.post(path, form), await boss.post(path, form)]
      expect(answers.map(({ status }) => status)).toEqual([303, 303])
      expect(app.letters.slice(before).map(({ to }) => to)).toEqual(['t.wice@dogger.example'])
    })

    it('by whoever runs the service bring the first people in', async () => {
      const admin = { email: 'first@dogger.example', name: 'First', role: 'admin' as const }
      const token = await invitePerson(database(), null, { ...admin, forceId: null, neighbourhoodId: null }, now)
      const cookie = cookieOf(await postForm(`${app.url}/invitation`, { token: token ?? '' }))
      expect((await fetch(`${app.url}/manage/forces/fisher/people`, { headers: { cookie } })).status).toBe(200)
    })
  })

  it('somebody’s grant can be ended by a supervisor of its force, not of another', async () => {
    const officer = await signIn(app, [{ role: 'officer', forceId: 'fisher', neighbourhoodId: fisherPlace }])
    const { id } = await database()
      .kysely.selectFrom('access_grant')
      .where('person_id', '=', officer.id)
      .select('id')
      .executeTakeFirstOrThrow()
    const dogger = await signIn(app, [supervisor])
    expect((await dogger.post('/manage/forces/dogger/people/end', { id: String(id) })).status).toBe(403)
    expect(await (await officer.get('/manage')).text()).toContain('Fisher Bank')
    const fisher = await signIn(app, [{ role: 'supervisor', forceId: 'fisher', neighbourhoodId: null }])
    expect((await fisher.post('/manage/forces/fisher/people/end', { id: String(id) })).status).toBe(303)
    expect(await (await officer.get('/manage')).text()).not.toContain('Fisher Bank')
  })

  it('nobody ends their own grant by a slip, and a number beyond all numbers is refused', async () => {
    const boss = await signIn(app, [supervisor])
    const own = await database()
      .kysely.selectFrom('access_grant')
      .where('person_id', '=', boss.id)
      .select('id')
      .executeTakeFirstOrThrow()
    expect((await boss.post('/manage/forces/dogger/people/end', { id: String(own.id) })).status).toBe(403)
    expect((await boss.get('/manage/forces/dogger/people')).status).toBe(200)
    for (const path of ['people/end', 'people/withdraw', 'tokens/revoke'])
      expect((await boss.post(`/manage/forces/dogger/${path}`, { id: '99999999999' })).status).toBe(400)
  })

  it('what nobody types is left out of every text', async () => {
    const boss = await signIn(app, [supervisor])
    const name = 'G.\u0000 New\u0008'
    expect(
      (await boss.post('/manage/forces/dogger/people', { name, email: 'g.new@dogger.example', role: 'supervisor' }))
        .status,
    ).toBe(303)
    expect(await (await boss.get('/manage/forces/dogger/people')).text()).toContain('G. New<')
  })

  describe('the audit log', () => {
    it('says who did what, names no addresses, and cannot be changed', async () => {
      const boss = await signIn(app, [supervisor], 'E. Boss')
      await boss.post('/manage/forces/dogger/people', {
        name: 'F. Person',
        email: 'f.person@dogger.example',
        role: 'supervisor',
      })
      const page = await (await boss.get('/manage/forces/dogger/audit')).text()
      expect(page).toContain('E. Boss')
      expect(page).toContain('Invited F. Person to be a supervisor')
      expect(page).not.toContain('f.person')
      const { kysely } = database()
      await expect(kysely.updateTable('audit_entry').set({ action: 'x' }).execute()).rejects.toThrow(
        /cannot be changed/,
      )
      await expect(kysely.deleteFrom('audit_entry').execute()).rejects.toThrow(/cannot be changed/)
      await expect(database().execute('truncate audit_entry')).rejects.toThrow(/cannot be changed/)
    })
  })

  describe('machines’ tokens', () => {
    const command = (given: Record<string, unknown>) => tokenWork(database(), tokenCommand.parse(given), now)
    const me = async (text: string) => fetch(`${app.url}/api/v1/me`, { headers: { authorization: `Bearer ${text}` } })

    it('act with the rights of their grant until they run out or are revoked', async () => {
      const made = await command({ do: 'make', role: 'officer', force: 'dogger', neighbourhood: 'SP1', days: 2 })
      if (!('text' in made)) throw new Error('no token')
      expect(await (await me(made.text)).json()).toMatchObject({
        via: 'token',
        grants: [{ neighbourhoodId: silverPit }],
      })
      const before = now
      now = new Date(now.getTime() + 2 * 86_400_000)
      expect((await me(made.text)).status).toBe(401)
      now = before
      expect((await me(made.text)).status).toBe(200)
      const boss = await signIn(app, [supervisor])
      expect(await (await boss.get('/manage/forces/dogger/tokens')).text()).not.toContain(made.text)
      expect((await boss.post('/manage/forces/dogger/tokens/revoke', { id: String(made.id) })).status).toBe(303)
      expect((await me(made.text)).status).toBe(401)
      expect((await me('x'.repeat(43))).status).toBe(401)
    })

    it('open /api/v1 and no page: those are for people', async () => {
      const made = await command({ do: 'make', role: 'supervisor', force: 'dogger' })
      if (!('text' in made)) throw new Error('no token')
      const authorization = `Bearer ${made.text}`
      const pages = ['/manage', '/manage/neighbourhoods/dogger/SP1/messages', '/manage/forces/dogger/people']
      for (const path of pages)
        expect((await fetch(app.url + path, { headers: { authorization } })).status, path).toBe(403)
      const typed = { issue: 'Parking', agreedOn: '2026-11-20' }
      const add = `${app.url}/manage/neighbourhoods/dogger/SP1/priorities/new`
      expect((await postForm(add, typed, { authorization })).status).toBe(403)
      expect((await me(made.text)).status).toBe(200)
    })

    it('are refused with a sentence for what is not here', async () => {
      expect(await command({ do: 'make', role: 'supervisor', force: 'nowhere' })).toEqual({
        problem: 'There is no force nowhere here.',
      })
      expect(await command({ do: 'make', role: 'officer', force: 'dogger', neighbourhood: 'F1' })).toEqual({
        problem: 'dogger has no neighbourhood F1 here.',
      })
      expect(await command({ do: 'revoke', id: 999_999 })).toEqual({ problem: 'There is no token 999999 to revoke.' })
      expect(() => tokenCommand.parse({ do: 'make', role: 'officer', force: 'dogger' })).toThrow(/--neighbourhood/)
      expect(() => tokenCommand.parse({ do: 'make', role: 'admin', force: 'dogger' })).toThrow(/narrower/)
      const force = { force: 'dogger', neighbourhood: 'SP1' }
      expect(() => tokenCommand.parse({ do: 'make', role: 'supervisor', ...force })).toThrow(/narrower/)
    })
  })
})
