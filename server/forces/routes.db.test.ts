import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'

onBothDatabases('forces', (database) => {
  let app: TestApp
  const get = async (path: string, status = 200) => {
    const response = await fetch(app.url + path, { headers: { accept: 'text/html' } })
    expect(response.status).toBe(status)
    return parse(await response.text())
  }
  const texts = (html: ReturnType<typeof parse>, selector: string) =>
    html.querySelectorAll(selector).map((one) => one.text)

  beforeAll(async () => {
    await aForce(database(), { telephone: '101', url: 'https://dogger.example/' })
    await aForce(database(), { id: 'fisher', name: 'Fisher Police', invented: false, url: 'javascript:alert(1)' })
    await aNeighbourhood(database(), { nameWelsh: 'Arian' })
    await aNeighbourhood(database(), { code: 'D/1', name: 'Dogger Deeps', box: undefined })
    await aNeighbourhood(database(), { code: 'B', name: 'Bank', box: [2.4, 54.69, 2.44, 54.71], source: 'ward' })
    await aNeighbourhood(database(), { force: 'fisher', name: 'Cod', code: 'C' })
    for (const month of ['2025-12', '2026-01'] as const) await aPublication(database(), { month })
    await aPublication(database(), {
      month: '2026-04',
      publishedAt: '2026-06-01T10:00:00Z',
      incidents: [
        { at: [2.3, 54.7], category: 'drugs', count: 2 },
        { category: 'drugs', count: 1 },
        { at: [2.3, 54.7], category: 'burglary', count: 1200 },
      ],
    })
    app = await startTestApp(database())
  })
  afterAll(() => app.close())

  it('have a page with their neighbourhoods by name, those without an outline marked', async () => {
    const html = await get('/forces/dogger')
    expect(texts(html, 'h1')).toEqual(['Dogger Constabulary'])
    expect(texts(html, '.patch-columns li')).toEqual(['Bank', 'Dogger Deepsno outline', 'Silver Pit'])
    expect(html.querySelector('a[href="/neighbourhoods/dogger/D%2F1"]')).not.toBeNull()
    expect(html.querySelector('a[href="https://dogger.example/"]')).not.toBeNull()
    expect(html.querySelector('.patch-invented')).not.toBeNull()
  })

  it('list their neighbourhoods by their Welsh names on the Welsh page', async () => {
    const html = await get('/cy/forces/dogger')
    expect(texts(html, '.patch-columns li')).toEqual(['Arian', 'Bank', 'Dogger Deepsheb amlinell'])
    expect(texts(html, 'h2')[0]).toBe('3 cymdogaeth')
  })

  it('show the newest month by category, incidents without a place counted', async () => {
    const html = await get('/forces/dogger')
    expect(texts(html, '.patch-force-table tr').slice(1)).toEqual(['Burglary1,2000', 'Drugs31', 'All crime1,2031'])
    expect(html.querySelector('main')?.text).toContain('published for April 2026, loaded on 1 June 2026')
  })

  it('show the month that is asked for, say that one is not here, and refuse what is no month', async () => {
    const december = await get('/forces/dogger?month=2025-12')
    expect(december.querySelector('#recorded')?.text).toBe('What was recorded in December 2025')
    const missing = await get('/forces/dogger?month=2026-03')
    expect(missing.querySelector('.patch-force-table')).toBeNull()
    expect(missing.querySelector('main')?.text).toContain(
      'holds no figures of Dogger Constabulary for March 2026. Missing is not zero.',
    )
    expect((await get('/forces/dogger?month=soon', 400)).querySelector('main')?.text).toContain('month')
  })

  it('name the months that are missing, which is not zero', async () => {
    const html = await get('/forces/dogger')
    const main = html.querySelector('main')?.text
    expect(main).toContain('3 months are loaded, from December 2025 to April 2026.')
    expect(main).toContain('Missing, which is not zero: February 2026, March 2026.')
    expect(texts(html, '.patch-months tbody td').filter((cell) => cell === 'missing')).toHaveLength(2)
    expect(texts(html, '.patch-months tbody td').filter((cell) => cell === 'loaded')).toHaveLength(3)
  })

  it('without a month say that this is not nothing, and link nothing that is no web address', async () => {
    const html = await get('/forces/fisher')
    expect(html.querySelector('main')?.text).toContain('That does not mean that nothing was recorded.')
    expect(html.querySelector('.patch-force-table')).toBeNull()
    expect(html.toString()).not.toContain('javascript:')
    expect(html.querySelector('.patch-invented')).toBeNull()
  })

  it('that are not here are a page that says so', async () => {
    const html = await get('/forces/nowhere', 404)
    expect(texts(html, 'h1')).toEqual(['No such force here'])
    expect(html.querySelector('form input[name=q]')).not.toBeNull()
  })

  describe('are on the page about the data', () => {
    it('with their months, missing ones in words', async () => {
      const html = await get('/about-the-data')
      expect(texts(html, 'h3')).toEqual(['Dogger Constabulary'])
      expect(html.querySelector('#missing')?.text).toContain('February 2026, March 2026')
      expect(html.querySelector('#load')?.text).toContain('npm run import --')
    })

    it('in Welsh too', async () => {
      const html = await get('/cy/about-the-data')
      expect(texts(html, 'h1')).toEqual(['Am y data'])
      expect(html.querySelector('#missing')?.text).toContain('Chwefror 2026, Mawrth 2026')
    })

    it('and every part of its contents is there', async () => {
      const html = await get('/about-the-data')
      const targets = html.querySelectorAll('.patch-contents a').map((link) => link.getAttribute('href') ?? '')
      expect(targets.length).toBeGreaterThan(10)
      for (const target of targets) expect(html.querySelector(target), target).not.toBeNull()
    })
  })
})
