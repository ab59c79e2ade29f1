import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { meetingsBody, oneMeetingBody } from '../../shared/api/meetings.ts'
import type { CommandInput } from '../../shared/live/commands.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { anItem, idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { changePages } from '../database/changePages.ts'

const script = '<script>alert("x")</script>'
const place = '/neighbourhoods/dogger/SP1'

onBothDatabases('meetings in public', (database) => {
  let app: TestApp
  let silverPit = 0
  let next = 0
  let now = new Date('2026-09-20T12:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    silverPit = await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())

  const page = async (path: string) => {
    const answer = await fetch(app.url + path)
    return { status: answer.status, html: parse(await answer.text()) }
  }
  const json = async (path: string) => (await fetch(`${app.url}/api/v1${path}`)).json()
  const feed = async (path = `/feeds${place}.atom`) => (await fetch(app.url + path)).text()
  const send = async <Kind extends CommandInput['kind']>(kind: Kind, detail: object = {}) => {
    const command = { id: crypto.randomUUID(), meeting: next, kind, detail }
    const outcome = await app.context.live.commandAs({ kind: 'chair', isTeam: true }, command as never)
    expect(outcome.ok).toBe(true)
  }

  /** Says that what pages show has changed, as whoever stores something does. */
  const changed = () => changePages(app.context, async () => {})

  it('are honest before there is one', async () => {
    const { html } = await page(`${place}/meetings`)
    expect(html.textContent).toContain('No meeting has been announced here yet')
    expect(html.textContent).toContain('There has been no meeting here yet')
    expect((await page(`/cy${place}/meetings`)).html.textContent).toContain('Nid oes cyfarfod')
    expect((await page('/neighbourhoods/dogger/none/meetings')).status).toBe(404)
    expect(await json(`${place}/meetings`)).toMatchObject({ coming: [], earlier: [] })
    expect((await fetch(`${app.url}/api/v1/meetings/1`)).status).toBe(404)
    expect((await page('/meetings/1/poster')).status).toBe(404)
  })

  it('show the agenda and how to take part, in both languages', async () => {
    next = await aMeeting(database(), {
      neighbourhood: silverPit,
      title: `Priorities ${script}`,
      items: [anItem(1, { title: script, titleWelsh: 'Croeso', lead: script }), anItem(2)],
      accessNotes: 'Step-free',
      location: [2.3, 54.7],
    })
    await aMeeting(database(), {
      neighbourhood: silverPit,
      title: 'Last year',
      startsAt: new Date('2025-09-22T18:00:00Z'),
    })
    await changed()
    const { html } = await page(`${place}/meetings`)
    const article = html.querySelector(`#meeting-${next}`)
    expect(article?.querySelectorAll('.patch-meeting__agenda > li')).toHaveLength(2)
    expect(html.toString()).not.toContain('<script>alert')
    expect(article?.textContent).toContain('Step-free')
    expect(html.querySelector('.patch-small-map__mark')).not.toBeNull()
    expect(html.querySelector('a[href^="webcal:"]')?.getAttribute('href')).toContain(
      '/feeds/neighbourhoods/dogger/SP1.ics',
    )
    expect(html.textContent).toContain('Last year')
    const welsh = await page(`/cy${place}/meetings`)
    expect(welsh.html.querySelector('.patch-meeting__agenda > li')?.textContent).toContain('Croeso')
    expect(welsh.html.querySelector(`a[href="/cy/meetings/${next}"]`)).not.toBeNull()
  })

  it('are on the neighbourhood’s page, and the priorities’', async () => {
    for (const path of [place, `${place}/priorities`]) {
      const { html } = await page(path)
      expect(html.querySelector(`a[href="/meetings/${next}"]`)?.textContent).toContain('Agenda and how to take part')
      expect(html.querySelector(`a[href="${place}/meetings"]`)).not.toBeNull()
    }
  })

  it('have twins that keep their shape', async () => {
    const all = meetingsBody.parse(await json(`${place}/meetings`))
    expect(all.coming.map(({ id }) => id)).toEqual([next])
    expect(all.earlier.map(({ title }) => title)).toEqual(['Last year'])
    expect(all.coming[0]?.plan?.agenda.map(({ id }) => id)).toEqual([idOf(1), idOf(2)])
    const one = oneMeetingBody.parse(await json(`/meetings/${next}`))
    expect(one.meeting).toEqual(all.coming[0])
    expect(one).toMatchObject({ sequence: 1, currentItem: null, startedAt: null })
    for (const id of ['0', 'x', '99999999999', '-1'])
      expect((await fetch(`${app.url}/api/v1/meetings/${id}`)).status).toBe(404)
  })

  it('have a poster with their code, in both languages', async () => {
    const code = meetingsBody.parse(await json(`${place}/meetings`)).coming[0]?.plan?.joinCode ?? ''
    for (const language of ['', '/cy']) {
      const { html, status } = await page(`${language}/meetings/${next}/poster`)
      expect(status).toBe(200)
      expect(html.querySelector('.patch-poster__join')?.textContent).toBe(`${code.slice(0, 3)} ${code.slice(3)}`)
      expect(html.querySelector('svg[role=img]')?.getAttribute('aria-label')).toMatch(
        new RegExp(`${language}/join/${code}$`),
      )
      expect(html.toString()).not.toContain('<script>alert')
    }
  })

  it('tell in the feed of an agenda, and of what changed in it before the start', async () => {
    expect(await feed()).toContain('Agenda: Priorities')
    now = new Date('2026-09-21T12:00:00Z')
    await send('agenda:change', { item: idOf(2), set: { title: 'Harbour at night' } })
    const changed = await feed()
    expect(changed).toContain('Agenda changed: Priorities')
    expect(changed).toContain('2. Harbour at night')
    expect(changed).toContain('2026-09-21T12:00:00')
    expect(await feed(`/cy/feeds${place}.atom`)).toContain('Newid i’r agenda')
    // Lists show it as soon as it is stored.
    expect((await page(`${place}/meetings`)).html.textContent).toContain('Harbour at night')
  })

  it('say that one is on, and when it is over', async () => {
    now = new Date('2026-09-22T18:00:00Z')
    await send('meeting:start')
    expect((await page(`${place}/meetings`)).html.querySelector(`#meeting-${next}`)?.textContent).toContain('On now')
    const one = oneMeetingBody.parse(await json(`/meetings/${next}`))
    expect(one).toMatchObject({ currentItem: idOf(1), startedAt: '2026-09-22T18:00:00.000Z' })
    const before = await feed()
    await send('agenda:drop', { item: idOf(2) })
    expect(await feed()).toBe(before) // what moves while it is on is told on its page
    await send('meeting:close')
    const all = meetingsBody.parse(await json(`${place}/meetings`))
    expect([all.coming, all.earlier.map(({ id }) => id)[0]]).toEqual([[], next])
    expect((await page(`${place}/meetings`)).html.textContent).toContain('minutes have not been published yet')
    await send('minutes:publish')
    const { html } = await page(`${place}/meetings`)
    expect(html.querySelector(`#meeting-${next} a`)?.getAttribute('href')).toBe(`/meetings/${next}/minutes`)
    expect(html.textContent).toContain('Minutes and decisions')
  })

  it('say that one is cancelled, without a way to join', async () => {
    now = new Date('2026-09-23T12:00:00Z')
    const id = await aMeeting(database(), {
      neighbourhood: silverPit,
      title: 'Off',
      startsAt: new Date('2026-10-20T18:00:00Z'),
    })
    await database().kysely.updateTable('event').set({ cancelled_at: now }).where('id', '=', id).execute()
    await changed()
    const { html } = await page(`${place}/meetings`)
    const article = html.querySelector(`#meeting-${id}`)
    expect(article?.textContent).toContain('Cancelled')
    expect(article?.querySelector('.patch-join-code')).toBeNull()
    expect((await page(`/meetings/${id}/poster`)).status).toBe(404)
    expect(await feed()).not.toContain('Agenda: Off')
  })
})
