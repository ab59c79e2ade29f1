import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stateSeenBy } from '../../shared/live/audience.ts'
import { reduce } from '../../shared/live/reduce.ts'
import { emptyMeeting } from '../../shared/live/state.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { aDeviceCookie, LiveClient } from '../../test/support/liveClient.ts'
import { signIn } from '../../test/support/signIn.ts'
import type { Database } from '../database/database.ts'
import { openServer } from '../database/server.ts'
import { readLog } from './log.ts'

const secret = 'the same in both processes, as it has to be'

describe.skipIf(!process.env['TEST_DATABASE_URL'])('two processes on one database', () => {
  let opened: TestDatabase
  let second: Database
  let apps: [TestApp, TestApp]
  let cookie: string
  let meeting: number
  let clients: LiveClient[] = []

  beforeAll(async () => {
    opened = await openTestDatabase('server')
    second = openServer(opened.url ?? '')
    await aForce(opened.database)
    const neighbourhood = await aNeighbourhood(opened.database)
    const start = (database: Database) => startTestApp(database, {}, { SECRET: secret })
    apps = [await start(opened.database), await start(second)]
    cookie = (await signIn(apps[0], [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])).cookie
  })
  afterAll(async () => {
    for (const app of apps) await app.close()
    await second.close()
    await opened.remove()
  })
  beforeEach(async () => {
    const [{ id }] = (await opened.database.kysely.selectFrom('neighbourhood').select('id').execute()) as [
      { id: number },
    ]
    meeting = await aMeeting(opened.database, { neighbourhood: id })
  })
  afterEach(() => {
    for (const client of clients) client.close()
    clients = []
  })

  const client = (process: 0 | 1, as: 'phone' | 'chair', device = aDeviceCookie()) => {
    const made = new LiveClient(apps[process].url, meeting, as, as === 'chair' ? cookie : device)
    clients.push(made)
    return made.ready()
  }
  const logged = async () => (await readLog(opened.database.kysely, meeting, 0)).changes.reduce(reduce, emptyMeeting)

  it('[M2] show the same order of changes, whichever of them stores a change', async () => {
    const [one, other] = [await client(0, 'chair'), await client(1, 'chair')]
    await one.send('meeting:start', {})
    const rounds = Array.from({ length: 40 }, (_, round) => round)
    const answers = await Promise.all(
      rounds.flatMap((round) =>
        [one, other].map((chair) => chair.send('queue:add', { hand: randomUUID(), name: `${round}` })),
      ),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(new Set(answers.map((answer) => answer.ok && answer.sequence)).size).toBe(80)
    for (const chair of [one, other]) {
      await chair.until(({ sequence }) => sequence === 82)
      expect(chair.state).toEqual(await logged())
      expect(chair.taken).toEqual(Array.from({ length: 82 }, (_, index) => index + 1).slice(-chair.taken.length))
    }
  })

  it('[M21] move on by one when a chair at each presses next at once', async () => {
    const [one, other] = [await client(0, 'chair'), await client(1, 'chair')]
    await one.send('meeting:start', {})
    await other.until(({ phase }) => phase === 'running')
    const answers = await Promise.all([one, other].map((chair) => chair.send('meeting:next', { from: idOf(1) })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await logged()).currentItem).toBe(idOf(2))
  })

  it('[M4] answer a command that the other has stored as that one did', async () => {
    const [one, other] = [await client(0, 'chair'), await client(1, 'chair')]
    const command = { id: randomUUID(), meeting, kind: 'meeting:start' as const, detail: {} }
    const answers = await Promise.all([one, other, one, other].map((chair) => chair.sendCommand(command)))
    expect(answers.map((answer) => answer.ok && answer.sequence)).toEqual([2, 2, 2, 2])
  })

  it('[M32] count a device once, also when it comes back to the other process', async () => {
    const chair = await client(0, 'chair')
    await chair.send('meeting:start', {})
    const question = randomUUID()
    await chair.send('question:add', { question, text: 'Why?' })
    const device = aDeviceCookie()
    await (await client(0, 'phone', device)).send('question:back', { question })
    const elsewhere = await client(1, 'phone', device)
    expect(elsewhere.own?.backed).toEqual([question])
    await elsewhere.send('question:back', { question })
    expect((await logged()).questions[0]?.backings).toBe(1)
  })

  it('[M75] tell the device that asked what became of its question, whichever of them it follows', async () => {
    const chair = await client(0, 'chair')
    await chair.send('meeting:start', {})
    const device = aDeviceCookie()
    const [asker, other] = [await client(1, 'phone', device), await client(1, 'phone')]
    const question = randomUUID()
    await asker.send('question:ask', { question, text: 'Why?' })
    await chair.until(({ questions }) => questions.length === 1)
    await chair.send('question:hide', { question, reason: 'Rude' })
    await asker.until(() => asker.toldOwn.length > 0, 'what became of its question')
    expect(asker.toldOwn).toEqual([[{ id: question, text: 'Why?', state: 'hidden' }]])
    await chair.send('meeting:pause', {})
    await other.until(({ pausedSince }) => pausedSince !== null)
    expect(other.toldOwn).toEqual([])
  })

  it('[M12] add up who is online', async () => {
    const here = await client(0, 'phone')
    await client(1, 'phone')
    await client(1, 'phone')
    await here.until(() => here.online === 3, 'three online')
  })

  it('[M19] heal a lost notification within some seconds, and hear of each other again after the database dropped them', async () => {
    const [chair, phone] = [await client(0, 'chair'), await client(1, 'phone')]
    const { rows } = await opened.database.kysely.executeQuery<{ n: number }>(
      (await import('kysely')).sql`select count(pg_terminate_backend(pid))::integer as n from pg_stat_activity
        where application_name = 'our-patch-listen' and datname = current_database()`.compile(opened.database.kysely),
    )
    expect(rows[0]?.n).toBeGreaterThanOrEqual(6)
    await chair.send('meeting:start', {})
    await phone.until(({ phase }) => phase === 'running')
    await expect
      .poll(
        async () => {
          const started = performance.now()
          const pausing = phone.state.pausedSince === null
          await chair.send(pausing ? 'meeting:pause' : 'meeting:resume', {})
          await phone.until(({ pausedSince }) => (pausedSince !== null) === pausing)
          return performance.now() - started
        },
        { timeout: 10_000, interval: 300 },
      )
      .toBeLessThan(150)
    expect(phone.state).toEqual(stateSeenBy('everyone', await logged()))
  })
})
