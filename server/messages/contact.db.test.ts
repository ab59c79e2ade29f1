import { parse } from 'node-html-parser'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { tokenOf } from '../../test/support/builders/messages.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm } from '../../test/support/signIn.ts'

const path = '/neighbourhoods/dogger/SP1/contact'
const second = 1_000

onBothDatabases('writing to the team without JavaScript', (database) => {
  let app: TestApp
  let now = new Date('2026-11-24T10:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit' })
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())
  beforeEach(() => app.letters.splice(0))

  const open = async (at = path) => {
    const html = await (await fetch(app.url + at)).text()
    const token = tokenOf(html)
    now = new Date(now.getTime() + 30 * second)
    return { html, token }
  }
  const post = (fields: Record<string, string>, at = path) => postForm(app.url + at, fields)
  const stored = () => database().kysely.selectFrom('message').selectAll().orderBy('id', 'desc').execute()
  const questions = async () =>
    (await database().kysely.selectFrom('message_text').where('kind', '=', 'question').select('text').execute()).map(
      (row) => row.text,
    )

  it('is offered beside the team, and says 999 and 101 before anything is asked', async () => {
    const place = parse(await (await fetch(`${app.url}/neighbourhoods/dogger/SP1`)).text())
    expect(place.querySelector('.patch-team a.govuk-button')?.getAttribute('href')).toBe(path)
    const { html } = await open()
    expect(html.indexOf('999')).toBeLessThan(html.indexOf('<textarea'))
    expect(html).toContain('has not published how soon it answers')
    expect(html).toContain('erased 90 days after the message is closed')
    const welsh = parse((await open(`/cy${path}`)).html)
    expect(welsh.querySelector('h1')?.textContent).toBe('Cysylltu â thîm Y Pwll Arian')
  })

  it('stores a message without an address, and leads to a private page that is kept nowhere', async () => {
    const { token } = await open()
    const sent = await post({ token, message: 'Cars race here.\r\nEvery night.', topic: 'roads', email: '' })
    expect(sent.status).toBe(303)
    const link = sent.headers.get('location') ?? ''
    expect(link).toMatch(/^\/messages\/[A-Za-z0-9_-]{43}$/)
    const page = await fetch(app.url + link)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    const html = parse(await page.text())
    expect(html.querySelector('.patch-thread__text')?.textContent).toBe('Cars race here.\nEvery night.')
    expect(html.querySelector('.patch-message__address')?.textContent).toContain(link)
    expect(html.querySelector('[aria-labelledby=status]')?.textContent).toContain(
      'had not published how soon it answers',
    )
    expect(app.letters).toEqual([])
    const [row] = await stored()
    expect(row).toMatchObject({ topic: 'roads', email: null, answer_due_at: null })
    expect(Buffer.from(row?.link_hash ?? []).toString('base64url')).not.toContain(link.slice(-43))
  })

  it('sends a letter with the link, in the page’s language, that holds no word of the message', async () => {
    const { token } = await open(`/cy${path}`)
    const sent = await post({ token, message: 'Mae ceir yn rasio', email: 'nia@example.org' }, `/cy${path}`)
    const link = sent.headers.get('location') ?? ''
    expect(link).toMatch(/^\/cy\/messages\//)
    expect(app.letters).toHaveLength(1)
    expect(app.letters[0]).toMatchObject({ to: 'nia@example.org', subject: 'Eich neges i dîm eich cymdogaeth' })
    expect(app.letters[0]?.text).toContain(app.context.config.publicUrl + link)
    expect(JSON.stringify(app.letters)).not.toContain('rasio')
  })

  it('asks for what is missing or wrong, and keeps what was typed and the form’s age', async () => {
    const { token } = await open()
    const sent = await post({ token, message: '  ', email: 'not an address', topic: 'drugs' })
    expect(sent.status).toBe(422)
    const html = parse(await sent.text())
    expect(html.querySelectorAll('.govuk-error-summary a').map((link) => link.textContent)).toEqual([
      'Enter your message',
      'Enter an email address, like name@example.org, or leave it empty',
    ])
    expect(html.querySelector('#email')?.getAttribute('value')).toBe('not an address')
    expect(html.querySelector('option[selected]')?.getAttribute('value')).toBe('drugs')
    expect(tokenOf(html.toString())).toBe(token)
    const long = await post({ token, message: 'x'.repeat(4_001) })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('x'.repeat(4_001))
  })

  it.each([
    ['sent within three seconds', { after: -28 * second }, 'quicker than people usually write'],
    ['open for more than a day', { after: 25 * 3600 * second }, 'open for more than a day'],
    [
      'with the field that nobody sees filled in',
      { website: 'https://spam.example' },
      'A field that people do not see',
    ],
    ['with a token of another form', { other: true }, 'This page was not complete'],
  ])('a form %s comes back with what was typed, and can be sent then', async (_what, given, says) => {
    const before = await stored()
    const { token } = await open('other' in given ? '/neighbourhoods/dogger/SP2/contact' : path)
    if ('after' in given) now = new Date(now.getTime() + given.after)
    const back = await post({ token, message: 'Keep <b>this</b>', website: 'website' in given ? given.website : '' })
    expect(back.status).toBe(422)
    const html = await back.text()
    expect(html).toContain(says)
    expect(parse(html).querySelector('textarea')?.textContent).toBe('Keep <b>this</b>')
    expect(html).not.toContain('<b>this')
    expect(await stored()).toHaveLength(before.length)
    now = new Date(now.getTime() + 10 * second)
    expect((await post({ token: tokenOf(html), message: 'Keep <b>this</b>' })).status).toBe(303)
  })

  it('a form sent twice is one message, and with other words it comes back', async () => {
    const { token } = await open()
    const before = (await stored()).length
    const [once, twice] = await Promise.all([
      post({ token, message: 'Sent twice', email: 'a@example.org' }),
      post({ token, message: 'Sent twice', email: 'a@example.org' }),
    ])
    expect([once.status, twice.status]).toEqual([303, 303])
    expect(twice.headers.get('location')).toBe(once.headers.get('location'))
    expect(await stored()).toHaveLength(before + 1)
    expect(app.letters).toHaveLength(1)
    const other = await post({ token, message: 'Something else' })
    expect(other.status).toBe(422)
    const html = await other.text()
    expect(html).toContain('A message was sent with this form already')
    expect(parse(html).querySelector('textarea')?.textContent).toBe('Something else')
    expect(tokenOf(html)).not.toBe(token)
  })

  it('floods nobody’s mailbox: beyond ten letters in an hour messages are still taken, without a letter', async () => {
    for (let letter = 0; letter < 10; letter++) {
      const { token } = await open()
      expect((await post({ token, message: `Letter ${letter}`, email: 'flooded@example.org' })).status).toBe(303)
    }
    const { token } = await open()
    const one = await post({ token, message: 'One too many', email: 'Flooded@example.org' })
    expect([one.status, one.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/messages\//)])
    expect(app.letters.filter((letter) => letter.to === 'flooded@example.org')).toHaveLength(10)
  })

  it('a form’s token with something behind it is no token: it would make another message of the same form', async () => {
    const { token } = await open()
    const before = (await stored()).length
    expect((await post({ token: `${token}.1`, message: 'Again', email: 'a@example.org' })).status).toBe(422)
    expect(await stored()).toHaveLength(before)
    expect(app.letters).toEqual([])
  })

  it('keeps script as text, leaves out what cannot be kept, and knows no place that is not there', async () => {
    const { token } = await open()
    const sent = await post({ token, message: '<script>alert(1)</script>\u0000', topic: '<script>' })
    const html = await (await fetch(app.url + (sent.headers.get('location') ?? ''))).text()
    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
    expect(html).not.toContain('<script>alert')
    expect(await questions()).toContain('<script>alert(1)</script>')
    expect((await fetch(`${app.url}/neighbourhoods/dogger/none/contact`)).status).toBe(404)
  })

  it('stores a message whose letter cannot be sent, and logs neither link nor address', async () => {
    const lines: string[] = []
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    const mailer = { send: () => Promise.reject(new Error('nia@example.org refused')) }
    const other = await startTestApp(database(), { clock: () => now, log, mailer })
    const token = tokenOf(await (await fetch(other.url + path)).text())
    now = new Date(now.getTime() + 30 * second)
    const sent = await postForm(other.url + path, { token, message: 'Heard?', email: 'nia@example.org' })
    const link = sent.headers.get('location') ?? ''
    expect((await fetch(other.url + link)).status).toBe(200)
    expect((await fetch(`${other.url}${link}x`)).status).toBe(410)
    await other.close()
    expect(lines.join('')).toContain('a letter could not be sent')
    expect(lines.join('')).toContain('/messages/:secret')
    expect(lines.join('')).not.toContain(link.slice(-43))
    expect(lines.join('')).not.toContain('nia@example.org')
  })

  it('lets a hall write at once; beyond that a form comes back with what was typed', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => post({ message: 'One of many' })))
    const waiting = answers.filter((answer) => answer.status === 429)
    expect(answers.length - waiting.length).toBeGreaterThan(100)
    expect(Number(waiting[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    const html = await waiting[0]?.text()
    expect(html).toContain('Many messages were sent from your connection')
    expect(parse(html ?? '').querySelector('textarea')?.textContent).toBe('One of many')
  })
})
