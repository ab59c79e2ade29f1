import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMessage, promised } from '../../test/support/builders/messages.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'
import { eraseNow } from './erase.ts'
import { replyFigures } from './queries.ts'

const received = new Date('2026-03-02T10:00:00Z')
const hours = (count: number) => new Date(received.getTime() + count * 3_600_000)

onBothDatabases('the officers’ inbox', (database) => {
  let app: TestApp
  let now = received
  let silverPit: number
  let outerPit: number
  let elsewhere: number
  let amina: SignedIn
  let ben: SignedIn
  let outer: SignedIn

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    silverPit = await aNeighbourhood(database())
    outerPit = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit' })
    elsewhere = await aNeighbourhood(database(), { force: 'fisher', code: 'F1', name: 'Little Fisher' })
    app = await startTestApp(database(), { clock: () => now })
    amina = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit }], 'Amina Ali')
    ben = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit }], 'Ben Bow')
    outer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: outerPit }], 'Olu Outer')
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    now = received
    app.letters.splice(0)
    await database().kysely.deleteFrom('message').execute()
  })

  const inbox = '/manage/neighbourhoods/dogger/SP1/messages'
  const message = (given: Partial<Parameters<typeof aMessage>[1]> = {}) =>
    aMessage(database(), { neighbourhoodId: silverPit, at: received, ...given })
  const pageOf = async (person: SignedIn, path: string) => parse(await (await person.get(path)).text())
  const lists = async () =>
    (await pageOf(amina, inbox))
      .querySelectorAll('.patch-inbox')
      .map((table) => [
        table.querySelector('caption')?.textContent,
        ...table.querySelectorAll('a').map((link) => link.getAttribute('href')?.split('/').at(-1)),
      ])
  const rowOf = (id: number) =>
    database().kysely.selectFrom('message').where('id', '=', id).selectAll().executeTakeFirstOrThrow()

  it('lists messages by where they stand and by what is due first, and says what is overdue in words', async () => {
    const none = await message({ message: 'No promise' })
    const second = await message({ at: hours(5), promise: promised })
    const first = await message({ promise: promised, message: '<script>alert(1)</script>' })
    const assigned = await message({ promise: promised })
    const answered = await message({ promise: promised })
    const closed = await message()
    await amina.post(`${inbox}/${assigned.id}/assign`, { revision: '1', person: ben.id })
    await amina.post(`${inbox}/${answered.id}/answer`, { revision: '1', answer: 'Done.' })
    await amina.post(`${inbox}/${closed.id}/close`, { revision: '1' })
    now = hours(26)
    expect(await lists()).toEqual([
      ['New (3)', String(first.id), String(second.id), String(none.id)],
      ['Assigned (1)', String(assigned.id)],
      ['Answered (1)', String(answered.id)],
      ['Closed (1)', String(closed.id)],
    ])
    const page = await pageOf(amina, inbox)
    expect(page.querySelector('.patch-inbox__overdue .patch-overdue')?.textContent).toBe('Overdue by 2 hours')
    expect(page.querySelectorAll('.patch-inbox__overdue')).toHaveLength(2)
    expect(page.toString()).not.toContain('<script>alert')
    expect(page.textContent).toContain('Assigned to Ben Bow')
  })

  it('acknowledges, assigns, notes, answers and closes, each with an entry in the audit log that holds no words', async () => {
    const { id } = await message({ promise: promised, email: 'nia@example.org' })
    const steps: [string, Record<string, string>][] = [
      ['acknowledge', {}],
      ['assign', { person: ben.id }],
      ['note', { note: 'Secret note' }],
      ['answer', { answer: 'Secret answer' }],
      ['close', {}],
    ]
    for (const [index, [what, fields]] of steps.entries())
      expect((await amina.post(`${inbox}/${id}/${what}`, { revision: String(index + 1), ...fields })).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ assigned_to: ben.id, acknowledged_at: received, closed_at: received })
    const audit = await database()
      .kysely.selectFrom('audit_entry')
      .where('subject', '=', `message ${id}`)
      .selectAll()
      .orderBy('id')
      .execute()
    expect(audit.map((entry) => entry.action)).toEqual(steps.map(([what]) => `message.${what}`))
    expect(audit[0]).toMatchObject({ person_id: amina.id, force_id: 'dogger', neighbourhood_id: silverPit })
    expect(JSON.stringify(audit)).not.toContain('Secret')
    expect(app.letters.map((letter) => letter.subject)).toEqual([
      'Your neighbourhood team has read your message',
      'There is an answer to your message',
    ])
    expect(JSON.stringify(app.letters)).not.toMatch(/Secret|race/)
    const page = await pageOf(amina, `${inbox}/${id}`)
    expect(page.querySelectorAll('form[action$=answer]')).toEqual([])
    expect(page.textContent).toContain('Note between officers, by Amina Ali')
  })

  it('closed without an answer stays a breach: the resident is told, and the supervisor sees it once its time is out', async () => {
    const { id } = await message({ promise: promised, email: 'nia@example.org' })
    await amina.post(`${inbox}/${id}/close`, { revision: '1' })
    expect(app.letters.map((letter) => letter.subject)).toEqual(['Your message was closed without an answer'])
    const boss = await signIn(app, [{ role: 'supervisor', forceId: 'dogger', neighbourhoodId: null }])
    const late = async () => (await pageOf(boss, '/manage/forces/dogger/messages')).querySelector('main')?.textContent
    expect(await late()).not.toContain(`Message ${id}`)
    now = hours(80)
    expect(await late()).toContain(`Message ${id}`)
  })

  it('asks for an answer that is missing, and keeps one that is too long', async () => {
    const { id } = await message()
    expect((await amina.post(`${inbox}/${id}/answer`, { revision: '1', answer: ' ' })).status).toBe(422)
    const long = await amina.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'y'.repeat(4_001) })
    expect(long.status).toBe(422)
    expect(parse(await long.text()).querySelector('#answer')?.textContent).toHaveLength(4_001)
    expect((await rowOf(id)).answered_at).toBeNull()
  })

  it('is not told of somebody else when the same form is sent twice, at once or later', async () => {
    const { id } = await message({ email: 'nia@example.org' })
    const opened = await pageOf(amina, `${inbox}/${id}`)
    const once = opened.querySelector('input[name=once]')?.getAttribute('value') ?? ''
    const send = () => amina.post(`${inbox}/${id}/answer`, { once, revision: '1', answer: 'Done.' })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(app.letters).toHaveLength(1)
    const forward = () => amina.post(`${inbox}/${id}/forward`, { once, revision: '2', to: String(outerPit) })
    expect([(await forward()).status, (await forward()).status]).toEqual([303, 303])
  })

  it('keeps words that were typed for another button, and does not leave them behind', async () => {
    const { id } = await message()
    const words = { revision: '1', answer: 'Half an answer', note: '' }
    const assigned = await amina.post(`${inbox}/${id}/assign`, { ...words, person: ben.id })
    expect(assigned.status).toBe(200)
    const page = parse(await assigned.text())
    expect(page.querySelector('#answer')?.textContent).toBe('Half an answer')
    expect(page.querySelector('[role=status]')?.textContent).toContain('not sent yet')
    expect((await rowOf(id)).assigned_to).toBe(ben.id)
    const revision = page.querySelector('main input[name=revision]')?.getAttribute('value') ?? ''
    for (const [change, fields] of Object.entries({ close: {}, forward: { to: String(outerPit) } })) {
      const refused = await amina.post(`${inbox}/${id}/${change}`, { ...words, ...fields, revision })
      expect(refused.status, change).toBe(422)
      expect(parse(await refused.text()).querySelector('#answer')?.textContent, change).toBe('Half an answer')
    }
    expect(await rowOf(id)).toMatchObject({ closed_at: null, neighbourhood_id: silverPit })
  })

  it('owes nothing once its sender has erased it', async () => {
    const { id } = await message({ promise: promised })
    await database().transaction((handle) => eraseNow(handle, id, received))
    now = hours(200)
    const row = (await pageOf(amina, inbox)).querySelector('.patch-inbox tbody tr')
    expect(row?.textContent).toContain('Erased')
    expect(row?.textContent).not.toMatch(/Overdue|Answer by/)
  })

  it('shows the second of two officers who answer at once the first’s answer, and keeps their own words', async () => {
    const { id } = await message({ email: 'nia@example.org' })
    const [first, second] = await Promise.all([
      amina.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'From Amina' }),
      ben.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'From Ben' }),
    ])
    expect([first.status, second.status].sort()).toEqual([303, 409])
    const [loser, winnerWords, loserWords] =
      first.status === 409 ? [first, 'From Ben', 'From Amina'] : [second, 'From Amina', 'From Ben']
    const page = parse(await loser.text())
    expect(page.querySelector('.govuk-error-summary__title')?.textContent).toContain('Somebody changed this message')
    expect(page.querySelector('.patch-thread')?.textContent).toContain(winnerWords)
    expect(page.querySelector('#answer')?.textContent).toBe(loserWords)
    expect(app.letters).toHaveLength(1)
    const revision = page.querySelector('main input[name=revision]')?.getAttribute('value') ?? ''
    const person = first.status === 409 ? amina : ben
    expect((await person.post(`${inbox}/${id}/answer`, { revision, answer: loserWords })).status).toBe(303)
    const kept = await database()
      .kysely.selectFrom('message_text')
      .where('kind', '=', 'answer')
      .select('text')
      .execute()
    expect(kept.map((row) => row.text).sort()).toEqual(['From Amina', 'From Ben'])
  })

  it('forwards within the force with the clock going on, and is then the other team’s alone', async () => {
    const { id } = await message({ promise: promised })
    const sent = await amina.post(`${inbox}/${id}/forward`, { revision: '1', to: String(outerPit) })
    expect(sent.headers.get('location')).toBe(`${inbox}?forwarded`)
    expect(await rowOf(id)).toMatchObject({ neighbourhood_id: outerPit, answer_due_at: hours(72), assigned_to: null })
    expect((await amina.get(`${inbox}/${id}`)).status).toBe(403)
    expect((await pageOf(amina, inbox)).querySelector('[aria-labelledby=forwarded]')?.textContent).toContain(
      `Message ${id}: No topic, to Outer Silver Pit`,
    )
    const theirs = await pageOf(outer, `/manage/neighbourhoods/dogger/SP2/messages/${id}`)
    expect(theirs.textContent).toContain('Forwarded from Silver Pit to Outer Silver Pit by Amina Ali')
  })

  it('forwards nothing whose time has run out: the breach stays with the team that had it', async () => {
    const { id } = await message({ promise: promised })
    now = hours(80)
    expect((await pageOf(amina, `${inbox}/${id}`)).querySelectorAll('form[action$=forward]')).toEqual([])
    await amina.post(`${inbox}/${id}/forward`, { revision: '1', to: String(outerPit) })
    expect(await rowOf(id)).toMatchObject({ neighbourhood_id: silverPit })
  })

  it('refuses other neighbourhoods’ messages, and ids of other places in hidden fields', async () => {
    const { id } = await message()
    const foreign = await message({ neighbourhoodId: elsewhere })
    expect((await outer.get(`${inbox}/${id}`)).status).toBe(403)
    expect((await amina.get(`${inbox}/${foreign.id}`)).status).toBe(403)
    for (const [what, fields] of [
      ['answer', { answer: 'Mine' }],
      ['close', {}],
    ] as const)
      expect((await amina.post(`${inbox}/${foreign.id}/${what}`, { revision: '1', ...fields })).status).toBe(403)
    expect((await amina.post(`${inbox}/${id}/assign`, { revision: '1', person: outer.id })).status).toBe(403)
    expect((await amina.post(`${inbox}/${id}/forward`, { revision: '1', to: String(elsewhere) })).status).toBe(403)
    expect((await amina.get(`${inbox}/x`)).status).toBe(403)
    expect(await rowOf(id)).toMatchObject({ revision: 1, neighbourhood_id: silverPit })
    expect(await rowOf(foreign.id)).toMatchObject({ revision: 1, closed_at: null })
  })

  it('gives the figures of its replies, counted from the rows', async () => {
    const answer = async (after: number, given: Parameters<typeof message>[0] = {}) => {
      const { id } = await message({ promise: promised, ...given })
      now = hours(after)
      await amina.post(`${inbox}/${id}/answer`, { revision: '1', answer: 'Done.' })
      return id
    }
    await answer(2)
    await answer(20)
    const late = await answer(80)
    await answer(30, { promise: { ...promised, acknowledge: [], answer: [] } })
    const open = await message({ promise: promised })
    const running = await message({ at: hours(90), promise: promised })
    await message({ at: hours(-1), promise: promised })
    await database()
      .kysely.updateTable('message')
      .set({ satisfaction: 4, recourse_asked_at: hours(81) })
      .where('id', '=', late)
      .execute()
    const figures = await replyFigures(database().kysely, silverPit, received, hours(95), hours(100))
    expect(figures).toEqual({
      received: 6,
      acknowledgementSettled: 4,
      acknowledgedInTime: 2,
      answerSettled: 4,
      answeredInTime: 2,
      answered: 4,
      medianHours: 25,
      p90Hours: 65,
      openBreaches: 1,
      recourseUsed: 1,
      satisfactionCount: 1,
      satisfiedCount: 1,
    })
    expect(open.id).not.toBe(running.id)
    const nothing = await replyFigures(database().kysely, outerPit, received, hours(95), hours(100))
    expect(nothing).toMatchObject({ received: 0, answerSettled: 0, medianHours: null, p90Hours: null })
  })
})
