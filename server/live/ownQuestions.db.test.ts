import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { aDeviceCookie, LiveClient } from '../../test/support/liveClient.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'

onBothDatabases('a device’s own questions', (database) => {
  let app: TestApp
  let officer: SignedIn
  let neighbourhood: number
  let meeting: number
  let chair: LiveClient
  let clients: LiveClient[] = []

  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
    app = await startTestApp(database())
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }])
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    meeting = await aMeeting(database(), { neighbourhood })
    chair = await client('chair', officer.cookie)
    await chair.send('meeting:start', {})
  })
  afterEach(() => {
    for (const client of clients) client.close()
    clients = []
  })

  const client = (as: 'phone' | 'screen' | 'chair', cookie = aDeviceCookie()) => {
    const made = new LiveClient(app.url, meeting, as, cookie)
    clients.push(made)
    return made.ready()
  }
  const asked = async (phone: LiveClient, text: string) => {
    const question = randomUUID()
    expect(await phone.send('question:ask', { question, text })).toMatchObject({ ok: true })
    return question
  }
  /** Two tellings may overtake each other: each says what is so when it is told. */
  const inOrder = (phone: LiveClient) => phone.toldOwn.flat().toSorted((a, b) => a.text.localeCompare(b.text))
  const told = (phone: LiveClient, times: number) =>
    phone.until(() => phone.toldOwn.length >= times, `${times} tellings of its own questions`)

  it('[M75] are told to it, in all its tabs, when the chair hides them or joins them with another, and to nobody else', async () => {
    const cookie = aDeviceCookie()
    const [phone, tab] = [await client('phone', cookie), await client('phone', cookie)]
    const [other, screen] = [await client('phone'), await client('screen', cookie)]
    const [rude, same, good] = [
      await asked(phone, 'Some rude words'),
      await asked(phone, 'The same again'),
      await asked(other, 'A good question'),
    ]
    await chair.send('question:hide', { question: rude, reason: 'Names a person' })
    await chair.send('question:approve', { question: good })
    await chair.send('question:merge', { question: same, into: good })
    for (const one of [phone, tab]) {
      await one.until(() => one.toldOwn.flat().length >= 2, 'both of its own questions')
      expect(inOrder(one)).toEqual([
        { id: rude, text: 'Some rude words', state: 'hidden' },
        { id: same, text: 'The same again', state: 'merged' },
      ])
      expect(one.heard).not.toContain('Names a person')
    }
    // The last of all is told to everyone: what came before it would have come by now.
    await asked(other, 'The last')
    await chair.send('meeting:pause', {})
    for (const one of [other, screen]) {
      await one.until(({ pausedSince }) => pausedSince !== null)
      expect(one.toldOwn).toEqual([])
      expect(one.heard).not.toMatch(/rude words|The same again|Names a person/)
    }
    expect(chair.toldOwn).toEqual([])
  })

  it('[M75] are told when they go out of everybody’s sight, and with many at once in one telling', async () => {
    const [phone, other] = [await client('phone'), await client('phone')]
    const questions = [await asked(phone, 'One'), await asked(phone, 'Two'), await asked(other, 'Three')]
    const [one = '', two = '', three = ''] = questions
    await chair.send('question:approve', { question: one })
    await phone.until(({ questions }) => questions.length === 1)
    await chair.send('questions:hide', { questions, reason: 'A flood' })
    await told(phone, 1)
    await told(other, 1)
    await phone.until(({ questions }) => questions.length === 0)
    expect(inOrder(phone).map(({ id, state }) => [id, state])).toEqual([
      [one, 'hidden'],
      [two, 'hidden'],
    ])
    expect(phone.toldOwn).toHaveLength(1)
    expect(other.toldOwn).toEqual([[{ id: three, text: 'Three', state: 'hidden' }]])
    // Shown again, everyone sees it, and it stands in the state.
    await chair.send('question:approve', { question: two })
    await phone.until(({ questions }) => questions.some(({ id }) => id === two))
  })
})
