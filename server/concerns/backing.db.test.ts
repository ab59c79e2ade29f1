import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { concernsBody } from '../../shared/api/concerns.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aConcern } from '../../test/support/builders/concerns.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { cookieOf, postForm } from '../../test/support/signIn.ts'

const page = '/neighbourhoods/dogger/SP1/concerns'

onBothDatabases('backing a concern without JavaScript', (database) => {
  let app: TestApp
  let now = new Date('2026-11-24T10:00:00Z')
  let silverPit: number
  let outer: number

  beforeAll(async () => {
    await aForce(database())
    silverPit = await aNeighbourhood(database())
    outer = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit', box: [2.4, 54.69, 2.44, 54.71] })
    await aPublication(database(), { month: '2026-09', incidents: [{ at: [2.3, 54.7] }] })
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    await database().kysely.deleteFrom('concern').execute()
    now = new Date(now.getTime() + 60_000)
  })

  const shown = (given: object = {}) =>
    aConcern(database(), { neighbourhoodId: silverPit, at: now, shown: true, ...given })
  const act = (what: 'back' | 'unback', id: number, cookie = '', at = page) =>
    postForm(`${app.url}${at}/${id}/${what}`, {}, { cookie })
  const device = (text = 'A') => `device=${text.repeat(22)}`
  const listed = async (cookie = '') => parse(await (await fetch(app.url + page, { headers: { cookie } })).text())
  const devices = async (id: number) =>
    (await database().kysely.selectFrom('concern').where('id', '=', id).select('backings').executeTakeFirst())?.backings

  it('counts once a cookie has come back, and the device sees what it backed', async () => {
    const { id } = await shown()
    const first = await act('back', id)
    expect(first.status).toBe(307)
    expect(await devices(id)).toBe(1)
    const cookie = cookieOf(first)
    const again = await postForm(app.url + (first.headers.get('location') ?? ''), {}, { cookie })
    expect([again.status, again.headers.get('location')]).toEqual([303, `${page}#concern-${id}`])
    const html = await listed(cookie)
    expect(html.querySelector(`#concern-${id}`)?.textContent).toContain('2 devices backed this This device backed it.')
    expect(html.querySelector(`#concern-${id} form`)?.getAttribute('action')).toBe(`${page}/${id}/unback`)
    expect((await fetch(app.url + page, { headers: { cookie } })).headers.get('cache-control')).toBe('no-store')
    // Without the cookie nothing is said of any device, and the count is the same.
    const anyone = async () => (await listed()).querySelector(`#concern-${id}`)?.textContent
    expect(await anyone()).toContain('2 devices backed this')
    expect(await anyone()).not.toContain('This device')
    expect((await act('unback', id, cookie)).status).toBe(303)
    expect(await devices(id)).toBe(1)
    expect((await listed(cookie)).querySelector(`#concern-${id}`)?.textContent).toContain('1 device backed this')
    expect(await anyone()).toContain('1 device backed this')
  })

  it('counts nothing of a browser that keeps no cookies, and says so', async () => {
    const { id } = await shown()
    const first = await act('back', id)
    const again = await postForm(app.url + (first.headers.get('location') ?? ''), {})
    expect(again.headers.get('location')).toBe(`${page}?cookies=none`)
    expect(await (await fetch(`${app.url}${page}?cookies=none`)).text()).toContain('This browser keeps no cookies')
    expect(await devices(id)).toBe(1)
  })

  it('counts a device once however often and however fast it is pressed', async () => {
    const { id } = await shown()
    await Promise.all(Array.from({ length: 20 }, () => act('back', id, device())))
    expect(await devices(id)).toBe(2)
    await Promise.all(Array.from({ length: 5 }, () => act('unback', id, device())))
    expect(await devices(id)).toBe(1)
    await Promise.all(['B', 'C', 'D', 'E'].map((text) => act('back', id, device(text))))
    expect(await devices(id)).toBe(5)
    const { n } = await database()
      .kysely.selectFrom('concern_backing')
      .where('concern_id', '=', id)
      .select((all) => all.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(Number(n)).toBe(5)
  })

  it('stores another hash of a device in every neighbourhood, never its cookie', async () => {
    const here = await shown()
    const there = await shown({ neighbourhoodId: outer })
    await act('back', here.id, device('F'))
    await act('back', there.id, device('F'), '/neighbourhoods/dogger/SP2/concerns')
    const rows = await database().kysely.selectFrom('concern_backing').selectAll().execute()
    const hashes = rows.map((row) => Buffer.from(row.device_hash).toString('hex'))
    expect(new Set(hashes).size).toBe(4)
    expect(hashes.every((hash) => hash.length === 32)).toBe(true)
  })

  it('is for concerns that are shown and not taken up, of the address’s own neighbourhood', async () => {
    const waiting = await aConcern(database(), { neighbourhoodId: silverPit, at: now })
    const elsewhere = await shown({ neighbourhoodId: outer })
    for (const id of [waiting.id, elsewhere.id, 999_999])
      expect((await act('back', id, device('G'))).headers.get('location')).toBe(page)
    expect([await devices(waiting.id), await devices(elsewhere.id)]).toEqual([1, 1])
    expect((await act('back', 'x' as never, device('G'))).status).toBe(404)
    expect((await act('back', elsewhere.id, device('G'), '/neighbourhoods/dogger/none/concerns')).status).toBe(404)
    const other = await fetch(`${app.url}${page}/${waiting.id}/back`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', cookie: device('G') },
    })
    expect(other.status).toBe(403)
  })

  it('is listed by devices, most first, and the twin tells the same', async () => {
    const point = await database().kysely.selectFrom('map_point').select('id').executeTakeFirstOrThrow()
    const one = await shown({ words: 'One', pointId: point.id })
    const two = await shown({ words: '<script>alert(1)</script>\nTwo', language: 'cy' })
    await act('back', two.id, device('H'))
    const body = concernsBody.parse(await (await fetch(`${app.url}/api/v1${page}`)).json())
    expect(body.concerns.map(({ id, devices: counted }) => [id, counted])).toEqual([
      [two.id, 2],
      [one.id, 1],
    ])
    expect(body.concerns[1]?.near).toEqual({
      mapPoint: point.id,
      street: 'On or near Outer Row',
      longitude: 2.3,
      latitude: 54.7,
    })
    expect(JSON.stringify(body)).not.toMatch(/hash|email/)
    const text = await (await fetch(app.url + page)).text()
    expect(text).not.toContain('<script>alert')
    const cards = parse(text).querySelectorAll('.patch-concern')
    expect(cards.map((card) => card.id)).toEqual([`concern-${two.id}`, `concern-${one.id}`])
    expect(cards[0]?.querySelector('[lang=cy]')?.textContent).toContain('Two')
    expect(cards[1]?.querySelector('.patch-locator')?.getAttribute('aria-label')).toBe(
      'Where in Silver Pit: On or near Outer Row',
    )
  })

  it('is on every page at once, also on those that were in memory, in another language and in another process', async () => {
    const { id } = await shown()
    const other = await startTestApp(database(), { clock: () => now })
    try {
      const counts = async (url: string) => {
        const twin = concernsBody.parse(await (await fetch(`${url}/api/v1${page}`)).json())
        const html = await Promise.all([page, `/cy${page}`].map(async (path) => (await fetch(url + path)).text()))
        const inPage = html.map(
          (text) =>
            /(\d+)/.exec(parse(text).querySelector(`#concern-${id} .patch-concern__devices`)?.textContent ?? '')?.[1],
        )
        return [twin.concerns[0]?.devices, ...inPage.map(Number)]
      }
      expect(await counts(app.url)).toEqual([1, 1, 1])
      expect(await counts(other.url)).toEqual([1, 1, 1])
      for (const [index, text] of ['L', 'M', 'N'].entries()) {
        await act('back', id, device(text))
        expect(await counts(app.url)).toEqual([2 + index, 2 + index, 2 + index])
      }
      // The embedded database has one process; other processes of a server hear of it.
      if (database().kind === 'server') await expect.poll(() => counts(other.url)).toEqual([4, 4, 4])
    } finally {
      await other.close()
    }
  })

  it('makes no page anew that does not show it', async () => {
    const { id } = await shown()
    const place = '/neighbourhoods/dogger/SP1'
    const misses = async () =>
      (await app.context.metrics.cachedAnswers.get()).values.find(
        ({ labels }) => labels.kind === 'page' && labels.result === 'miss',
      )?.value
    for (const path of [place, '/', page]) await (await fetch(app.url + path)).text()
    const before = (await misses()) ?? 0
    await act('back', id, device('Q'))
    for (const path of [place, '/']) await (await fetch(app.url + path)).text()
    expect(await misses()).toBe(before)
    await (await fetch(app.url + page)).text()
    expect(await misses()).toBe(before + 1)
  })

  it('lets no program make up devices without end, and a known device through', async () => {
    const { id } = await shown()
    await act('back', id, device('K'))
    const made = Array.from({ length: 100 }, (_, index) => `device=${String(index).padStart(22, 'z')}`)
    const answers = await Promise.all(made.map((cookie) => act('back', id, cookie)))
    const refused = answers.filter((answer) => answer.status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(40)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await act('back', id, device('K'))).status).toBe(303)
  })
})
