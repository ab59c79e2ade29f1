import { randomUUID } from 'node:crypto'
import { parse } from 'node-html-parser'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { minutesBody } from '../../../shared/api/minutes.ts'
import { type CommandKind, readCommand } from '../../../shared/live/commands.ts'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../../test/support/builders/crime.ts'
import { aMeeting } from '../../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../../test/support/database.ts'
import { aDeviceCookie, LiveClient } from '../../../test/support/liveClient.ts'
import { cookieOf, postForm, type SignedIn, signIn } from '../../../test/support/signIn.ts'
import { forgetFeedbackJob } from './forgetFeedbackJob.ts'

const begun = new Date('2026-09-22T18:00:00Z')
const secret = 'the same in every process of this test'

onBothDatabases('how useful a meeting was', (database) => {
  let app: TestApp
  let now = begun
  let amina: SignedIn
  let neighbourhood: number
  let meeting: number
  const apps: TestApp[] = []
  const clients: LiveClient[] = []

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
    app = await startTestApp(database(), { clock: () => now }, { SECRET: secret })
    amina = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    now = begun
    await database().kysely.deleteFrom('event').execute()
    meeting = await aMeeting(database(), { neighbourhood, title: 'Autumn meeting' })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close()
    for (const other of apps.splice(0)) await other.close()
  })

  const minute = (after: number) => {
    now = new Date(begun.getTime() + after * 60_000)
  }
  const send = async (kind: CommandKind, to = app) => {
    const read = readCommand({ id: randomUUID(), meeting, kind, detail: {} })
    if (!read.ok) throw new Error(kind)
    expect(await to.context.live.commandAs({ kind: 'chair', isTeam: true }, read.command)).toMatchObject({ ok: true })
  }
  const feedback = (of = meeting) => `${app.url}/meetings/${of}/feedback`
  /** Opens a page as a browser: what it holds, and what it is given. */
  const opened = async (path: string, cookie = '') =>
    [cookie, cookieOf(await fetch(app.url + path, { headers: { cookie } }))].filter(Boolean).join('; ')
  /** A phone that opens the meeting's page while it runs. */
  const follower = () => opened(`/meetings/${meeting}`)
  const answer = (cookie: string, fields: Record<string, string> = { usefulness: '5' }, of = meeting) =>
    postForm(feedback(of), fields, { cookie })
  const told = async (cookie: string, path = `/meetings/${meeting}/feedback`) =>
    parse(await (await fetch(app.url + path, { headers: { cookie } })).text()).querySelector('main')?.textContent ?? ''
  const answers = () => database().kysely.selectFrom('meeting_feedback').selectAll().orderBy('id').execute()
  const start = () => send('meeting:start')
  const close = async () => {
    minute(45)
    await send('meeting:close')
    minute(60)
  }

  it('[M64] is not asked of a device that comes after the close, in either language, whatever it makes up', async () => {
    const before = await opened(`/meetings/${meeting}`)
    await start()
    const followed = await follower()
    await close()
    const late = await opened(`/meetings/${meeting}`, await opened(`/meetings/${meeting}/feedback`))
    expect(late).not.toContain('followed')
    const mark = /followed=[^;]+/.exec(followed)?.[0] ?? ''
    expect(mark).toMatch(/^followed=[0-9a-f]{32}$/)
    for (const cookie of ['', late, before, `${late}; ${mark}`, mark, `${late}; followed=${'0'.repeat(32)}`]) {
      const refused = await answer(cookie)
      expect([cookie, refused.status]).toEqual([cookie, 403])
      expect(await refused.text()).toContain('Only those who followed this meeting on a device are asked')
      expect(await told(cookie)).toContain('Only those who followed this meeting on a device are asked')
    }
    expect(await told(late, `/cy/meetings/${meeting}/feedback`)).toContain('Dim ond y rhai a ddilynodd y cyfarfod hwn')
    expect(await (await fetch(feedback(), { headers: { cookie: late } })).text()).not.toContain('<form method="post"')
    expect(await answers()).toEqual([])
  })

  it('[M64] is asked of a device that opened the page while it ran, without script, once', async () => {
    await start()
    const cookie = await follower()
    expect((await answer(cookie)).status).toBe(409)
    await close()
    expect(await (await fetch(feedback(), { headers: { cookie } })).text()).toContain('<form method="post"')
    expect((await answer(cookie, {})).status).toBe(422)
    expect((await answer(cookie, { usefulness: '5', why: 'Clear words' })).headers.get('location')).toBe(
      `/meetings/${meeting}/feedback?thanks`,
    )
    expect((await answer(cookie, { usefulness: '1' })).status).toBe(303)
    expect(await told(cookie)).toContain('This device has answered already')
    expect(await answers()).toMatchObject([{ usefulness: 5, why: 'Clear words' }])
    expect(
      parse(await (await amina.get(`/manage/meetings/${meeting}/minutes`)).text()).querySelector('main')?.textContent,
    ).toContain('Clear words')
  })

  it('[M64] is asked of a phone that waited for the start and followed by socket, once it has asked by HTTP', async () => {
    const cookie = await opened(`/meetings/${meeting}`)
    expect(cookie).not.toContain('followed')
    const phone = await new LiveClient(app.url, meeting, 'phone', cookie).ready()
    clients.push(phone)
    await start()
    await phone.until(({ phase }) => phase === 'running')
    const twin = `/api/v1/meetings/${meeting}/changes?after=${phone.state.sequence}&as=`
    for (const as of ['screen', 'phone&language=xx']) expect(await opened(twin + as, cookie)).toBe(cookie)
    const marked = await opened(`${twin}phone`, cookie)
    // It has it now: what it asks for again and again brings it once.
    expect(await opened(`${twin}phone`, marked)).toBe(marked)
    await close()
    expect(await opened(`${twin}phone`, cookie)).toBe(cookie)
    expect((await answer(marked)).status).toBe(303)
    expect(await answers()).toHaveLength(1)
  })

  it('[M64] gives the mark to the browser alone: for this meeting’s addresses, of both languages, without a row', async () => {
    await start()
    const given = await fetch(`${app.url}/meetings/${meeting}`)
    const marks = given.headers.getSetCookie().filter((set) => set.startsWith('followed='))
    expect(marks.map((set) => /Path=([^;]+)/.exec(set)?.[1])).toEqual([
      `/meetings/${meeting}`,
      `/cy/meetings/${meeting}`,
      `/api/v1/meetings/${meeting}`,
    ])
    for (const set of marks) expect(set).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=2505600$/)
    expect(given.headers.get('cache-control')).toBe('no-store')
    const device = /device=([^;]+)/.exec(cookieOf(given))?.[1] ?? ''
    for (const table of ['meeting_device_act', 'meeting_feedback', 'meeting_presence'] as const)
      expect(await database().kysely.selectFrom(table).selectAll().where('meeting_id', '=', meeting).execute()).toEqual(
        [],
      )
    const kept = JSON.stringify(await database().kysely.selectFrom('meeting_change').selectAll().execute())
    expect(kept).not.toContain(device)
    expect((await fetch(`${app.url}/meetings/${meeting}/screen`)).headers.getSetCookie().join()).not.toContain(
      'followed',
    )
  })

  it('[M64] takes no mark of another meeting, and knows its own after a restart', async () => {
    const other = await aMeeting(database(), { neighbourhood, title: 'Another' })
    await start()
    const cookie = await follower()
    await close()
    const first = meeting
    meeting = other
    await start()
    await close()
    expect((await answer(cookie)).status).toBe(403)
    const again = await startTestApp(database(), { clock: () => now }, { SECRET: secret })
    apps.push(again)
    expect((await postForm(`${again.url}/meetings/${first}/feedback`, { usefulness: '4' }, { cookie })).status).toBe(
      303,
    )
    expect(await answers()).toMatchObject([{ meeting_id: first, usefulness: 4 }])
  })

  it('[M95] lets a hall of a hundred behind one address through at once', async () => {
    await start()
    const hall = await Promise.all(Array.from({ length: 100 }, follower))
    await close()
    const statuses = await Promise.all(hall.map(async (cookie) => (await answer(cookie)).status))
    expect(statuses.filter((status) => status === 303)).toHaveLength(100)
    expect(await answers()).toHaveLength(100)
  })

  it('[M95] refuses with a sentence what is too much of one address or about one meeting, and keeps what was typed', async () => {
    for (const limits of [{ answersOfAddress: 3 }, { answersOfMeeting: 3 }]) {
      const small = await startTestApp(database(), { clock: () => now, liveLimits: limits }, { SECRET: secret })
      apps.push(small)
      meeting = await aMeeting(database(), { neighbourhood })
      await start()
      const cookies = [await follower(), await follower(), await follower(), await follower()] as const
      await close()
      const sent = (cookie: string) =>
        postForm(`${small.url}/meetings/${meeting}/feedback`, { usefulness: '4', why: 'Kept words' }, { cookie })
      for (const cookie of cookies.slice(0, 3)) expect((await sent(cookie)).status).toBe(303)
      // Whoever has answered, or never followed, takes nobody's place.
      expect((await sent(cookies[0])).status).toBe(303)
      expect((await sent(aDeviceCookie())).status).toBe(403)
      const refused = await sent(cookies[3])
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      const html = await refused.text()
      expect(html).toContain('Wait a minute, then send again')
      expect(html).toContain('Kept words')
    }
    expect(await answers()).toHaveLength(6)
  })

  it('is asked for 28 days; then devices are forgotten, and reasons 90 days later', async () => {
    await start()
    const [cookie, slow] = [await follower(), await follower()]
    await close()
    await answer(cookie, { usefulness: '5', why: 'Clear words' })
    minute(60 * 24 * 29)
    expect((await answer(slow)).status).toBe(409)
    await forgetFeedbackJob(app.context).run()
    expect(await answers()).toMatchObject([{ device_hash: null, why: 'Clear words' }])
    minute(60 * 24 * 120)
    await forgetFeedbackJob(app.context).run()
    expect(await answers()).toMatchObject([{ usefulness: 5, why: '' }])
  })

  it('stands in the minutes as a share with its interval, from five answers on, with what it covers', async () => {
    await start()
    const cookies = await Promise.all(Array.from({ length: 5 }, follower))
    await close()
    await send('minutes:publish')
    const page = () => told('', `/meetings/${meeting}/minutes`)
    const twin = async () =>
      minutesBody.parse(await (await fetch(`${app.url}/api/v1/meetings/${meeting}/minutes`)).json()).usefulness
    expect(await page()).toContain('Nobody has answered yet')
    for (const [index, usefulness] of ['5', '4', '4', '2'].entries()) await answer(cookies[index] ?? '', { usefulness })
    expect(await page()).toContain('Fewer than five devices have answered')
    expect(await twin()).toEqual({ answers: null, useful: null, share: null, low: null, high: null })
    await answer(cookies[4] ?? '', { usefulness: '5' })
    expect(await page()).toMatch(/4 of 5 who answered found it useful \(80%\)\..*between 38% and 96%/)
    expect(await page()).toContain('Those who were in the hall without one are not among the answers')
    expect(await twin()).toMatchObject({ answers: 5, useful: 4, share: 0.8 })
  })
})
