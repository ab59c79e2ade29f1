import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'

const dates = '/manage/neighbourhoods/dogger/SP1/priorities/dates'
const feed = '/feeds/neighbourhoods/dogger/SP1.ics'
const meeting = {
  kind: 'meeting',
  title: 'Neighbourhood meeting',
  description: 'Come, and say what matters.',
  place: 'Community hall',
  address: '1 Outer Row',
  day: '2026-12-08',
  starts: '19:00',
  ends: '20:30',
}

onBothDatabases('a neighbourhood’s calendar', (database) => {
  let app: TestApp
  let officer: SignedIn
  let now = new Date('2026-11-24T12:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    const neighbourhoodId = await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    app = await startTestApp(database(), { clock: () => now })
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId }])
  })
  afterAll(() => app.close())

  const calendar = async (path = feed) => {
    const answer = await fetch(app.url + path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const component = new ICAL.Component(ICAL.parse(await answer.text()))
    return { component, events: component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) }
  }
  const add = async (fields: Record<string, string>) =>
    expect((await officer.post(`${dates}/new`, { ...meeting, ...fields })).status).toBe(303)

  it('is there before anything is announced, and nowhere for a place that is not', async () => {
    expect((await calendar()).events).toEqual([])
    expect((await fetch(`${app.url}/feeds/neighbourhoods/dogger/none.ics`)).status).toBe(404)
  })

  it('holds the past year and all that is to come, in both languages', async () => {
    await add({})
    await add({ title: 'Last spring', day: '2026-04-14' })
    await add({ title: 'A year ago', day: '2025-11-24' })
    const { events, component } = await calendar()
    expect(events.map(({ summary }) => summary)).toEqual([
      'A year ago, Silver Pit',
      'Last spring, Silver Pit',
      'Neighbourhood meeting, Silver Pit',
    ])
    expect(component.getFirstPropertyValue('x-wr-calname')).toBe('Meetings and other dates in Silver Pit')
    const welsh = await calendar(`/cy${feed}`)
    expect(welsh.events[0]?.summary).toBe('A year ago, Y Pwll Arian')
    now = new Date('2026-11-25T12:00:00Z')
    expect((await calendar()).events.map(({ summary }) => summary)).not.toContain('A year ago, Silver Pit')
  })

  it('tells of a change and of a cancellation by the same name, with a higher number', async () => {
    const before = (await calendar()).events.at(-1)
    const id = /event-(\d+)@/.exec(before?.uid ?? '')?.[1]
    await officer.post(`${dates}/${id}`, { ...meeting, place: 'Library', revision: '1' })
    const changed = (await calendar()).events.at(-1)
    expect([changed?.uid, changed?.location]).toEqual([before?.uid, 'Library, 1 Outer Row'])
    expect(changed?.sequence).toBe((before?.sequence ?? 0) + 1)
    await officer.post(`${dates}/${id}/cancel`, { revision: '2', cancelled: 'yes' })
    const cancelled = (await calendar()).events.at(-1)
    expect(cancelled?.sequence).toBe((before?.sequence ?? 0) + 2)
    expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    const alone = await calendar(`/neighbourhoods/dogger/SP1/events/${id}.ics`)
    expect(alone.events.map(({ uid, sequence }) => [uid, sequence])).toEqual([[cancelled?.uid, cancelled?.sequence]])
  })
})
