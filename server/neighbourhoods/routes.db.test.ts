import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication, type Place } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'

const inside: Place = [2.3, 54.7]
const beside: Place = [2.5, 54.7]

onBothDatabases('the neighbourhood page', (database) => {
  let app: TestApp

  beforeAll(async () => {
    await aForce(database(), { url: 'https://dogger.example/', telephone: '101' })
    const silverPit = await aNeighbourhood(database(), {
      nameWelsh: 'Y Pwll Arian',
      residents: 4321,
      description: '<p>Between the <b>bank</b> &amp; the deep.</p><script>alert(1)</script>',
      contacts: { email: 'silver.pit@dogger.example', web: 'javascript:alert(1)', telephone: '101 ext 4711' },
    })
    await database()
      .kysely.insertInto('team_member')
      .values([
        { neighbourhood_id: silverPit, position: 2, name: 'B. Second', rank: 'PC', contact_details: '{}' },
        { neighbourhood_id: silverPit, position: 1, name: 'A. First', rank: 'Sergeant', contact_details: '{}' },
      ])
      .execute()
    await aNeighbourhood(database(), { code: 'a/b c', name: 'Outer & Inner', box: undefined })
    await aNeighbourhood(database(), {
      code: 'W1',
      name: 'Stand-in',
      box: [2.4, 54.8, 2.44, 54.82],
      source: 'ward',
      areaNames: ['Castle', 'Abbey'],
    })
    await aPublication(database(), {
      month: '2025-08',
      incidents: [
        { at: inside, category: 'burglary', count: 4 },
        { at: inside, category: 'drugs', count: 2 },
      ],
    })
    await aPublication(database(), { month: '2025-09', incidents: [{ at: inside, category: 'drugs', count: 1 }] })
    // Nothing for October 2025 to July 2026, then two months.
    await aPublication(database(), {
      month: '2026-08',
      publishedAt: '2026-10-01T10:00:00Z',
      incidents: [
        { at: inside, category: 'burglary', count: 3 },
        { at: [2.301, 54.701], street: 'On or near Inner Row', category: 'shoplifting', count: 5 },
        { at: beside, category: 'robbery', count: 7 },
        { category: 'drugs', count: 2 },
      ],
    })
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    await aPublication(database(), { force: 'fisher', month: '2026-08', incidents: [{ at: inside, count: 1 }] })
    await aPublication(database(), { force: 'fisher', month: '2026-05', incidents: [{ at: inside, count: 6 }] })
    app = await startTestApp(database())
  })
  afterAll(() => app.close())

  const page = async (path: string) => {
    const response = await fetch(app.url + path)
    return { status: response.status, html: parse(await response.text()) }
  }
  const json = async (path: string) => (await fetch(app.url + path)).json()

  it('shows the team first, then meeting and priorities, then figures, map and data', async () => {
    const { status, html } = await page('/neighbourhoods/dogger/SP1')
    expect(status).toBe(200)
    expect(html.querySelectorAll('h2').map((heading) => heading.id)).toEqual([
      'team',
      'meeting',
      'priorities',
      'say',
      'about',
      'figures',
      'map',
      'standards',
      'data',
    ])
    expect(html.querySelectorAll('.patch-team__name').map((name) => name.textContent)).toEqual([
      'A. FirstSergeant',
      'B. SecondPC',
    ])
  })

  it('links safe addresses only and shows the words of a description, not its markup', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    const targets = html.querySelectorAll('.patch-team a').map((link) => link.getAttribute('href'))
    expect(targets).toEqual(expect.arrayContaining(['tel:101', 'tel:999', 'mailto:silver.pit@dogger.example']))
    expect(targets.filter((target) => !/^(tel:|mailto:|https?:|\/neighbourhoods\/)/.test(target ?? ''))).toEqual([])
    expect(html.querySelector('.patch-place__about')?.textContent).toContain('Between the bank & the deep.')
    expect(html.querySelector('.patch-place__about')?.textContent).not.toContain('alert')
  })

  it('counts the newest month beside the same month a year earlier, whoever recorded it', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    expect(html.querySelector('#figures')?.textContent).toBe('What was recorded in August 2026')
    expect(html.querySelector('.patch-figure__lead')?.textContent).toBe('9 crimes recorded in August 2026')
    expect(html.textContent).toContain('6 in August 2025, the same month a year earlier.')
    const rows = html.querySelectorAll('.patch-bars__row')
    expect(rows.map((row) => row.getAttribute('data-category'))).toEqual(['shoplifting', 'burglary', 'drugs'])
    expect(rows.map((row) => row.querySelector('.patch-bars__fill')?.getAttribute('width'))).toEqual([
      '100%',
      '80%',
      '0%',
    ])
    expect(rows.map((row) => row.querySelector('.patch-bars__tick')?.getAttribute('x1'))).toEqual(['0%', '80%', '40%'])
  })

  it('says what has no place, who lives there, and when the figures were taken in', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    const behind = html.querySelector('.patch-behind')?.textContent
    expect(behind).toContain('4,321 people live inside this outline.')
    expect(behind).toContain(
      'In August 2026 2 incidents of the 17 that Dogger Constabulary recorded (12%) have no place',
    )
    expect(behind).toContain('Taken in on 1 October 2026.')
    expect(behind).toContain('made up')
    expect(html.querySelector('.patch-invented')).not.toBeNull()
  })

  it('says that a month is missing and never that it is zero', async () => {
    const { status, html } = await page('/neighbourhoods/dogger/SP1?month=2026-05')
    expect(status).toBe(200)
    expect(html.querySelector('.patch-figure__lead')?.textContent).toBe(
      'Dogger Constabulary published no figures for May 2026. Missing is not zero.',
    )
    expect(html.querySelector('.patch-bars')).toBeNull()
    const { html: september } = await page('/neighbourhoods/dogger/SP1?month=2025-09')
    expect(september.querySelector('.patch-figure__lead')?.textContent).toBe('1 crime recorded in September 2025')
    expect(september.textContent).toContain('this service holds no figures for September 2024')
    expect(september.querySelector('.patch-bars__tick')).toBeNull()
    expect(september.querySelector('option[selected]')?.getAttribute('value')).toBe('2025-09')
  })

  it('hatches the months without figures and names them', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    expect(html.querySelectorAll('.patch-line__gap')).toHaveLength(1)
    expect(html.textContent).toContain(
      'published no figures for October 2025, November 2025, December 2025, January 2026, February 2026, March 2026, April 2026, May 2026, June 2026 and July 2026',
    )
    expect(html.textContent).toContain('The figures that this service holds begin in August 2025.')
  })

  it('offers every published month in a plain form', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    expect(html.querySelectorAll('select option').map((option) => option.getAttribute('value'))).toEqual([
      '2026-08',
      '2025-09',
      '2025-08',
    ])
    expect(html.querySelector('form.patch-month')?.getAttribute('method')).toBe('get')
  })

  it('draws a map with a circle a point, and lists the points by name', async () => {
    const { html } = await page('/neighbourhoods/dogger/SP1')
    expect(html.querySelectorAll('.patch-small-map__drawing > .patch-small-map__circle')).toHaveLength(2)
    const table = html.querySelector('.patch-map-part__words table')
    expect(table?.querySelectorAll('tbody tr').map((row) => row.textContent)).toEqual(['Inner Row5', 'Outer Row4'])
    expect(html.querySelector('.patch-map-part__words a.govuk-button')?.getAttribute('href')).toBe(
      '/map?neighbourhood=dogger%2FSP1&month=2026-08',
    )
  })

  it('says why a neighbourhood without outline has no figures, and where the force’s are', async () => {
    const { status, html } = await page('/neighbourhoods/dogger/a%2Fb%20c')
    expect(status).toBe(200)
    expect(html.querySelector('h1')?.textContent).toBe('Outer & Inner')
    expect(html.querySelector('#figures')?.textContent).toBe('No figures for this neighbourhood')
    expect(html.textContent).toContain('That does not mean that there were none')
    expect(html.textContent).not.toMatch(/\b0 crimes/)
    expect(html.querySelector('a[href="/forces/dogger"]')).not.toBeNull()
    expect(html.textContent).toContain('This service holds no names for this team.')
  })

  it('names the wards that stand in for an outline', async () => {
    const { html } = await page('/neighbourhoods/dogger/W1')
    expect(html.querySelector('.patch-stand-in')?.textContent).toContain('the wards of Castle and Abbey stand in')
    expect(html.querySelector('.patch-figure__lead')?.textContent).toBe('0 crimes recorded in August 2026')
  })

  it('is there in Welsh, with the Welsh name', async () => {
    const { html } = await page('/cy/neighbourhoods/dogger/SP1')
    expect(html.querySelector('html')?.getAttribute('lang')).toBe('cy')
    expect(html.querySelector('h1')?.textContent).toBe('Y Pwll Arian')
    // What the force wrote is English.
    expect(html.querySelector('.patch-team__rank [lang=en]')?.textContent).toBe('Sergeant')
    expect(html.querySelector('.patch-place__about [lang=en]')?.textContent).toContain('Between the bank')
    expect(html.querySelector('.patch-figure__lead')?.textContent).toBe('Cofnodwyd 9 o droseddau ym mis Awst 2026')
    expect(html.querySelector('form.patch-month')?.getAttribute('action')).toBe('/cy/neighbourhoods/dogger/SP1#figures')
  })

  describe('what is not there', () => {
    it.each([
      ['/neighbourhoods/dogger/sp1', 404],
      ['/neighbourhoods/nobody/SP1', 404],
      ['/neighbourhoods/dogger/SP1?month=soon', 400],
      ['/api/v1/neighbourhoods/dogger/sp1', 404],
      ['/api/v1/neighbourhoods/dogger/sp1/series', 404],
      ['/api/v1/forces/nobody/series', 404],
    ])('%s answers %i', async (path, status) => {
      expect((await fetch(app.url + path)).status).toBe(status)
    })
  })

  it('has a JSON twin of its facts', async () => {
    const body = await json('/api/v1/neighbourhoods/dogger/SP1')
    expect(body).toMatchObject({
      force: { id: 'dogger' },
      id: 'SP1',
      nameWelsh: 'Y Pwll Arian',
      invented: true,
      outline: { source: 'police' },
      residents: { count: 4321 },
      figures: { firstMonth: '2025-08', newestMonth: '2026-08', series: '/api/v1/neighbourhoods/dogger/SP1/series' },
    })
    expect(body.figures.missingMonths).toHaveLength(10)
    expect((await json('/api/v1/neighbourhoods/dogger/a%2Fb%20c')).figures).toBeNull()
  })

  it('has a JSON twin of its series: null where nothing was published', async () => {
    const body = await json('/api/v1/neighbourhoods/dogger/SP1/series')
    expect(body.months).toHaveLength(36)
    const byMonth = Object.fromEntries(body.months.map((entry: { month: string }) => [entry.month, entry]))
    expect(byMonth['2026-08']).toMatchObject({ status: 'published', total: 9, counts: { burglary: 4, robbery: 0 } })
    expect(byMonth['2026-05']).toEqual({ month: '2026-05', status: 'missing', total: null, counts: null })
    expect(byMonth['2024-01']).toEqual({ month: '2024-01', status: 'not-loaded', total: null, counts: null })
    expect(body).toMatchObject({
      counted: 'incidents-at-map-points-inside-the-outline',
      residents: { count: 4321 },
      dataVersion: await app.context.dataVersion(),
    })
    expect((await json('/api/v1/neighbourhoods/dogger/a%2Fb%20c/series')).months).toEqual([])
  })

  it('has the whole force’s series, incidents without a place among it', async () => {
    const body = await json('/api/v1/forces/dogger/series')
    expect(body.months.at(-1)).toMatchObject({ month: '2026-08', total: 17, counts: { drugs: 2, robbery: 7 } })
  })

  it('gives the series as CSV, empty where nothing was published', async () => {
    const response = await fetch(`${app.url}/api/v1/neighbourhoods/dogger/SP1/series.csv`)
    expect(response.headers.get('content-type')).toContain('text/csv')
    const lines = (await response.text()).split('\r\n')
    expect(lines[0]).toBe('force,neighbourhood,month,status,category,count')
    expect(lines).toContain('dogger,SP1,2026-08,published,burglary,4')
    expect(lines).toContain('dogger,SP1,2026-08,published,all-crime,9')
    expect(lines).toContain('dogger,SP1,2026-05,missing,all-crime,')
  })
})
