import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { stateSeenBy } from '../../shared/live/audience.ts'
import type { Answer, Done, Follower, Following } from '../../shared/live/protocol.ts'
import { reduce } from '../../shared/live/reduce.ts'
import { emptyMeeting, type MeetingState } from '../../shared/live/state.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { aCommand, aDeviceCookie, LiveClient } from '../../test/support/liveClient.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'
import { readLog } from './log.ts'

onBothDatabases('a live meeting', (database) => {
  const secret = 'the same in every process of this test'
  let app: TestApp
  let officer: SignedIn
  let neighbourhood: number
  let meeting: number
  let clients: LiveClient[] = []

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
    app = await startTestApp(database(), {}, { SECRET: secret })
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    meeting = await aMeeting(database(), { neighbourhood })
  })
  afterEach(() => {
    for (const client of clients) client.close()
    clients = []
  })

  const client = (as: Follower, cookie = as === 'chair' ? officer.cookie : aDeviceCookie(), of = app) => {
    const made = new LiveClient(of.url, meeting, as, cookie)
    clients.push(made)
    return made.ready()
  }
  const logged = async (): Promise<MeetingState> =>
    (await readLog(database().kysely, meeting, 0)).changes.reduce(reduce, emptyMeeting)
  const post = async (body: object, cookie: string): Promise<Answer<Done>> => {
    const answer = await fetch(`${app.url}/api/v1/meetings/${meeting}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as Answer<Done>
  }
  const changes = async (after: number | null, as: Follower = 'phone', cookie = aDeviceCookie(), of = app) => {
    const query = after === null ? '' : `&after=${after}`
    const answer = await fetch(`${of.url}/api/v1/meetings/${meeting}/changes?as=${as}${query}`, { headers: { cookie } })
    return (await answer.json()) as Answer<Following>
  }

  it('[M1] is the same on every screen: what the chair does is on phone and projector at once', async () => {
    const [chair, phone, screen] = [await client('chair'), await client('phone'), await client('screen')]
    expect(phone.state.items.map(({ title }) => title)).toEqual(['Item 1', 'Item 2', 'Item 3'])
    expect(await chair.send('meeting:start', {})).toMatchObject({ ok: true, sequence: 2 })
    expect(await chair.send('meeting:next', { from: idOf(1) })).toMatchObject({ ok: true, sequence: 3 })
    for (const one of [chair, phone, screen]) {
      const state = await one.until(({ sequence }) => sequence === 3)
      expect(state).toEqual(await logged())
    }
    const { rows } = {
      rows: await database().kysely.selectFrom('meeting').selectAll().where('id', '=', meeting).execute(),
    }
    expect(rows[0]).toMatchObject({ phase: 'running', last_sequence: 3 })
  })

  it('[M21] moves on by one when two chairs press next at once', async () => {
    const [one, other] = [await client('chair'), await client('chair')]
    await one.send('meeting:start', {})
    const answers = await Promise.all([one, other].map((chair) => chair.send('meeting:next', { from: idOf(1) })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: 'moved-already',
      message: 'The meeting has moved on already.',
    })
    expect((await other.until(({ currentItem }) => currentItem === idOf(2))).sequence).toBe(3)
  })

  it('[M4] answers the same command as the first time and stores it once, also at once and after a restart', async () => {
    const chair = await client('chair')
    const command = aCommand(meeting, 'meeting:start', {})
    const atOnce = await Promise.all([1, 2, 3].map(() => chair.sendCommand(command)))
    expect(atOnce.map((answer) => answer.ok && answer.sequence)).toEqual([2, 2, 2])
    await chair.send('meeting:next', { from: idOf(1) })
    expect(await chair.sendCommand(command)).toMatchObject({ ok: true, sequence: 2 })
    const restarted = await startTestApp(database())
    try {
      const again = new LiveClient(restarted.url, meeting, 'phone')
      clients.push(again)
      await again.ready()
      expect(again.state.sequence).toBe(3)
      expect(await restarted.context.live.commandAs({ kind: 'service' }, command as never)).toEqual({
        ok: true,
        sequence: 2,
      })
      expect((await logged()).sequence).toBe(3)
    } finally {
      await restarted.close()
    }
  })

  it('[M5] stores nothing of what it refuses', async () => {
    const phone = await client('phone')
    expect(await phone.send('meeting:start', {})).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect(await phone.send('hand:raise', { hand: randomUUID(), name: null })).toMatchObject({ reason: 'not-running' })
    expect(await phone.sendCommand({ id: 'x' } as never)).toMatchObject({ reason: 'not-valid', field: 'id' })
    expect(await phone.send('question:ask', { question: randomUUID(), text: ' ' })).toMatchObject({
      reason: 'not-valid',
      field: 'detail.text',
      message: 'Enter your question',
    })
    const { changes: stored } = await readLog(database().kysely, meeting, 0)
    expect(stored).toHaveLength(1)
    const acts = await database()
      .kysely.selectFrom('meeting_device_act')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .execute()
    expect(acts).toEqual([])
  })

  it('[M3] answers whatever comes, and stays on the line', async () => {
    const phone = await client('phone')
    const raw = phone.socket as unknown as {
      emitWithAck(...message: unknown[]): Promise<unknown>
      emit(...message: unknown[]): void
    }
    raw.emit('meeting:command')
    raw.emit('meeting:follow', null)
    raw.emit('no-such-event', { a: 1 })
    for (const given of [null, [], 'x', { meeting: -1 }, { meeting: 'x', after: {} }])
      for (const event of ['meeting:follow', 'meeting:since', 'meeting:command'])
        expect(await raw.emitWithAck(event, given)).toMatchObject({ ok: false, reason: 'not-valid' })
    expect(phone.socket.connected).toBe(true)
    expect(await raw.emitWithAck('meeting:follow', { meeting: 999_999, as: 'phone', after: null })).toMatchObject({
      reason: 'no-such-meeting',
    })
  })

  it('[M6] gives a client that missed changes those by number, and one that missed very many the whole state', async () => {
    const [chair, phone] = [await client('chair'), await client('phone')]
    await chair.send('meeting:start', {})
    phone.close()
    for (const count of [1, 2, 3]) await chair.send('attendance:room', { count })
    const answer = await changes(2)
    expect(answer).toMatchObject({ ok: true, snapshot: null, sequence: 5 })
    expect(answer.ok && answer.changes.map(({ sequence }) => sequence)).toEqual([3, 4, 5])
    phone.socket.connect()
    await phone.until(({ sequence }) => sequence === 5)
    expect(phone.state).toEqual(await logged())
    expect(phone.taken).toEqual([...new Set(phone.taken)])
    const ahead = await changes(4000)
    expect(ahead.ok && ahead.snapshot?.sequence).toBe(5)
  })

  it('[M6] lets a client that sees a gap ask by number', async () => {
    const [chair, phone] = [await client('chair'), await client('phone')]
    // This phone's radio drops one message.
    const [listener] = phone.socket.listeners('meeting:changed')
    phone.socket.off('meeting:changed')
    await chair.send('meeting:start', {})
    await chair.until(({ sequence }) => sequence === 2)
    if (listener) phone.socket.on('meeting:changed', listener)
    await chair.send('meeting:pause', {})
    expect((await phone.until(({ sequence }) => sequence === 3)).pausedSince).not.toBeNull()
    expect(phone.state).toEqual(await logged())
  })

  it('[M71] lets no phone see a question that waits, nor why one is hidden: not by socket, snapshot or HTTP', async () => {
    const [chair, phone, screen] = [await client('chair'), await client('phone'), await client('screen')]
    const asker = await client('phone')
    await chair.send('meeting:start', {})
    const [rude, good] = [randomUUID(), randomUUID()]
    expect(
      await asker.send('question:ask', { question: rude, text: 'Some rude words', name: 'Ann Onym' }),
    ).toMatchObject({ ok: true })
    await asker.send('question:ask', { question: good, text: 'A good question' })
    await chair.until(({ questions }) => questions.length === 2)
    await chair.send('question:hide', { question: rude, reason: 'Names a person' })
    await chair.send('question:approve', { question: good })
    await screen.until(({ questions }) => questions.length === 1)
    const late = await client('phone')
    const plain = JSON.stringify([await changes(null), await changes(0), await changes(1)])
    for (const heard of [phone.heard, screen.heard, late.heard, plain]) {
      expect(heard).toContain('A good question')
      expect(heard).not.toMatch(/rude words|Ann Onym|Names a person/)
    }
    await asker.until(() => asker.toldOwn.length > 0, 'what became of its question')
    expect(asker.heard).not.toMatch(/Ann Onym|Names a person/)
    expect(chair.heard).toContain('Names a person')
    expect(late.state).toEqual(stateSeenBy('everyone', await logged()))
    expect(phone.state).toEqual(late.state)
  })

  it('[M71] tells nobody who comes later what a question said that was shown and then hidden', async () => {
    const [chair, phone] = [await client('chair'), await client('phone')]
    await chair.send('meeting:start', {})
    const question = randomUUID()
    await phone.send('question:ask', { question, text: 'Shown by mistake', name: 'Ann Onym' })
    await chair.until(({ questions }) => questions.length === 1)
    await chair.send('question:approve', { question })
    await chair.send('question:answer', { question, text: 'An answer to it' })
    await phone.until(({ questions }) => questions[0]?.state === 'answered')
    await chair.send('question:hide', { question, reason: 'Names a person' })
    await phone.until(({ questions }) => questions.length === 0)
    const plain = JSON.stringify(await Promise.all([null, 0, 1, 2, 3, 4].map((after) => changes(after))))
    expect(plain).not.toMatch(/Shown by mistake|Ann Onym|An answer to it|Names a person/)
    const late = await client('phone')
    expect(late.heard).not.toMatch(/Shown by mistake|Ann Onym|An answer to it/)
    expect(late.state).toEqual(stateSeenBy('everyone', await logged()))
    expect(late.state).toEqual(phone.state)
  })

  it('[M71] gives the chair’s view to nobody else', async () => {
    expect(await changes(null, 'chair')).toMatchObject({ ok: false, reason: 'not-allowed' })
    const elsewhere = await aNeighbourhood(database(), { code: `X${meeting}` })
    const stranger = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: elsewhere }])
    expect(await changes(null, 'chair', stranger.cookie)).toMatchObject({ reason: 'not-allowed' })
    expect(await changes(null, 'chair', officer.cookie)).toMatchObject({ ok: true })
  })

  it('[M32] counts devices, not clicks: a question is backed once a device, also over HTTP and after a restart', async () => {
    const chair = await client('chair')
    await chair.send('meeting:start', {})
    await chair.send('settings:change', { questionsModerated: false })
    const cookie = aDeviceCookie()
    const question = randomUUID()
    await (await client('phone')).send('question:ask', { question, text: 'Why?' })
    const phone = await client('phone', cookie)
    await phone.send('question:back', { question })
    await phone.send('question:back', { question })
    expect(await post(aCommand(meeting, 'question:back', { question }), cookie)).toMatchObject({ ok: true })
    const restarted = await startTestApp(database(), {}, { SECRET: secret })
    try {
      const back = await client('phone', cookie, restarted)
      expect(back.own).toEqual({ questions: [], backed: [question], hand: null })
      expect(await back.send('question:back', { question })).toMatchObject({ ok: true })
      back.close()
    } finally {
      await restarted.close()
    }
    expect((await logged()).questions[0]?.backings).toBe(2)
    const own = await changes(null, 'phone', cookie)
    expect(own.ok && own.own).toEqual({ questions: [], backed: [question], hand: null })
  })

  it('[M33] merges questions with the number of devices behind both', async () => {
    const chair = await client('chair')
    await chair.send('meeting:start', {})
    await chair.send('settings:change', { questionsModerated: false })
    const [one, other] = [randomUUID(), randomUUID()]
    const [ann, bob, cat] = [await client('phone'), await client('phone'), await client('phone')]
    await ann.send('question:ask', { question: one, text: 'Speeding on Outer Row?' })
    await bob.send('question:ask', { question: other, text: 'Cars too fast?' })
    for (const question of [one, other]) await cat.send('question:back', { question })
    await chair.send('question:merge', { question: other, into: one })
    const backings = async () => (await logged()).questions.find(({ id }) => id === one)?.backings
    expect(await backings()).toBe(3)
    await bob.send('question:back', { question: one })
    expect(await backings()).toBe(3)
  })

  it('[M31] takes so many questions of a device, whatever it opens', async () => {
    const chair = await client('chair')
    await chair.send('meeting:start', {})
    const cookie = aDeviceCookie()
    const tabs = [await client('phone', cookie), await client('phone', cookie)]
    const answers = await Promise.all(
      tabs.flatMap((tab) =>
        [1, 2, 3].map((number) => tab.send('question:ask', { question: randomUUID(), text: `${number}?` })),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'too-many-questions')).toHaveLength(3)
    const later = await client('phone', cookie)
    expect(later.own?.questions.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  })

  it('[M60] takes nothing from phones once it is closed, and publishes what the team releases', async () => {
    const [chair, phone] = [await client('chair'), await client('phone')]
    await chair.send('meeting:start', {})
    await chair.send('settings:change', { minutesShown: 'end' })
    const ask = () => phone.send('question:ask', { question: randomUUID(), text: 'Why?' })
    await ask()
    await chair.send('meeting:close', {})
    expect(await ask()).toMatchObject({ reason: 'closed' })
    await chair.send('minutes:add', { entry: { id: idOf(60), kind: 'decision', text: 'Speed checks on Outer Row' } })
    await phone.until(({ sequence }) => sequence === 6)
    expect(phone.state.minutes).toEqual([])
    expect(phone.heard).not.toContain('Speed checks')
    expect(await chair.send('minutes:publish', {})).toMatchObject({ ok: true })
    const seen = await phone.until(({ phase }) => phase === 'published')
    expect(seen.minutes.map(({ text }) => text)).toEqual(['Speed checks on Outer Row'])
    const acts = await database()
      .kysely.selectFrom('meeting_device_act')
      .selectAll()
      .where('meeting_id', '=', meeting)
      .execute()
    expect(acts).toEqual([])
  })

  it('[M80] can be followed and changed by plain HTTP alone, with the same numbers', async () => {
    const chair = await client('chair')
    const start = aCommand(meeting, 'meeting:start', {})
    expect(await post(start, officer.cookie)).toMatchObject({ ok: true, sequence: 2 })
    expect(await post(start, officer.cookie)).toMatchObject({ ok: true, sequence: 2 })
    const phone = aDeviceCookie()
    expect(await post(aCommand(meeting, 'hand:raise', { hand: idOf(20), name: 'Ann' }), phone)).toMatchObject({
      ok: true,
      sequence: 3,
    })
    expect((await chair.until(({ queue }) => queue.length === 1)).queue[0]).toMatchObject({ name: 'Ann', hall: false })
    const answer = await changes(1, 'phone', phone)
    expect(answer).toMatchObject({ ok: true, sequence: 3, own: { hand: idOf(20) } })
    expect(answer.ok && answer.changes.map(({ kind }) => kind)).toEqual(['meeting:started', 'queue:added'])
    const refused = await fetch(`${app.url}/api/v1/meetings/${meeting}/commands?language=cy`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: phone },
      body: JSON.stringify(aCommand(meeting, 'meeting:close', {})),
    })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      reason: 'not-allowed',
      message: 'Dim ond cadeirydd y cyfarfod all wneud hyn.',
    })
  })

  it('[M3] [M80] answers by plain HTTP what it does not understand as the socket does: the reason and the field', async () => {
    const phone = aDeviceCookie()
    const refusalOf = async (path: string, body?: string) => {
      const answer = await fetch(`${app.url}/api/v1/meetings/${path}`, {
        headers: { cookie: phone, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body }),
      })
      const { ok, reason, field, message } = (await answer.json()) as Record<string, unknown>
      expect([answer.headers.get('content-type'), answer.headers.get('cache-control')], path).toEqual([
        'application/json; charset=utf-8',
        'no-store',
      ])
      expect(message, path).toMatch(/^\S.+\.$/)
      return [answer.status, ok, reason, field]
    }
    const notValid = (field: string) => [400, false, 'not-valid', field]
    const command = JSON.stringify(aCommand(meeting, 'hand:raise', { hand: idOf(20), name: null }))
    for (const [query, field] of [
      ['after=x', 'after'],
      ['after=-1', 'after'],
      ['after=1.5', 'after'],
      ['after=1&after=2', 'after'],
      ['as=owl', 'as'],
      ['language=de', 'language'],
    ] as const)
      expect(await refusalOf(`${meeting}/changes?${query}`), query).toEqual(notValid(field))
    for (const wrong of ['x', '0', '1.5', '99999999999']) {
      expect(await refusalOf(`${wrong}/changes`)).toEqual(notValid('meeting'))
      expect(await refusalOf(`${wrong}/commands`, command)).toEqual(notValid('meeting'))
    }
    for (const path of ['changes', 'commands'])
      expect(await refusalOf(`999999/${path}`, path === 'commands' ? command : undefined)).toEqual([
        404,
        false,
        'no-such-meeting',
        undefined,
      ])
    for (const [body, field] of [
      ['{"id":', 'body'],
      [JSON.stringify({ text: 'long'.repeat(10_000) }), 'body'],
      ['"text"', 'body'],
      ['[]', 'id'],
      [JSON.stringify({ id: randomUUID(), kind: 'no:such' }), 'kind'],
      [JSON.stringify({ id: randomUUID(), kind: 'hand:raise', detail: { hand: 'x' } }), 'detail.hand'],
    ] as const)
      expect(await refusalOf(`${meeting}/commands`, body), body.slice(0, 40)).toEqual(notValid(field))
  })

  it('[M81] gives a browser without a device’s cookie one, and takes nothing before it has it', async () => {
    const url = `${app.url}/api/v1/meetings/${meeting}`
    const first = await fetch(`${url}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aCommand(meeting, 'question:ask', { question: randomUUID(), text: 'Why?' })),
    })
    expect(first.status).toBe(400)
    expect(await first.json()).toMatchObject({ reason: 'no-device' })
    expect(first.headers.getSetCookie()[0]).toMatch(
      /^device=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/,
    )
  })

  it('[M12] counts devices that follow, tabs of one once, and not the projector', async () => {
    const cookie = aDeviceCookie()
    const phone = await client('phone', cookie)
    await client('phone', cookie)
    await client('screen')
    await client('phone')
    await phone.until(() => phone.online === 2, 'two online')
    const chair = await client('chair')
    await chair.send('meeting:start', {})
    await chair.send('meeting:close', {})
    expect((await chair.until(({ phase }) => phase === 'closed')).attendance.online).toBe(2)
  })

  it('[M11] does not start when it is cancelled', async () => {
    const chair = await client('chair')
    await database().kysely.updateTable('event').set({ cancelled_at: new Date() }).where('id', '=', meeting).execute()
    expect(await chair.send('meeting:start', {})).toMatchObject({ reason: 'cancelled' })
  })
})
