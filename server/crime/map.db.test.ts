import { VectorTile } from '@mapbox/vector-tile'
import { parse } from 'node-html-parser'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worldBits } from '../../shared/geography/mercator.ts'
import type { NeighbourhoodRow, PointAnswer, PointRow, ViewAnswer } from '../../shared/map/answers.ts'
import type { MapBox } from '../../shared/map/view.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aPublication } from '../../test/support/builders/crime.ts'
import { type AreaRow, aMapArea } from '../../test/support/builders/mapArea.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { boxPixels, holdsPixel } from '../tiles/coveringRanges.ts'

onBothDatabases('the map', (database) => {
  let app: TestApp
  let rows: AreaRow[]
  let version: string
  beforeAll(async () => {
    rows = await aMapArea(database())
    app = await startTestApp(database())
    version = await app.context.dataVersion()
  })
  afterAll(() => app.close())

  const get = (path: string) => fetch(app.url + path, { headers: { accept: 'text/html,application/json' } })
  const view = async (query: Record<string, string>): Promise<ViewAnswer> => {
    const response = await get(`/api/v1/map/view?${new URLSearchParams(query)}`)
    expect(response.status).toBe(200)
    return (await response.json()) as ViewAnswer
  }
  const page = async (path: string) => {
    const response = await get(path)
    expect(response.status, path).toBe(200)
    return parse(await response.text())
  }
  const middle: MapBox = [-1.17, 52.59, -1.07, 52.66]
  const everything: MapBox = [-1.3, 52.5, -0.9, 52.75]

  it('without its script running points to the table, and never says that it starts', async () => {
    const text = (await page('/map')).querySelector('.patch-map__notice')?.text
    expect(text).toBe('The map itself needs JavaScript. The table has the same figures.')
  })

  describe('the month that nobody asked for', () => {
    const chosen = async (path: string) =>
      (await page(path)).querySelector('select[name=month] option[selected]')?.getAttribute('value')

    it('is the newest of the forces in view, and the newest of all elsewhere', async () => {
      expect(await chosen('/map?lat=52.63&lon=-1.13&zoom=14')).toBe('2022-09')
      expect(await chosen('/map?lat=51.515&lon=-0.095&zoom=14')).toBe('2022-08')
      expect(await chosen('/map?lat=55&lon=-3&zoom=10')).toBe('2022-09')
    })
  })

  it('never tells a place of which nothing is held as one where nothing is recorded', async () => {
    for (const zoom of ['9', '14']) {
      const answer = await view({ box: '-3.02,54.99,-2.98,55.01', zoom, month: '2022-09' })
      expect(answer.total).toBe(0)
      expect(answer.texts.summary).toBe('September 2022: there are no figures for what is in view.')
    }
  })

  /** Adds up what the tiles of a zoom draw inside a box: points in it, or hexagons by where their middle is. */
  async function drawnInBox(box: MapBox, zoom: number, month: string): Promise<{ total: number; places: number }> {
    const pixels = boxPixels(box)
    const size = 2 ** (worldBits - zoom)
    let [total, places] = [0, 0]
    for (let column = Math.floor(pixels.left / size); column <= Math.floor(pixels.right / size); column++)
      for (let row = Math.floor(pixels.top / size); row <= Math.floor(pixels.bottom / size); row++) {
        const path = `/tiles/${version}/crime/${month}/all-crime/${zoom}/${column}/${row}.mvt`
        const { layers } = new VectorTile(new PbfReader(Buffer.from(await (await get(path)).arrayBuffer())))
        for (let index = 0; index < (layers['points']?.length ?? 0); index++) {
          const feature = layers['points']?.feature(index)
          const at = feature?.loadGeometry()[0]?.[0]
          const [x, y] = [column * size + ((at?.x ?? 0) * size) / 4096, row * size + ((at?.y ?? 0) * size) / 4096]
          if (!feature || !holdsPixel(pixels, x, y)) continue
          total += Number(feature.properties['count'])
          places++
        }
        for (let index = 0; index < (layers['hexagons']?.length ?? 0); index++) {
          const feature = layers['hexagons']?.feature(index)
          if (!feature?.properties['middle']) continue
          total += Number(feature.properties['count'])
          places++
        }
      }
    return { total, places }
  }

  describe('the table of a view', () => {
    it('says the same as the tiles where points are drawn', async () => {
      const drawn = await drawnInBox(middle, 14, '2022-08')
      const answer = await view({ box: middle.join(), zoom: '14.6', month: '2022-08' })
      expect(answer).toMatchObject({ kind: 'points', ...drawn, rowsInAll: drawn.places, dataVersion: version })
      expect(drawn.total).toBeGreaterThan(100)
      const listed: PointRow[] = []
      for (let part = 1; part <= answer.pages; part++) {
        const next = await view({ box: middle.join(), zoom: '14.6', month: '2022-08', page: String(part) })
        listed.push(...(next.rows as PointRow[]))
      }
      expect(listed.length).toBe(drawn.places)
      expect(new Set(listed.map((row) => row.id)).size).toBe(drawn.places)
      expect(listed.reduce((sum, row) => sum + row.count, 0)).toBe(drawn.total)
    })

    it('lists the points nearest to the middle first, not the fullest', async () => {
      const { rows: listed } = await view({ box: middle.join(), zoom: '14', month: '2022-08' })
      const distances = (listed as PointRow[]).map(({ longitude, latitude }) =>
        Math.hypot((longitude + 1.12) * Math.cos((52.625 * Math.PI) / 180), latitude - 52.625),
      )
      for (const [index, distance] of distances.entries())
        expect(distance).toBeGreaterThanOrEqual((distances[index - 1] ?? 0) - 1e-4)
    })

    it('says the same as the tiles where hexagons are drawn, and counts whole neighbourhoods', async () => {
      const answer = await view({ box: everything.join(), zoom: '10', month: '2022-08' })
      const placed = rows.filter((row) => row.month === '2022-08' && row.force === 'leicestershire' && row.longitude)
      expect(answer.kind).toBe('hexagons')
      expect(answer.total).toBe(placed.length)
      expect(answer).toMatchObject(await drawnInBox(everything, 10, '2022-08'))
      const inOutlines = placed.filter(
        ({ longitude = 0, latitude = 0 }) =>
          longitude > -1.2 && longitude < -1.04 && latitude > 52.58 && latitude < 52.69,
      )
      const listed = answer.rows as NeighbourhoodRow[]
      expect(listed.map((row) => row.name)).toEqual(['City Centre', 'Spinney Hill'])
      expect(listed.reduce((sum, row) => sum + (row.count ?? 0), 0)).toBe(inOutlines.length)
      expect(answer.texts.unplaced).toContain('40 more crimes without a place')
    })

    it('gives no figure, not zero, where a force published nothing', async () => {
      const box = '-0.2,51.4,0,51.6'
      const published = await view({ box, zoom: '10', month: '2022-08' })
      expect(published.missing).toEqual([])
      expect(published.rows).toMatchObject([{ code: 'cp', count: 120 - 40 }])
      const missing = await view({ box, zoom: '10', month: '2022-09' })
      expect(missing.missing).toEqual([{ force: 'city-of-london', name: 'City of London Police' }])
      expect(missing.rows).toMatchObject([{ code: 'cp', count: null }])
      expect(missing.texts.summary).toContain('no figures')
      expect(missing.texts.missing).toContain('missing is not zero')
    })

    it('counts one category when asked', async () => {
      const answer = await view({ box: everything.join(), zoom: '10', month: '2022-09', category: 'burglary' })
      const burglaries = rows.filter((row) => row.month === '2022-09' && row.category === 'Burglary' && row.longitude)
      expect(answer.total).toBe(burglaries.length)
    })

    it('speaks Welsh', async () => {
      const answer = await view({ box: everything.join(), zoom: '10', month: '2022-09', language: 'cy' })
      expect(answer.rows).toMatchObject([{ name: 'Bryn y Llwyn' }, { name: 'City Centre' }].reverse())
      expect(answer.texts.summary).toContain('Pob trosedd, Medi 2022')
    })

    it('may be kept for good under its own version only', async () => {
      const path = `/api/v1/map/view?box=${middle.join()}&zoom=14&month=2022-08`
      expect((await get(`${path}&version=${version}`)).headers.get('cache-control')).toContain('immutable')
      expect((await get(`${path}&version=0`)).headers.get('cache-control')).toBe('public, no-cache')
      expect((await get('/api/v1/map/view?zoom=14&month=2022-08')).status).toBe(400)
    })
  })

  describe('the details of a point', () => {
    it('add up by category and by month', async () => {
      const [first] = (await view({ box: middle.join(), zoom: '14', month: '2022-08' })).rows as PointRow[]
      const point = (await (await get(`/api/v1/map/points/${first?.id}?month=2022-08`)).json()) as PointAnswer
      expect(point.total).toBe(first?.count)
      expect(point.byCategory.reduce((sum, row) => sum + row.count, 0)).toBe(first?.count)
      expect(point.months.map((month) => month.month)).toEqual(['2022-08', '2022-09'])
      expect(point.months[0]?.count).toBe(first?.count)
      expect(typeof point.months[1]?.count).toBe('number')
    })

    it('have no figure for a month that the force did not publish', async () => {
      const [first] = (await view({ box: '-0.12,51.505,-0.07,51.525', zoom: '14', month: '2022-08' }))
        .rows as PointRow[]
      const point = (await (await get(`/api/v1/map/points/${first?.id}?month=2022-09`)).json()) as PointAnswer
      expect(point.total).toBeNull()
      expect(point.months).toMatchObject([{ count: first?.count }, { month: '2022-09', count: null }])
    })

    it('name the points that share the position', async () => {
      const { rows: listed } = await view({ box: middle.join(), zoom: '14', month: '2022-08' })
      const byPlace = Map.groupBy(listed as PointRow[], (row) => `${row.longitude} ${row.latitude}`)
      const shared = [...byPlace.values()].find((points) => points.length > 1)
      const point = (await (await get(`/api/v1/map/points/${shared?.[0]?.id}?month=2022-08`)).json()) as PointAnswer
      expect(point.sharing.map((other) => other.id).sort()).toEqual(
        shared
          ?.slice(1)
          .map((row) => row.id)
          .sort(),
      )
    })

    it('are not there for a point that is not', async () => {
      expect((await get('/api/v1/map/points/999999999?month=2022-08')).status).toBe(404)
    })
  })

  describe('the page, without JavaScript', () => {
    it('opens on everything, in the latest month, with a form that keeps the view', async () => {
      const html = await page('/map')
      expect(html.querySelector('select[name=month] option[selected]')?.getAttribute('value')).toBe('2022-09')
      expect(html.querySelectorAll('select[name=category] option').length).toBe(15)
      const form = html.querySelector('form.patch-map__form')
      expect(form?.getAttribute('method')).toBe('get')
      expect(form?.querySelectorAll('input[type=hidden]').map((input) => input.getAttribute('name'))).toEqual([
        'lat',
        'lon',
        'zoom',
      ])
      expect(form?.querySelector('button')?.text).toBe('Show')
      expect(html.querySelectorAll('.patch-map__table tbody tr').length).toBe(3)
      expect(html.querySelector('noscript')?.text).toContain('JavaScript')
    })

    it('lists points with links that open their details, and says what a point stands for', async () => {
      const html = await page('/map?lat=52.625&lon=-1.12&zoom=14&month=2022-08&category=burglary')
      const link = html.querySelector('a[data-point]')
      const opened = await page(link?.getAttribute('href') ?? '')
      expect(opened.querySelector('.patch-point')?.text).toContain('A point stands for the area around it')
      expect(opened.querySelector('.patch-point__close')?.getAttribute('href')).toBe(
        '/map?lat=52.625&lon=-1.12&zoom=14&month=2022-08&category=burglary',
      )
    })

    it('opens on a neighbourhood or a force', async () => {
      const html = await page('/map?neighbourhood=leicestershire%2FNC04')
      expect(html.querySelector('input[name=lon]')?.getAttribute('value')).toMatch(/^-1\.16/)
      await page('/map?force=city-of-london')
      expect((await get('/map?neighbourhood=leicestershire%2FXX')).status).toBe(404)
    })

    it('says in words where figures are missing', async () => {
      const html = await page('/map?force=city-of-london&month=2022-09')
      expect(html.querySelector('.patch-map__note')?.text).toContain(
        'This service holds no figures from City of London Police for September 2022',
      )
    })

    it('is there in Welsh', async () => {
      const html = await page('/cy/map')
      expect(html.querySelector('h1')?.text).toBe('Map o droseddau a gofnodwyd')
      expect(html.querySelector('form.patch-map__form')?.getAttribute('action')).toBe('/cy/map')
    })

    it('answers nonsense by name', async () => {
      const response = await get('/map?lat=up&lon=0')
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('lat')
    })
  })

  // Last, since it brings a later month.
  it('a point’s months go back from the newest month of the point’s own force, whatever years another force has', async () => {
    await aForce(database(), { id: 'later', name: 'Later Police' })
    await aPublication(database(), { force: 'later', month: '2026-09', incidents: [{ count: 1 }] })
    const [first] = (await view({ box: middle.join(), zoom: '14', month: '2022-08' })).rows as PointRow[]
    const point = (await (await get(`/api/v1/map/points/${first?.id}?month=2022-08`)).json()) as PointAnswer
    expect(point.months.map((month) => month.month)).toEqual(['2022-08', '2022-09'])
  })
})

onBothDatabases('the map of a service without figures', (database) => {
  it('is a page that says so', async () => {
    const app = await startTestApp(database())
    const response = await fetch(`${app.url}/map`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('There are no figures yet')
    await app.close()
  })
})
