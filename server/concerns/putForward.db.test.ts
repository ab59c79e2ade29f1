import { parse } from 'node-html-parser'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { tokenOf } from '../../test/support/builders/messages.ts'
import { aPostcode } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { cookieOf, postForm } from '../../test/support/signIn.ts'
import { mostOfOneDevice } from './rules.ts'

const page = '/neighbourhoods/dogger/SP1/concerns'
const path = `${page}/new`
const second = 1_000

onBothDatabases('putting a concern forward without JavaScript', (database) => {
  let app: TestApp
  let now = new Date('2026-11-24T10:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit', box: [2.4, 54.69, 2.44, 54.71] })
    await aPublication(database(), {
      month: '2026-09',
      incidents: [
        { at: [2.3, 54.7], street: 'On or near Outer Row' },
        { at: [2.301, 54.7], street: 'On or near Outer Row' },
        { at: [2.299, 54.7], street: 'On or near Outer Row' },
        { at: [2.29, 54.695], street: 'On or near Outer Lane' },
        { at: [2.31, 54.705], street: 'On or near <script>alert(1)</script>' },
        { at: [2.42, 54.7], street: 'On or near Far Street' },
      ],
    })
    await aPostcode(database(), 'ZZ1 1AA', [2.2905, 54.6952])
    await aPostcode(database(), 'ZZ9 9ZZ', [2.42, 54.7])
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())
  beforeEach(() => app.letters.splice(0))

  const open = async (at = path, cookie = '') => {
    const html = await (await fetch(app.url + at, { headers: { cookie } })).text()
    now = new Date(now.getTime() + 30 * second)
    return { html, token: tokenOf(html) }
  }
  const post = (fields: Record<string, string>, cookie = '', at = path) =>
    postForm(app.url + at, { topic: 'roads', ...fields }, { cookie })
  const send = async (fields: Record<string, string>, cookie = '') =>
    post({ token: (await open()).token, words: 'Cars race here', ...fields }, cookie)
  const rows = () => database().kysely.selectFrom('concern').selectAll().orderBy('id', 'desc').execute()
  const streetOf = async (id: number | null) =>
    (await database().kysely.selectFrom('map_point').where('id', '=', id).selectAll().executeTakeFirst())?.street_name
  const summary = async (answer: Response) =>
    parse(await answer.text())
      .querySelectorAll('.govuk-error-summary a')
      .map((link) => link.textContent)

  it('keeps a concern’s words without what turns their direction, as every text', async () => {
    expect((await send({ words: '\u202eecar sraC\u202c \u2067here\u2069\u0000' })).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ words: 'ecar sraC here' })
  })

  it('says 999 and 101 first, what is kept, the cap, and offers the streets of the place', async () => {
    const { html } = await open()
    expect(html.indexOf('999')).toBeLessThan(html.indexOf('<textarea'))
    expect(html).toContain('what you type here is not kept')
    expect(html).toContain('One device can have 3 concerns waiting or shown here at a time. Yours has 0.')
    const streets = parse(html)
      .querySelectorAll('datalist option')
      .map((option) => option.getAttribute('value'))
    expect(streets).toEqual(['<script>alert(1)</script>', 'Outer Lane', 'Outer Row'])
    expect(html).not.toContain('<script>alert')
    expect(parse((await open(`/cy${path}`)).html).querySelector('h1')?.textContent).toBe('Codi pryder yn Y Pwll Arian')
  })

  it('keeps only the nearest map point, and leads to a private page that is kept nowhere', async () => {
    const sent = await send({ words: 'Cars race here.\r\n\r\n\r\n\r\nEvery night.', where: '12 Outer Row' })
    expect(sent.status).toBe(303)
    const link = sent.headers.get('location') ?? ''
    expect(link).toMatch(/^\/concerns\/[A-Za-z0-9_-]{43}$/)
    const device = sent.headers.getSetCookie().find((one) => one.startsWith('device=')) ?? ''
    expect(device).toMatch(/^device=[A-Za-z0-9_-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/)
    const follow = await fetch(app.url + link)
    expect(follow.headers.get('cache-control')).toBe('no-store')
    expect(follow.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await follow.text()).toContain('The team has not decided about it yet. Only the team can read it.')
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'waiting', words: 'Cars race here.\n\nEvery night.', email: null, backings: 1 })
    expect(await streetOf(row?.map_point_id ?? null)).toBe('On or near Outer Row')
    const { longitude_microdegrees } = await database()
      .kysely.selectFrom('map_point')
      .where('id', '=', row?.map_point_id ?? 0)
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(longitude_microdegrees).toBe(2_300_000)
    const kept = JSON.stringify(await rows())
    expect(kept).not.toContain('12 Outer')
    expect(kept).not.toContain(device.slice(7, 29))
    expect(Buffer.from(row?.link_hash ?? []).toString('base64url')).not.toContain(link.slice(-43))
    expect(await (await fetch(app.url + page)).text()).not.toContain('Every night')
  })

  it.each([
    ['a postcode', 'zz11aa', 'On or near Outer Lane'],
    ['a latitude and longitude', '54.7001, 2.3003', 'On or near Outer Row'],
    ['part of a name', 'outer r', 'On or near Outer Row'],
    ['nothing', ' ', undefined],
  ])('finds the map point of %s', async (_what, where, street) => {
    expect((await send({ where })).status).toBe(303)
    expect(await streetOf((await rows())[0]?.map_point_id ?? null)).toBe(street)
  })

  it.each([
    [
      'a name that several streets begin with',
      'Outer',
      'Several streets fit: Outer Lane, Outer Row. Enter one of them',
    ],
    ['a street of another neighbourhood', 'Far Street', 'Enter a street or a postcode in Silver Pit'],
    ['a postcode of another neighbourhood', 'ZZ9 9ZZ', 'That place is not in Silver Pit'],
    ['a position of another neighbourhood', '54.7, 2.42', 'That place is not in Silver Pit'],
    ['what is no place', '<b>"%_', 'Enter a street or a postcode in Silver Pit'],
    ['an essay', 'x'.repeat(101), 'Enter only a street or a postcode'],
  ])('asks again about %s, and keeps what was typed', async (_what, where, says) => {
    const before = (await rows()).length
    const back = await send({ where })
    expect(back.status).toBe(422)
    const html = parse(await back.text())
    expect(html.querySelector('.govuk-error-summary a')?.textContent).toContain(says)
    expect(html.querySelector('#where')?.getAttribute('value')).toBe(where)
    expect(html.querySelector('textarea')?.textContent).toBe('Cars race here')
    expect(await rows()).toHaveLength(before)
  })

  it('asks for what is missing', async () => {
    const back = await send({ words: ' ', topic: 'nonsense', email: 'no address' })
    expect(await summary(back)).toEqual([
      'Enter what you want to put forward',
      'Choose what it is about',
      'Enter an email address, like name@example.org, or leave it empty',
    ])
    expect(await summary(await send({ words: 'x'.repeat(1001) }))).toEqual(['Shorten it to 1,000 characters or fewer'])
  })

  it('tells programs apart, and what was typed can be sent then', async () => {
    const { token } = await open()
    const before = (await rows()).length
    now = new Date(now.getTime() - 28 * second)
    const fast = await post({ token, words: 'Too fast' })
    expect(await fast.text()).toContain('quicker than people usually write')
    now = new Date(now.getTime() + 30 * second)
    for (const [fields, says] of [
      [{ token, words: 'Trap', website: 'https://spam.example' }, 'A field that people do not see'],
      [{ token: `${token}x`, words: 'Forged' }, 'This page was not complete'],
      [
        { token: tokenOf((await open('/neighbourhoods/dogger/SP2/concerns/new')).html), words: 'Other' },
        'not complete',
      ],
    ] as const) {
      const back = await post(fields)
      expect(back.status).toBe(422)
      expect(await back.text()).toContain(says)
    }
    expect(await rows()).toHaveLength(before)
    expect((await post({ token, words: 'Now' })).status).toBe(303)
  })

  it('a form sent twice is one concern and one letter, in the page’s language, without a word of it', async () => {
    const { token } = await open(`/cy${path}`)
    const before = (await rows()).length
    const fields = { token, words: 'Mae ceir yn rasio', email: 'nia@example.org' }
    const [one, two] = await Promise.all([post(fields, '', `/cy${path}`), post(fields, '', `/cy${path}`)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(two.headers.get('location')).toBe(one.headers.get('location'))
    expect(await rows()).toHaveLength(before + 1)
    expect(app.letters).toHaveLength(1)
    expect(app.letters[0]).toMatchObject({ to: 'nia@example.org', subject: 'Yr hyn a godoch yn eich cymdogaeth' })
    expect(app.letters[0]?.text).toContain(app.context.config.publicUrl + one.headers.get('location'))
    expect(app.letters[0]?.text).not.toContain('rasio')
    const other = await post({ token, words: 'Something else' })
    expect(await other.text()).toContain('A concern was put forward with this form already')
  })

  it('one device has three at a time, also when it sends many at once; another neighbourhood counts apart', async () => {
    const first = await send({ words: 'First' })
    const cookie = cookieOf(first)
    const tokens = await Promise.all(Array.from({ length: 6 }, async () => (await open()).token))
    const answers = await Promise.all(tokens.map((token, index) => post({ token, words: `More ${index}` }, cookie)))
    const taken = answers.filter((answer) => answer.status === 303)
    expect(taken).toHaveLength(mostOfOneDevice - 1)
    expect(await answers.find((answer) => answer.status === 422)?.text()).toContain('More ')
    const { html } = await open(path, cookie)
    expect(html).toContain('Yours has 3.')
    expect(parse(html).querySelector('textarea')).toBeNull()
    const elsewhere = '/neighbourhoods/dogger/SP2/concerns/new'
    const { token } = await open(elsewhere, cookie)
    expect((await post({ token, words: 'Elsewhere' }, cookie, elsewhere)).status).toBe(303)
    const hashes = (await rows()).slice(0, 2).map((row) => Buffer.from(row.device_hash ?? []).toString('hex'))
    expect(hashes[0]).not.toBe(hashes[1])
    // Withdrawing one makes room.
    const link = taken[0]?.headers.get('location') ?? ''
    expect((await postForm(`${app.url + link}/withdraw`, {})).status).toBe(303)
    const again = await open(path, cookie)
    expect((await post({ token: again.token, words: 'Room again' }, cookie)).status).toBe(303)
  })

  it('is taken when its mailbox is full, and logs neither words, link, address nor device', async () => {
    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    let letters = 0
    const mailer = {
      send: () => {
        letters += 1
        return Promise.reject(new Error('nia@example.org refused'))
      },
    }
    const other = await startTestApp(database(), { clock: () => now, log, mailer })
    const sendThere = async () => {
      const token = tokenOf(await (await fetch(other.url + path)).text())
      now = new Date(now.getTime() + 30 * second)
      return postForm(other.url + path, { token, topic: 'else', words: 'Secret words', email: 'nia@example.org' })
    }
    const sent = await sendThere()
    const link = sent.headers.get('location') ?? ''
    expect((await fetch(other.url + link)).status).toBe(200)
    expect((await fetch(`${other.url}${link}x`)).status).toBe(410)
    for (let letter = 1; letter < 10; letter++) expect((await sendThere()).status).toBe(303)
    expect((await sendThere()).status).toBe(303)
    expect(letters).toBe(10)
    await other.close()
    const logged = lines.join('')
    expect(logged).toContain('/concerns/:secret')
    for (const secret of ['Secret words', link.slice(-43), 'nia@example.org', cookieOf(sent).slice(7)])
      expect(logged).not.toContain(secret)
  })

  it('lets a hall send at once; beyond that a form comes back with what was typed', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => post({ words: 'One of many' })))
    const waiting = answers.filter((answer) => answer.status === 429)
    expect(answers.length - waiting.length).toBeGreaterThan(100)
    expect(Number(waiting[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(parse((await waiting[0]?.text()) ?? '').querySelector('textarea')?.textContent).toBe('One of many')
  })
})
