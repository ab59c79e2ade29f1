import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PublishedStandard } from '../../shared/standards/standard.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aConcern } from '../../test/support/builders/concerns.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { anItem, idOf } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { aDeviceCookie } from '../../test/support/liveClient.ts'
import { postForm } from '../../test/support/signIn.ts'
import { addAction, addPriority } from '../priorities/changes.ts'
import { addVersion } from '../standards/versionQueries.ts'

onBothDatabases('the live panels of an agenda item', (database) => {
  let app: TestApp
  let now = new Date('2026-11-24T12:00:00Z')
  let silverPit: number
  let meeting: number
  let empty: number

  beforeAll(async () => {
    await aForce(database())
    silverPit = await aNeighbourhood(database(), { residents: 4_200 })
    const outer = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit', box: undefined })
    for (const month of ['2025-09', '2026-09'] as const)
      await aPublication(database(), {
        month,
        publishedAt: '2026-11-01T09:00:00Z',
        incidents: [{ at: [2.3, 54.7], count: month === '2026-09' ? 7 : 5, category: 'burglary' }],
      })
    const shows = ['figures', 'standards', 'concerns', 'priorities'] as const
    const items = [anItem(1, { shows: [...shows] }), anItem(2, { shows: ['concerns'] }), anItem(3)]
    meeting = await aMeeting(database(), { neighbourhood: silverPit, items })
    empty = await aMeeting(database(), { neighbourhood: outer, items })
    await database().transaction(async (handle) => {
      const priority = {
        issue: 'Speeding <b>on</b> Outer Row',
        why: '',
        owner: '',
        agreedOn: '2026-10-01',
        dueOn: null,
      }
      const id = await addPriority(handle, silverPit, priority, now)
      await addAction(handle, id, { what: 'Speed checks', owner: '', plannedFor: null, doneOn: '2026-10-20' }, now)
      const standard: PublishedStandard = {
        key: 'meetings',
        promise: 'We come to <i>every</i> meeting',
        promiseWelsh: 'Rydym yn dod i bob cyfarfod',
        measure: 'not-kept',
        terms: {},
        source: '',
        origin: 'neighbourhood',
        since: new Date('2026-10-01T00:00:00Z'),
      }
      const signed = { number: 1, publishedAt: standard.since, signedName: 'A', signedRole: 'Sergeant' }
      await addVersion(handle, silverPit, { ...signed, standards: [standard] }, null)
    })
    for (const words of ['<script>alert(1)</script>', 'Two', 'Three', 'Four', 'Five', 'Six'])
      await aConcern(database(), { neighbourhoodId: silverPit, at: now, shown: true, words })
    await aConcern(database(), { neighbourhoodId: silverPit, at: now, words: 'Waiting words' })
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())

  const get = async (item: number | string, of = meeting, prefix = '') => {
    const answer = await fetch(
      `${app.url}${prefix}/meetings/${of}/panels/${typeof item === 'number' ? idOf(item) : item}`,
    )
    return { answer, html: await answer.text() }
  }

  it('are drawn from what the service knows, with source and as-of, in the order of the item', async () => {
    const { answer, html } = await get(1)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, no-cache')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const panels = parse(html).querySelectorAll('.patch-live-panel')
    expect(panels.map((panel) => panel.querySelector('h2')?.textContent)).toEqual([
      'What the figures say',
      'What was promised, and whether it was met this quarter',
      'What residents put forward',
      'Open priorities, and what was done',
    ])
    const [figures, standards, concerns, priorities] = panels.map((panel) => panel.textContent)
    expect(figures).toMatch(/7 .*5 /s)
    expect(figures).toContain('4,200')
    expect(figures).toContain('1 November 2026')
    expect(standards).toContain('We come to <i>every</i> meeting')
    expect(standards).toContain('As of 24 November 2026 at 12:00')
    expect(concerns).toContain('1 device backed this')
    expect(concerns).toContain('1 more is in the whole list.')
    expect(priorities).toContain('Done on 20 October 2026')
    expect(html).not.toMatch(/<script|<i>every|<b>on|Waiting words/)
    // Any number of them may stand in one page.
    expect(html).not.toMatch(/ id="/)
  })

  it('speak Welsh under /cy and lead to Welsh pages', async () => {
    const { html } = await get(1, meeting, '/cy')
    expect(html).toContain('Yr hyn y mae trigolion yn ei godi')
    expect(html).toContain('Rydym yn dod i bob cyfarfod')
    expect(html).toContain('href="/cy/neighbourhoods/dogger/SP1/concerns"')
  })

  it('say so where there is nothing, and are empty for an item that shows none', async () => {
    const { html } = await get(1, empty)
    const text = parse(html).textContent
    expect(text).toContain('Nothing is shown here at the moment.')
    expect(text).toContain('No priorities are open here.')
    expect(parse(html).querySelectorAll('.patch-live-panel')).toHaveLength(4)
    expect(await get(3)).toMatchObject({ html: '' })
  })

  it('follow the agenda and the counts at once, and what no process was told of within ten seconds', async () => {
    expect(parse((await get(2)).html).querySelectorAll('.patch-live-panel')).toHaveLength(1)
    await app.context.live.commandAs({ kind: 'chair', isTeam: true }, {
      id: crypto.randomUUID(),
      meeting,
      kind: 'agenda:change',
      detail: { item: idOf(2), set: { shows: ['priorities', 'concerns'] } },
    } as never)
    const before = await get(2)
    expect(parse(before.html).querySelectorAll('.patch-live-panel')).toHaveLength(2)
    const { id } = await database()
      .kysely.selectFrom('concern')
      .where('words', '=', 'Two')
      .select('id')
      .executeTakeFirstOrThrow()
    const command = (kind: string, detail: object) =>
      app.context.live.commandAs({ kind: 'chair', isTeam: true }, {
        id: crypto.randomUUID(),
        meeting,
        kind,
        detail,
      } as never)
    await command('meeting:start', {})
    await command('meeting:goto', { item: idOf(2) })
    const screen = async () => (await fetch(`${app.url}/meetings/${meeting}/screen`)).text()
    expect(await screen()).not.toContain('2 devices backed this')
    const backed = await postForm(
      `${app.url}/neighbourhoods/dogger/SP1/concerns/${id}/back`,
      {},
      { cookie: aDeviceCookie() },
    )
    expect(backed.status).toBe(303)
    expect((await get(2)).html).toContain('2 devices backed this')
    expect(await screen()).toContain('2 devices backed this')
    const held = await get(2)
    await database().kysely.updateTable('concern').set({ backings: 9 }).where('words', '=', 'Two').execute()
    expect((await get(2)).html).toBe(held.html)
    now = new Date(now.getTime() + 11_000)
    expect((await get(2)).html).toContain('9 devices backed this')
  })

  it('are none of a meeting or an item that is not there', async () => {
    for (const [item, of] of [
      [9, meeting],
      ['x', meeting],
      [1, 999_999],
    ] as const)
      expect((await get(item, of)).answer.status).toBe(404)
    expect((await fetch(`${app.url}/meetings/x/panels/${idOf(1)}`)).status).toBe(404)
  })
})
