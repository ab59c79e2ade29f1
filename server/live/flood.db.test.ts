import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Answer, Done } from '../../shared/live/protocol.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { aCommand, aDeviceCookie, LiveClient } from '../../test/support/liveClient.ts'
import { readLog } from './log.ts'

onBothDatabases('a meeting that is flooded', (database) => {
  let app: TestApp
  let neighbourhood: number
  let meeting: number
  const clients: LiveClient[] = []

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
    app = await startTestApp(database(), {
      liveLimits: { newAskersOfAddress: 30, messagesAtOnce: 10, messagesASecond: 2 },
    })
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    meeting = await aMeeting(database(), { neighbourhood })
    await app.context.live.commandAs({ kind: 'service' }, aCommand(meeting, 'meeting:start', {}) as never)
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.close()
  })

  const asked = async () =>
    (await readLog(database().kysely, meeting, 0)).changes.filter(({ kind }) => kind === 'question:asked').length
  const aQuestion = () => aCommand(meeting, 'question:ask', { question: randomUUID(), text: 'Buy my pills' })

  it('[M31] takes three questions of a device that sends a thousand', async () => {
    const phone = await new LiveClient(app.url, meeting, 'phone').ready()
    clients.push(phone)
    const answers = await Promise.all(Array.from({ length: 1000 }, () => phone.sendCommand(aQuestion())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.some((answer) => !answer.ok && answer.reason === 'too-fast' && (answer.retryAfterMs ?? 0) > 0)).toBe(
      true,
    )
    expect(phone.socket.connected).toBe(true)
    expect(await asked()).toBe(3)
  })

  it('[M91] takes few questions of a device that throws its cookie away each time', async () => {
    const answers = []
    for (let sent = 0; sent < 60; sent += 1) {
      const answer = await fetch(`${app.url}/api/v1/meetings/${meeting}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: aDeviceCookie() },
        body: JSON.stringify(aQuestion()),
      })
      answers.push({
        status: answer.status,
        wait: answer.headers.get('retry-after'),
        body: (await answer.json()) as Answer<Done>,
      })
    }
    expect(await asked()).toBeLessThanOrEqual(30)
    const last = answers.at(-1)
    expect(last).toMatchObject({ status: 429, body: { reason: 'too-fast' } })
    expect(Number(last?.wait)).toBeGreaterThan(0)
  })

  it('[M94] closes the line on a message that is larger than any can be, and answers the next', async () => {
    const phone = await new LiveClient(app.url, meeting, 'phone').ready()
    clients.push(phone)
    const closed = new Promise((resolve) => phone.socket.once('disconnect', resolve))
    phone.socket.emit('meeting:command', { ...aQuestion(), detail: { text: 'x'.repeat(40_000) } } as never, () => {})
    await closed
    expect(await phone.sendSurely(aCommand(meeting, 'question:back', { question: randomUUID() }))).toMatchObject({
      reason: 'no-such-question',
    })
  })
})
