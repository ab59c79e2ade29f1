import { randomUUID } from 'node:crypto'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { minutesBody } from '../../../shared/api/minutes.ts'
import { type CommandDetails, type CommandKind, readCommand } from '../../../shared/live/commands.ts'
import { initialTerms } from '../../../shared/standards/measure.ts'
import { measureOf } from '../../../shared/standards/measures/index.ts'
import type { PublishedStandard } from '../../../shared/standards/standard.ts'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../../test/support/builders/crime.ts'
import { idOf } from '../../../test/support/builders/live.ts'
import { aMeeting } from '../../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../../test/support/signIn.ts'
import { changePages } from '../../database/changePages.ts'
import { makeChairLink } from '../../live/chair.ts'
import { addVersion } from '../../standards/versionQueries.ts'
import { readMinutes } from './readMinutes.ts'

const begun = new Date('2026-09-22T18:00:00Z')

onBothDatabases('minutes', (database) => {
  let app: TestApp
  let now = begun
  let silverPit: number
  let amina: SignedIn
  let ben: SignedIn
  let elsewhere: SignedIn
  let meeting: number
  let speeding: number

  beforeAll(async () => {
    await aForce(database())
    silverPit = await aNeighbourhood(database())
    const outer = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit' })
    app = await startTestApp(database(), { clock: () => now })
    const officer = (neighbourhoodId: number, name: string) =>
      signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId }], name)
    amina = await officer(silverPit, 'Amina Ali')
    ben = await officer(silverPit, 'Ben Bow')
    elsewhere = await officer(outer, 'Olu Outer')
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    now = begun
    await database().kysely.deleteFrom('message').execute()
    await database().kysely.deleteFrom('priority').execute()
    await database().kysely.deleteFrom('event').execute()
    meeting = await aMeeting(database(), { neighbourhood: silverPit, title: 'Autumn meeting' })
    speeding = await aPriority('Speeding on Outer Row')
  })

  const aPriority = async (issue: string) =>
    (
      await database()
        .kysely.insertInto('priority')
        .values({ neighbourhood_id: silverPit, issue, agreed_on: '2026-09-01' })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const send = async <Kind extends CommandKind>(kind: Kind, detail: Partial<CommandDetails[Kind]> | object = {}) => {
    const read = readCommand({ id: randomUUID(), meeting, kind, detail })
    if (!read.ok) throw new Error(`${kind} ${read.problem.field}`)
    expect(await app.context.live.commandAs({ kind: 'chair', isTeam: true }, read.command)).toMatchObject({ ok: true })
  }
  const minute = (after: number) => {
    now = new Date(begun.getTime() + after * 60_000)
  }
  const here = () => `/manage/meetings/${meeting}/minutes`
  const pageOf = async (path: string, person?: SignedIn) => {
    const answer = person ? await person.get(path) : await fetch(app.url + path)
    return { status: answer.status, page: parse(await answer.text()) }
  }
  const main = async (path: string, person?: SignedIn) =>
    (await pageOf(path, person)).page.querySelector('main')?.textContent ?? ''
  const seenOf = async () =>
    (await pageOf(`${here()}/publish`, amina)).page.querySelector('input[name=seen]')?.getAttribute('value') ?? ''
  const actions = () => database().kysely.selectFrom('priority_action').selectAll().orderBy('id').execute()
  const messages = () => database().kysely.selectFrom('message').selectAll().orderBy('id').execute()
  const twin = async () =>
    minutesBody.parse(await (await fetch(`${app.url}/api/v1/meetings/${meeting}/minutes`)).json())

  /** A meeting of three quarters of an hour with a decision, an action and two questions, one of them answered. */
  async function held() {
    await send('meeting:start')
    minute(10)
    await send('question:add', { question: idOf(20), text: 'When do the lamps come?', item: idOf(1) })
    await send('question:add', { question: idOf(21), text: 'Who counts the cars?' })
    await send('question:answer', { question: idOf(21), text: '' })
    await send('meeting:goto', { item: idOf(3) })
    minute(20)
    await send('minutes:add', {
      entry: { id: idOf(30), item: idOf(3), kind: 'decision', text: 'We work on speeding.' },
    })
    await send('minutes:add', {
      entry: {
        id: idOf(31),
        item: idOf(3),
        kind: 'action',
        text: 'Speed checks',
        owner: 'PC Example',
        dueOn: '2026-10-15',
      },
    })
    minute(45)
    await send('attendance:room', { count: 34 })
    await send('meeting:close')
    minute(60)
  }
  const publish = async (choice: string, person = amina) =>
    person.post(`${here()}/publish`, { seen: await seenOf(), [`priority-${idOf(31)}`]: choice })

  it('are kindly said not to be there before they are published', async () => {
    const path = `/meetings/${meeting}/minutes`
    expect(await pageOf(path)).toMatchObject({ status: 404 })
    expect(await main(path)).toContain('The meeting has not taken place yet')
    await send('meeting:start')
    await send('minutes:add', { entry: { id: idOf(30), kind: 'note', text: 'Not for now' } })
    expect(await main(path)).toContain('The meeting is on')
    await send('meeting:close')
    expect(await main(path)).toContain('still writing its minutes')
    expect(await main(`/cy${path}`)).toContain('Nid yw’r cofnodion wedi’u cyhoeddi eto')
    expect(await main(path)).not.toContain('Not for now')
    expect(await main(`/meetings/${meeting}/replay`)).not.toContain('Not for now')
    expect((await fetch(`${app.url}/api/v1/meetings/${meeting}/minutes`)).status).toBe(404)
    expect((await fetch(`${app.url}/meetings/999999/minutes`)).status).toBe(404)
  })

  it('are written by forms: adding, changing and removing a line, and the number in the room', async () => {
    await send('meeting:start')
    await send('meeting:close')
    const line = {
      kind: 'action',
      item: idOf(2),
      text: 'Count cars',
      owner: 'PC Example',
      dueOn: '15/10/2026',
      once: 'a',
    }
    for (const _ of [1, 2]) expect((await amina.post(`${here()}/lines`, line)).status).toBe(303)
    const lines = async () => (await readMinutes(database().kysely, meeting)).state.minutes
    expect(await lines()).toMatchObject([{ kind: 'action', item: idOf(2), owner: 'PC Example', dueOn: '2026-10-15' }])
    expect((await amina.post(`${here()}/lines`, { ...line, text: ' ', dueOn: 'soon', once: 'b' })).status).toBe(422)
    const [added] = await lines()
    const change = { ...line, text: 'Count all cars', revision: String(added?.revision) }
    expect((await amina.post(`${here()}/lines/${added?.id}`, change)).status).toBe(303)
    expect((await lines())[0]?.text).toBe('Count all cars')
    const revision = String((await lines())[0]?.revision)
    expect((await amina.post(`${here()}/lines/${added?.id}/remove`, { revision: '1' })).status).toBe(409)
    expect((await amina.post(`${here()}/lines/${added?.id}/remove`, { revision })).status).toBe(303)
    expect(await lines()).toEqual([])
    expect((await amina.post(`${here()}/attendance`, { count: 'many' })).status).toBe(422)
    expect((await amina.post(`${here()}/attendance`, { count: '34' })).status).toBe(303)
    expect((await readMinutes(database().kysely, meeting)).state.attendance.room).toBe(34)
  })

  it('are not overwritten unseen when two people write one line', async () => {
    await held()
    const path = `${here()}/lines/${idOf(30)}`
    const revision = (await pageOf(path, amina)).page.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
    const line = { kind: 'decision', item: idOf(3), revision }
    expect((await ben.post(path, { ...line, text: 'We work on lamps.' })).status).toBe(303)
    const late = await amina.post(path, { ...line, text: 'We work on dogs.' })
    const page = parse(await late.text())
    expect(late.status).toBe(409)
    expect(page.querySelector('.patch-both')?.textContent).toMatch(/We work on dogs.*We work on lamps/)
    expect(page.querySelector('textarea')?.textContent).toBe('We work on dogs.')
    const now = page.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
    expect((await amina.post(path, { ...line, text: 'We work on dogs.', revision: now })).status).toBe(303)
  })

  it('are published with their actions on the priority that was chosen and open questions in the inbox, once', async () => {
    await held()
    expect((await amina.post(`${here()}/publish`, { seen: await seenOf() })).status).toBe(422)
    expect(await actions()).toEqual([])
    const answer = await publish(String(speeding))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${here()}?published`])

    expect(await actions()).toMatchObject([
      { priority_id: speeding, what: 'Speed checks', owner: 'PC Example', planned_for: '2026-10-15', done_on: null },
    ])
    expect(await main('/neighbourhoods/dogger/SP1/priorities')).toMatch(/Planned for 15 October 2026\s*Speed checks/)
    expect(await messages()).toMatchObject([
      { meeting_id: meeting, question_id: idOf(20), topic: 'meetings', email: null, received_at: now },
    ])
    const inbox = await main('/manage/neighbourhoods/dogger/SP1/messages', amina)
    expect(inbox).toContain('When do the lamps come?')
    expect(inbox).toContain('Asked at a meeting.')
    const audit = await database()
      .kysely.selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', 'minutes.publish')
      .execute()
    expect(audit.at(-1)).toMatchObject({
      person_id: amina.id,
      neighbourhood_id: silverPit,
      subject: `minutes of meeting ${meeting}`,
    })

    // Taken back to mend a word, and published again.
    expect((await ben.post(`${here()}/withdraw`, {})).status).toBe(303)
    expect((await pageOf(`/meetings/${meeting}/minutes`)).status).toBe(404)
    await database().kysely.updateTable('priority_action').set({ done_on: '2026-09-25', owner: 'Sgt Doer' }).execute()
    expect((await publish(String(speeding))).status).toBe(303)
    expect(await actions()).toMatchObject([{ what: 'Speed checks', owner: 'Sgt Doer', done_on: '2026-09-25' }])
    expect(await messages()).toHaveLength(1)

    // What the minutes changed is changed there, and what they moved is moved.
    await send('minutes:withdraw')
    const [entry] = (await readMinutes(database().kysely, meeting)).state.minutes.slice(1)
    await send('minutes:change', { entry: idOf(31), seen: entry?.revision, set: { text: 'Speed checks at night' } })
    const lamps = await aPriority('Dark lamps')
    await publish(String(lamps))
    expect(await actions()).toMatchObject([
      { priority_id: lamps, what: 'Speed checks at night', done_on: '2026-09-25' },
    ])
  })

  it('are followed by the same when they are published by another door, with actions of no priority; by the clock that is promised', async () => {
    const answered = measureOf('messages-answered')
    const standards: PublishedStandard[] = [
      {
        key: 'reply',
        promise: 'We answer.',
        promiseWelsh: '',
        measure: 'messages-answered',
        terms: { ...initialTerms(answered.fields), recourse: 'Ask the inspector' },
        source: '',
        origin: 'force',
        since: begun,
      },
    ]
    const version = {
      number: 1,
      publishedAt: begun,
      signedName: 'Insp. A. Example',
      signedRole: 'Inspector',
      standards,
    }
    await changePages(app.context, (handle) => addVersion(handle, silverPit, version, null))
    await held()
    await send('minutes:publish')
    expect(await actions()).toEqual([])
    expect(await messages()).toMatchObject([
      { question_id: idOf(20), answer_due_at: new Date(now.getTime() + 72 * 3_600_000), recourse: null },
    ])
    await database().kysely.deleteFrom('standard_version').execute()
  })

  it('take an action back that is not done when it goes to no priority any more', async () => {
    await held()
    await publish(String(speeding))
    await send('minutes:withdraw')
    await publish('none')
    expect(await actions()).toEqual([])
    await send('minutes:withdraw')
    await publish(String(speeding))
    expect(await actions()).toHaveLength(1)
    const other = await amina.post(`${here()}/publish`, { seen: 'x', [`priority-${idOf(31)}`]: '999999' })
    expect(other.status).toBe(422) // a priority that is nobody's, or of another place
  })

  it('are not published when somebody changed them while they were being read', async () => {
    await held()
    const seen = await seenOf()
    await send('minutes:add', { entry: { id: idOf(40), kind: 'note', text: 'Slipped in' } })
    const late = await amina.post(`${here()}/publish`, { seen, [`priority-${idOf(31)}`]: 'none' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('The minutes were changed while you were reading')
    expect((await readMinutes(database().kysely, meeting)).state.phase).toBe('closed')
    expect(await database().kysely.selectFrom('minutes_action').selectAll().execute()).toEqual([])
  })

  it('show an answer that is given later in the inbox, at once and under its question', async () => {
    await held()
    await publish('none')
    expect((await twin()).items[0]?.questions[0]).toMatchObject({ outcome: 'unanswered', answer: null })
    const [message] = await messages()
    const inbox = `/manage/neighbourhoods/dogger/SP1/messages/${message?.id}`
    expect(await main(inbox, amina)).toContain('This question was asked at a meeting.')
    minute(60 * 24 * 2)
    const sent = await amina.post(`${inbox}/answer`, { revision: '1', answer: 'In May.' })
    expect(sent.status).toBe(303)
    expect((await ben.post(`${inbox}/answer`, { revision: '1', answer: 'In June.' })).status).toBe(409)
    expect((await twin()).items[0]?.questions[0]).toMatchObject({
      outcome: 'later',
      answer: 'In May.',
      answeredAt: now.toISOString(),
    })
    expect(await main(`/meetings/${meeting}/minutes`)).toMatch(/Answered later, on 24 September 2026\.\s*In May\./)
    expect(await messages()).toMatchObject([{ answered_at: now, revision: 2 }])
    expect(await main(inbox, amina)).toContain('Answer by Amina Ali')
    const long = await amina.post(`${inbox}/answer`, { revision: '2', answer: 'x'.repeat(3000) })
    expect([long.status, await long.text()]).toEqual([422, expect.stringContaining('x'.repeat(3000))])
  })

  it('show an answer that is given elsewhere, which answers the message too; and forget one that is hidden', async () => {
    await held()
    await publish('none')
    await send('question:answer', { question: idOf(20), text: 'In May.' })
    expect(await messages()).toMatchObject([{ answered_at: now, acknowledged_at: now }])
    await send('question:hide', { question: idOf(20), reason: 'Names somebody' })
    expect(await messages()).toMatchObject([{ erased_at: now }])
    expect(await database().kysely.selectFrom('message_text').selectAll().execute()).toEqual([])
    expect(JSON.stringify(await twin())).not.toMatch(/lamps|Names somebody/)
    expect(await main(`/meetings/${meeting}/replay`)).not.toMatch(/lamps|Names somebody/)
  })

  it('can be written by a resident who chairs, and published by the team only', async () => {
    await held()
    const token = await database().transaction((handle) =>
      makeChairLink(handle, { meeting, name: 'Nia', madeBy: null, expiresAt: new Date('2026-12-01') }, now),
    )
    const cookie = `chair-${meeting}=${token}`
    const as = (path: string) => fetch(app.url + path, { headers: { cookie }, redirect: 'manual' })
    expect((await as(here())).status).toBe(200)
    expect((await postForm(`${app.url}${here()}/lines`, { kind: 'note', text: 'By Nia' }, { cookie })).status).toBe(303)
    expect((await as(`${here()}/publish`)).status).toBe(403)
    expect((await postForm(`${app.url}${here()}/publish`, {}, { cookie })).status).toBe(403)
    for (const other of ['99999999999', 'x', '0'])
      expect((await amina.get(`/manage/meetings/${other}/minutes`)).status).toBe(403)
    expect((await elsewhere.get(here())).status).toBe(403)
    expect((await elsewhere.post(`${here()}/lines`, { kind: 'note', text: 'No' })).status).toBe(403)
  })

  it('name as the next meeting none that began before it, though it is of the same day and not over', async () => {
    await held()
    const meetingAt = (starts: string) =>
      aMeeting(database(), { neighbourhood: silverPit, startsAt: new Date(`2026-09-22T${starts}:00Z`) })
    await meetingAt('17:30')
    await publish(String(speeding))
    const nextOf = async () =>
      (await pageOf(`/meetings/${meeting}/minutes`)).page
        .querySelector('[aria-labelledby=next] a')
        ?.getAttribute('href')
    expect(await nextOf()).toBeUndefined()
    const evening = await meetingAt('20:00')
    await changePages(app.context, async () => {})
    expect(await nextOf()).toBe(`/neighbourhoods/dogger/SP1/events/${evening}.ics`)
  })

  it('are published as a page, in Welsh, as JSON, in the feed and as a replay', async () => {
    await held()
    const next = await aMeeting(database(), {
      neighbourhood: silverPit,
      title: 'Winter meeting',
      startsAt: new Date('2026-12-08T19:00:00Z'),
    })
    await publish(String(speeding))
    const page = await main(`/meetings/${meeting}/minutes`)
    expect(page).toContain('Met on Tuesday 22 September 2026, 19:00 to 19:45.')
    expect(page).toContain('34 people in the room.')
    expect(page).toContain('Speeding on Outer Row')
    expect(page).toContain('On the agenda, but not taken')
    expect((await pageOf(`/meetings/${meeting}/minutes`)).page.toString()).toContain(
      `/neighbourhoods/dogger/SP1/events/${next}.ics`,
    )
    expect(await main(`/cy/meetings/${meeting}/minutes`)).toContain('Yr hyn a benderfynwyd')
    expect(await twin()).toMatchObject({
      meeting: { id: meeting, title: 'Autumn meeting' },
      items: [
        { title: 'Item 1', times: [{ from: '2026-09-22T18:00:00.000Z', to: '2026-09-22T18:10:00.000Z' }] },
        { title: 'Item 3', lines: [{ kind: 'decision' }, { kind: 'action', priority: { id: speeding } }] },
      ],
      notTaken: [{ title: 'Item 2' }],
      questions: [{ text: 'Who counts the cars?', outcome: 'aloud' }],
      usefulness: { answers: 0, share: null },
    })
    const feed = await (await fetch(`${app.url}/feeds/neighbourhoods/dogger/SP1.atom`)).text()
    expect(feed).toContain('Minutes: Autumn meeting')
    const replay = await main(`/meetings/${meeting}/replay`)
    expect(replay).toMatch(/19:10\s*On to: Item 3/)
    expect(await main(`/meetings/${meeting}/replay?show=decisions`)).not.toContain('On to: Item 3')
    expect(await main(`/meetings/${meeting}/replay?show=decisions`)).toMatch(/19:20\s*Decision: We work on speeding/)
  })
})
