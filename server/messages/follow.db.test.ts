import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMessage, promised } from '../../test/support/builders/messages.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { nothingPromised } from '../standards/promisedReply.ts'
import { eraseWhatIsDue } from './erase.ts'
import { replyFigures } from './queries.ts'

const received = new Date('2026-03-02T10:00:00Z')
const hours = (count: number) => new Date(received.getTime() + count * 3_600_000)
const days = (count: number) => hours(24 * count)

onBothDatabases('following a message by its private link', (database) => {
  let app: TestApp
  let now = received
  let silverPit: number
  let sergeant: SignedIn
  let supervisor: SignedIn

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    silverPit = await aNeighbourhood(database())
    app = await startTestApp(database(), { clock: () => now })
    sergeant = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit }])
    supervisor = await signIn(app, [{ role: 'supervisor', forceId: 'dogger', neighbourhoodId: null }])
    await signIn(app, [{ role: 'supervisor', forceId: 'fisher', neighbourhoodId: null }])
  })
  afterAll(() => app.close())
  beforeEach(() => {
    now = received
    app.letters.splice(0)
  })

  const message = (given: Partial<Parameters<typeof aMessage>[1]> = {}) =>
    aMessage(database(), { neighbourhoodId: silverPit, at: received, ...given })
  const page = async (secret: string, under = '') => {
    const response = await fetch(`${app.url}/messages/${secret}${under}`)
    return { status: response.status, headers: response.headers, html: parse(await response.text()) }
  }
  const send = (secret: string, what: string, fields: Record<string, string> = {}) =>
    postForm(`${app.url}/messages/${secret}/${what}`, fields)
  const statusOf = async (secret: string) =>
    (await page(secret)).html.querySelector('[aria-labelledby=status]')?.textContent ?? ''
  const inbox = '/manage/neighbourhoods/dogger/SP1/messages'
  const textsOf = (id: number) =>
    database().kysely.selectFrom('message_text').where('message_id', '=', id).selectAll().execute()

  it('opens for nobody else, and every page of it is private', async () => {
    const wrong = await page('A'.repeat(43))
    expect(wrong.status).toBe(410)
    expect(wrong.headers.get('cache-control')).toBe('no-store')
    expect((await send('A'.repeat(43), 'erase')).status).toBe(410)
  })

  it('says when an answer is due, and shows answers but no notes between officers', async () => {
    const { id, secret } = await message({ promise: promised, email: 'nia@example.org' })
    expect(await statusOf(secret)).toContain('promised an answer by 5 March 2026 at 10:00')
    await sergeant.post(`${inbox}/${id}/note`, { revision: '1', note: 'Known to be <i>difficult</i>' })
    await sergeant.post(`${inbox}/${id}/answer`, { revision: '2', answer: 'We will <script>come</script>.' })
    const { html } = await page(secret)
    expect(html.querySelectorAll('.patch-thread__text').map((text) => text.textContent)).toEqual([
      'Cars race here.',
      'We will <script>come</script>.',
    ])
    expect(html.toString()).not.toContain('difficult')
    expect(app.letters.map((letter) => letter.subject)).toEqual(['There is an answer to your message'])
    expect(app.letters[0]?.text).toContain('2 March 2026')
    expect(JSON.stringify(app.letters)).not.toMatch(/race|come|difficult|messages\//)
  })

  it('once late offers the way that the standard names; the supervisor is told, has a clock, and replies', async () => {
    const { id, secret } = await message({ promise: promised, email: 'nia@example.org' })
    now = hours(73)
    expect(await statusOf(secret)).toContain('Late')
    const { html } = await page(secret)
    expect(html.querySelector('[aria-labelledby=recourse]')?.textContent).toContain(promised.recourse?.way)
    expect((await send(secret, 'recourse', { words: 'Nobody <b>came</b>' })).status).toBe(303)
    await send(secret, 'recourse', { words: 'Twice' })
    expect(app.letters.map((letter) => letter.to)).toEqual([supervisor.email])
    expect(JSON.stringify(app.letters)).not.toMatch(/race|came/)
    expect(await statusOf(secret)).toContain('The supervisor is to answer by 7 March 2026 at 11:00')

    const oversee = await supervisor.get('/manage/forces/dogger/messages')
    const rows = parse(await oversee.text())
    expect(rows.querySelector('.patch-inbox caption')?.textContent).toContain('Residents ask for you')
    expect(rows.querySelector('.patch-inbox a')?.getAttribute('href')).toBe(`${inbox}/${id}`)
    expect((await sergeant.get('/manage/forces/dogger/messages')).status).toBe(403)
    expect((await sergeant.post(`${inbox}/${id}/recourse`, { revision: '2', reply: 'No' })).status).toBe(403)

    const reply = await supervisor.post(`${inbox}/${id}/recourse`, { revision: '2', reply: 'I am sorry.' })
    expect(reply.status).toBe(303)
    expect((await page(secret)).html.querySelectorAll('.patch-thread__text').map((one) => one.textContent)).toEqual([
      'Cars race here.',
      'Nobody <b>came</b>',
      'I am sorry.',
    ])
    expect(app.letters.at(-1)).toMatchObject({ to: 'nia@example.org', subject: 'There is an answer to your message' })
  })

  it('offers no such way in time, nor where none is named', async () => {
    const { id, secret } = await message({ promise: promised })
    expect((await page(secret)).html.querySelector('[aria-labelledby=recourse]')).toBeNull()
    await send(secret, 'recourse')
    now = days(30)
    const unpromised = await message({ promise: nothingPromised })
    expect(await statusOf(unpromised.secret)).not.toContain('Late')
    const unnamed = await message({ promise: { ...promised, recourse: null } })
    expect(await statusOf(unnamed.secret)).toContain('Late')
    await send(unnamed.secret, 'recourse')
    const asked = await database().kysely.selectFrom('message').select(['id', 'recourse_asked_at']).execute()
    expect(asked.find((row) => row.id === id)?.recourse_asked_at).toBeNull()
    expect(asked.find((row) => row.id === unnamed.id)?.recourse_asked_at).toBeNull()
    expect(app.letters).toEqual([])
  })

  it('asks once, after an answer, how satisfied its sender is', async () => {
    const { id, secret } = await message()
    await send(secret, 'satisfaction', { satisfaction: '5' })
    expect((await page(secret)).html.querySelector('input[name=satisfaction]')).toBeNull()
    await sergeant.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'Done.' })
    const back = await send(secret, 'satisfaction', { why: 'Quick <b>and</b> kind' })
    expect(back.status).toBe(422)
    const form = parse(await back.text())
    expect(form.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#satisfaction')
    expect(form.querySelector('#why')?.textContent).toBe('Quick <b>and</b> kind')
    await send(secret, 'satisfaction', { satisfaction: '4', why: 'Quick' })
    await send(secret, 'satisfaction', { satisfaction: '1', why: 'Changed my mind' })
    expect(await statusOf(secret)).toContain('You said how satisfied you are: Satisfied.')
    expect((await textsOf(id)).map((row) => row.kind)).toEqual(['question', 'answer', 'satisfaction'])
    const figures = parse(await (await sergeant.get(inbox)).text())
    expect(figures.querySelector('[aria-labelledby=figures]')?.textContent).toContain(
      '1 answer: satisfied. Too few to give a share',
    )
  })

  it('is taken along as JSON and erased at once by a button, not by opening a page', async () => {
    const { id, secret } = await message({ promise: promised, email: 'nia@example.org' })
    await sergeant.post(`${inbox}/${id}/note`, { revision: '1', note: 'Internal' })
    const file = await fetch(`${app.url}/messages/${secret}/export`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=message.json')
    expect(await file.json()).toMatchObject({
      to: { force: 'Dogger Constabulary', name: 'Silver Pit' },
      email: 'nia@example.org',
      answerDueAt: '2026-03-05T10:00:00.000Z',
      texts: [{ kind: 'question', text: 'Cars race here.', writtenAt: '2026-03-02T10:00:00.000Z' }],
    })
    expect((await page(secret, '/erase')).status).toBe(200)
    expect((await page(secret)).status).toBe(200)
    const erased = await send(secret, 'erase')
    expect(erased.headers.get('location')).toBe('/messages/erased')
    expect((await page('erased')).html.querySelector('h1')?.textContent).toBe('Your message is erased')
    for (const path of ['', '/export', '/erase']) expect((await page(secret, path)).status).toBe(410)
    expect(await textsOf(id)).toEqual([])
    // Nothing was owed any more when the time ran out.
    const figures = await replyFigures(database().kysely, silverPit, received, days(1), days(30))
    const others = await database().kysely.selectFrom('message').where('id', '!=', id).selectAll().execute()
    expect(figures.openBreaches).toBe(others.filter((one) => one.answer_due_at && !one.answered_at).length)
  })

  it('is erased 90 days after closing, and figures stay; an answered one closes by itself', async () => {
    const { id, secret } = await message({ promise: promised, email: 'nia@example.org' })
    const open = await message({ message: 'Still open' })
    now = hours(10)
    await sergeant.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'Done.' })
    await send(secret, 'satisfaction', { satisfaction: '2', why: 'Slow' })
    const before = await replyFigures(database().kysely, silverPit, received, days(1), days(200))
    const run = (at: Date) => database().transaction((handle) => eraseWhatIsDue(handle, at))
    const row = async () =>
      database().kysely.selectFrom('message').where('id', '=', id).selectAll().executeTakeFirstOrThrow()

    await run(days(28))
    expect((await row()).closed_at).toBeNull()
    await run(new Date(days(28).getTime() + 11 * 3_600_000))
    expect((await row()).closed_at).not.toBeNull()
    expect((await page(secret)).status).toBe(200)
    await run(days(118))
    expect(await textsOf(id)).toHaveLength(3)
    await run(new Date(days(118).getTime() + 11 * 3_600_000))
    expect(await textsOf(id)).toEqual([])
    expect(await row()).toMatchObject({ email: null, satisfaction: 2, answered_at: hours(10) })
    expect((await page(secret)).status).toBe(410)
    expect(await textsOf(open.id)).toHaveLength(1)
    expect(await replyFigures(database().kysely, silverPit, received, days(1), days(200))).toEqual(before)
  })
})
