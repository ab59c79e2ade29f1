import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Response } from 'express'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { liveNamespace } from '../../shared/live/protocol.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { LiveClient } from '../../test/support/liveClient.ts'
import { signIn } from '../../test/support/signIn.ts'
import { chairOf, makeChairLink, takeChair } from './chair.ts'
import { chairLinksOf, endChairLink } from './queries.ts'

onBothDatabases('chairing a meeting', (database) => {
  let app: TestApp
  let neighbourhood: number
  let meeting: number
  let clients: LiveClient[] = []

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
    app = await startTestApp(database())
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    meeting = await aMeeting(database(), { neighbourhood })
  })
  afterEach(() => {
    for (const client of clients) client.close()
    clients = []
  })

  const link = (of: number, days = 7) => {
    const expiresAt = new Date(Date.now() + days * 86_400_000)
    return database().transaction((handle) =>
      makeChairLink(handle, { meeting: of, name: 'Amina', madeBy: null, expiresAt }, new Date()),
    )
  }
  /** What the link's button sets. */
  async function taken(of: number, token: string): Promise<string | undefined> {
    const cookies: string[] = []
    const response = { append: (_name: string, value: string) => cookies.push(value) } as unknown as Response
    const done = await takeChair(app.context, response, of, token)
    return done ? cookies[0] : undefined
  }
  const cookieOfLink = async (of: number, token: string) => (await taken(of, token))?.split(';')[0] ?? ''

  it('[M14] is for the team in its place and for a resident with a link, each of one meeting', async () => {
    const other = await aMeeting(database(), { neighbourhood })
    const officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])
    expect(await chairOf(app.context, { cookie: officer.cookie }, meeting)).toMatchObject({
      isTeam: true,
      name: 'A. Example',
      person: { id: officer.id },
    })
    const cookie = await cookieOfLink(meeting, await link(meeting))
    expect(await chairOf(app.context, { cookie }, meeting)).toEqual({ isTeam: false, name: 'Amina', person: null })
    expect(await chairOf(app.context, { cookie: cookie.replace(`${meeting}`, `${other}`) }, other)).toBeNull()
    expect(await chairOf(app.context, {}, meeting)).toBeNull()
    expect(await chairOf(app.context, { cookie }, 999_999)).toBeNull()
  })

  it('[M15] by a link needs its button, which sets a cookie that no script and no other site can use', async () => {
    const set = await taken(meeting, await link(meeting))
    expect(set).toMatch(new RegExp(`^chair-${meeting}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=\\d+$`))
    expect(await taken(meeting, 'x'.repeat(43))).toBeUndefined()
    expect(await taken(meeting, await link(meeting, -1))).toBeUndefined()
  })

  it('[M16] by a link ends when the link is ended, on the line that is open too', async () => {
    const cookie = await cookieOfLink(meeting, await link(meeting))
    const chair = await new LiveClient(app.url, meeting, 'chair', cookie).ready()
    clients.push(chair)
    expect(await chair.send('meeting:start', {})).toMatchObject({ ok: true })
    const [listed] = await chairLinksOf(database().kysely, meeting)
    expect(listed).toMatchObject({ name: 'Amina', endedAt: null })
    expect(await endChairLink(database(), meeting, listed?.id ?? 0, new Date())).toBe(true)
    expect(await chair.send('meeting:next', { from: idOf(1) })).toMatchObject({ reason: 'not-allowed' })
  })

  it('[M17] is not for another site’s page', async () => {
    const opens = (extraHeaders: Record<string, string>) => {
      const socket = io(app.url + liveNamespace, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders,
      })
      return new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true))
        socket.once('connect_error', () => resolve(false))
      }).finally(() => socket.disconnect())
    }
    expect(await opens({ origin: 'https://elsewhere.example' })).toBe(false)
    expect(await opens({ 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(await opens({ origin: app.url })).toBe(true)
    expect(await opens({})).toBe(true)
  })

  it('[M18] goes on after the process has ended in good order and another has come', async () => {
    const port = await freePort()
    const start = () => startTestApp(database(), {}, { PORT: String(port) })
    let mine = await start()
    const cookie = await cookieOfLink(meeting, await link(meeting))
    const chair = await new LiveClient(`http://127.0.0.1:${port}`, meeting, 'chair', cookie).ready()
    clients.push(chair)
    await chair.send('meeting:start', {})
    const ending = performance.now()
    await mine.close()
    expect(performance.now() - ending).toBeLessThan(2000)
    mine = await start()
    try {
      expect(await chair.sendSurely({ id: idOf(90), meeting, kind: 'meeting:pause', detail: {} })).toMatchObject({
        ok: true,
      })
      await chair.until(({ pausedSince }) => pausedSince !== null)
      chair.close()
    } finally {
      await mine.close()
    }
  })
})

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}
