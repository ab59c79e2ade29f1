import { DOMParser, type Element } from '@xmldom/xmldom'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'

const atom = 'http://www.w3.org/2005/Atom'
const manage = '/manage/neighbourhoods/dogger/a%2Fb%20c/priorities'
const feedPath = '/feeds/neighbourhoods/dogger/a%2Fb%20c.atom'

onBothDatabases('a neighbourhood’s feed', (database) => {
  let app: TestApp
  let officer: SignedIn
  let now = new Date('2026-11-24T12:00:00Z')

  beforeAll(async () => {
    await aForce(database(), { name: 'Dogger & Fisher <Constabulary>' })
    const id = await aNeighbourhood(database(), { code: 'a/b c', name: 'Outer & Inner', nameWelsh: 'Allanol & Mewnol' })
    app = await startTestApp(database(), { clock: () => now })
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: id }])
  })
  afterAll(() => app.close())

  const text = (element: Element, name: string) => element.getElementsByTagNameNS(atom, name)[0]?.textContent
  const read = async (path = feedPath) => {
    const response = await fetch(app.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const wrong: string[] = []
    const parser = new DOMParser({ onError: (level, message) => wrong.push(`${level}: ${message}`) })
    const feed = parser.parseFromString(await response.text(), 'application/xml').documentElement as Element
    expect(wrong).toEqual([])
    expect([feed.namespaceURI, feed.localName]).toEqual([atom, 'feed'])
    const entries = [...feed.getElementsByTagNameNS(atom, 'entry')].map((entry) => ({
      id: text(entry, 'id') ?? '',
      title: text(entry, 'title'),
      titleType: entry.getElementsByTagNameNS(atom, 'title')[0]?.getAttribute('type'),
      updated: text(entry, 'updated'),
      content: text(entry, 'content'),
      link: entry.getElementsByTagNameNS(atom, 'link')[0]?.getAttribute('href'),
    }))
    return { feed, entries }
  }

  it('is a whole feed while it is empty', async () => {
    const { feed, entries } = await read()
    expect(entries).toEqual([])
    expect(text(feed, 'title')).toBe('Outer & Inner: what the team publishes')
    expect(feed.getElementsByTagNameNS(atom, 'name')[0]?.textContent).toBe('Dogger & Fisher <Constabulary>')
    expect(Date.parse(text(feed, 'updated') ?? '')).not.toBeNaN()
    expect((await fetch(`${app.url}/feeds/neighbourhoods/dogger/none.atom`)).status).toBe(404)
  })

  it('tells what is agreed, done, closed, announced, changed and cancelled, each when it happens', async () => {
    const at = (time: string) => {
      now = new Date(time)
    }
    await officer.post(`${manage}/new`, {
      issue: 'Bikes & <boats> ]]> at the stage',
      agreedOn: '2026-11-01',
      why: '<b>Why</b>\u0007',
    })
    const priority = (await database().kysely.selectFrom('priority').select('id').executeTakeFirstOrThrow()).id
    at('2026-11-25T09:00:00Z')
    await officer.post(`${manage}/${priority}/actions/new`, { what: 'Planned only' })
    await officer.post(`${manage}/${priority}/actions/new`, { what: 'Locks given out', doneOn: '2026-11-24' })
    const event = { kind: 'meeting', title: 'Meeting', place: 'Hall', day: '2026-12-08', starts: '19:00' }
    at('2026-11-26T09:00:00Z')
    await officer.post(`${manage}/dates/new`, event)
    const { feed, entries } = await read()
    expect(entries.map((entry) => [entry.title, entry.updated])).toEqual([
      ['Meeting, Tuesday 8 December 2026', '2026-11-26T09:00:00.000Z'],
      ['Done: Bikes &amp; &lt;boats&gt; ]]&gt; at the stage', '2026-11-25T09:00:00.000Z'],
      ['New priority: Bikes &amp; &lt;boats&gt; ]]&gt; at the stage', '2026-11-24T12:00:00.000Z'],
    ])
    expect(text(feed, 'updated')).toBe('2026-11-26T09:00:00.000Z')
    expect(entries.every((entry) => entry.titleType === 'html')).toBe(true)
    expect(entries[2]?.content).toBe('<p>&lt;b&gt;Why&lt;/b&gt;</p><p>Agreed on 1 November 2026.</p>')
    expect(entries[2]?.link).toBe(
      `${app.context.config.publicUrl}/neighbourhoods/dogger/a%2Fb%20c/priorities#priority-${priority}`,
    )

    at('2026-11-27T09:00:00Z')
    await officer.post(`${manage}/${priority}/close`, {
      closedOn: '2026-11-27',
      outcome: 'Fewer stolen',
      revision: '1',
    })
    const dates = await database().kysely.selectFrom('event').select('id').executeTakeFirstOrThrow()
    await officer.post(`${manage}/dates/${dates.id}`, { ...event, starts: '18:00', revision: '1' })
    const later = await read()
    expect(later.entries.map((entry) => entry.title?.split(':')[0]).sort()).toEqual([
      'Changed',
      'Done',
      'New priority',
      'Priority closed',
    ])
    // What was told before keeps its id, and its date unless its own words changed.
    for (const before of entries) {
      const after = later.entries.find((entry) => entry.id === before.id)
      expect(after?.updated).toBe(before.title?.startsWith('Meeting') ? '2026-11-27T09:00:00.000Z' : before.updated)
    }
    await officer.post(`${manage}/dates/${dates.id}/cancel`, { cancelled: 'yes', revision: '2' })
    const { entries: last } = await read()
    expect(last.some((entry) => entry.title === 'Cancelled: Meeting, Tuesday 8 December 2026')).toBe(true)
    expect(last.every(({ id }) => /^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:en\/dogger\/a%2Fb%20c\/[a-z]+\/\d+/.test(id))).toBe(
      true,
    )
    expect(new Set(last.map((entry) => entry.id)).size).toBe(4)
  })

  it('speaks Welsh under /cy, with ids of its own', async () => {
    const [{ entries: english }, { feed, entries }] = [await read(), await read(`/cy${feedPath}`)]
    expect(text(feed, 'title')).toBe('Allanol & Mewnol: yr hyn y mae’r tîm yn ei gyhoeddi')
    expect(entries.some((entry) => entry.title?.startsWith('Blaenoriaeth newydd:'))).toBe(true)
    const all = [...english, ...entries].map((entry) => entry.id)
    expect(new Set(all).size).toBe(8)
  })

  it('is named in the head and the body of the neighbourhood’s page', async () => {
    const html = await (await fetch(`${app.url}/cy/neighbourhoods/dogger/a%2Fb%20c`)).text()
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml" href="/cy${feedPath}"/>`)
    expect(html).toContain(`<a class="govuk-link" href="/cy${feedPath}">`)
  })
})
