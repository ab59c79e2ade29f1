import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Answer, Done } from '../../shared/live/protocol.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { aCommand, aDeviceCookie, LiveClient } from '../../test/support/liveClient.ts'
import { cookieOf } from '../../test/support/signIn.ts'
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

  it('[M37] a flood of ever new devices is stopped and cleared by the chair while the hall goes on asking', async () => {
    const hall = await startTestApp(database(), {
      liveLimits: { newAskersOfAddress: 10_000, newAskersOfMeeting: 10_000, meetingASecond: 10_000 },
    })
    try {
      const fromChair = (kind: 'settings:change' | 'questions:hide', detail: object) =>
        hall.context.live.commandAs({ kind: 'service' }, aCommand(meeting, kind, detail as never) as never)
      const opened = async () => cookieOf(await fetch(`${hall.url}/meetings/${meeting}`))
      const ask = async (cookie: string, language = 'en') => {
        const answer = await fetch(`${hall.url}/api/v1/meetings/${meeting}/commands?language=${language}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify(aQuestion()),
        })
        return (await answer.json()) as Answer<Done>
      }
      const follow = async () => {
        const phone = await new LiveClient(hall.url, meeting, 'phone', await opened()).ready()
        clients.push(phone)
        return phone
      }
      const honest = await opened()
      const onSocket = await follow()
      for (let sent = 0; sent < 500; sent += 50) {
        const answers = await Promise.all(Array.from({ length: 50 }, () => ask(aDeviceCookie())))
        expect(answers.every(({ ok }) => ok)).toBe(true)
      }
      expect(await ask(honest)).toMatchObject({ reason: 'questions-full' })

      expect(await fromChair('settings:change', { knownDevicesOnly: true })).toMatchObject({ ok: true })
      const room = hall.context.live.rooms.peek(meeting)
      const questions = room?.state.questions.map(({ id }) => id) ?? []
      const before = room?.sequence ?? 0
      const hidden = await fromChair('questions:hide', { questions: [], waiting: questions, reason: 'A flood' })
      expect(hidden).toEqual({ ok: true, sequence: before + 1 })
      expect(room?.missedBy('everyone', before).changes.map(({ kind }) => kind)).toEqual(['nothing'])

      expect(await ask(honest)).toMatchObject({ ok: true })
      expect(await onSocket.sendCommand(aQuestion())).toMatchObject({ ok: true })
      // New ones, made up ones, and one that shows the time of another.
      for (const cookie of [await opened(), aDeviceCookie(), `${aDeviceCookie()}; ${honest.split('; ')[1]}`]) {
        expect(await ask(cookie)).toMatchObject({ ok: false, reason: 'new-device' })
        expect(await ask(cookie, 'cy')).toMatchObject({ message: expect.stringContaining('eich un chi yn newydd') })
      }
      expect(await (await follow()).sendCommand(aQuestion())).toMatchObject({ reason: 'new-device' })
    } finally {
      await hall.close()
    }
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
