import { gzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { worldBits, worldPixel } from '../../shared/geography/mercator.ts'
import { firstPointZoom, firstTileZoom, lastTileZoom } from '../../shared/map/zoomRules.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { type AreaRow, aMapArea } from '../../test/support/builders/mapArea.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { signedArea } from './shape.ts'

onBothDatabases('tiles', (database) => {
  let app: TestApp
  let rows: AreaRow[]
  let version: string
  beforeAll(async () => {
    rows = await aMapArea(database())
    app = await startTestApp(database())
    version = await app.context.dataVersion()
  })
  afterAll(() => app.close())

  const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers })
  const bytesOf = async (path: string) => {
    const response = await get(path)
    expect([200, 204], path).toContain(response.status)
    return Buffer.from(await response.arrayBuffer())
  }
  const tile = async (path: string) => new VectorTile(new PbfReader(await bytesOf(path)))
  const placed = (force: string | undefined, month: string, category?: string) =>
    rows.filter(
      (row) =>
        row.longitude !== undefined &&
        row.month === month &&
        (!force || row.force === force) &&
        (!category || row.category === category),
    )

  /** Every tile of a zoom that the area's rows touch, with one around. */
  function tilesAround(zoom: number): { column: number; row: number }[] {
    const size = 2 ** (worldBits - zoom)
    const found = new Map<string, { column: number; row: number }>()
    for (const { longitude, latitude } of rows) {
      if (longitude === undefined || latitude === undefined) continue
      const { x, y } = worldPixel(longitude, latitude)
      const reach = zoom < firstPointZoom ? 1 : 0
      for (let column = Math.floor(x / size) - reach; column <= Math.floor(x / size) + reach; column++)
        for (let row = Math.floor(y / size) - reach; row <= Math.floor(y / size) + reach; row++)
          found.set(`${column} ${row}`, { column, row })
    }
    return [...found.values()]
  }

  async function sumOverTiles(zoom: number, month: string, category: string): Promise<number> {
    let sum = 0
    for (const { column, row } of tilesAround(zoom)) {
      const { layers } = await tile(`/tiles/${version}/crime/${month}/${category}/${zoom}/${column}/${row}.mvt`)
      const { points, hexagons } = layers
      for (let index = 0; index < (points?.length ?? 0); index++)
        sum += Number(points?.feature(index).properties['count'])
      for (let index = 0; index < (hexagons?.length ?? 0); index++) {
        const { count, middle } = hexagons?.feature(index).properties ?? {}
        if (middle) sum += Number(count)
      }
    }
    return sum
  }

  describe('of crimes', () => {
    it.each([5, 6, 8, 10, 11, 12, 13, 14])('add up to what was recorded with a place, at zoom %i', async (zoom) => {
      expect(await sumOverTiles(zoom, '2022-08', 'all-crime')).toBe(placed(undefined, '2022-08').length)
      expect(await sumOverTiles(zoom, '2022-09', 'burglary')).toBe(placed(undefined, '2022-09', 'Burglary').length)
    })

    it('hold points by their number, in the tile, at most once', async () => {
      const seen = new Set<number>()
      for (const { column, row } of tilesAround(13)) {
        const points = (await tile(`/tiles/${version}/crime/2022-08/all-crime/13/${column}/${row}.mvt`)).layers[
          'points'
        ]
        for (let index = 0; index < (points?.length ?? 0); index++) {
          const feature = points?.feature(index)
          const position = feature?.loadGeometry()[0]?.[0]
          expect(feature?.type).toBe(1)
          expect(feature?.extent).toBe(4096)
          expect(position?.x).toBeGreaterThanOrEqual(0)
          expect(position?.x).toBeLessThan(4096)
          expect(seen.has(feature?.id ?? 0)).toBe(false)
          seen.add(feature?.id ?? 0)
        }
      }
      const places = new Set(placed(undefined, '2022-08').map((row) => `${row.longitude} ${row.latitude}`))
      expect(seen.size).toBeGreaterThanOrEqual(places.size)
    })

    it('hold hexagons as closed rings, clockwise on the screen, in every tile that they touch', async () => {
      const held = new Map<number, number>()
      for (const { column, row } of tilesAround(11)) {
        const { layers } = await tile(`/tiles/${version}/crime/2022-08/all-crime/11/${column}/${row}.mvt`)
        for (let index = 0; index < (layers['hexagons']?.length ?? 0); index++) {
          const feature = layers['hexagons']?.feature(index)
          const ring = feature?.loadGeometry()[0] ?? []
          expect(signedArea(ring)).toBeGreaterThan(0)
          if (feature?.properties['middle']) held.set(feature.id ?? 0, (held.get(feature.id ?? 0) ?? 0) + 1)
        }
      }
      expect(held.size).toBeGreaterThan(20)
      expect([...new Set(held.values())]).toEqual([1])
    })

    it('hold nothing, not zeros, where a force published nothing for the month', async () => {
      const { x, y } = worldPixel(-0.095, 51.515)
      for (const zoom of [11, 13]) {
        const size = 2 ** (worldBits - zoom)
        const path = (month: string) =>
          `/tiles/${version}/crime/${month}/all-crime/${zoom}/${Math.floor(x / size)}/${Math.floor(y / size)}.mvt`
        expect((await bytesOf(path('2022-08'))).byteLength).toBeGreaterThan(0)
        expect((await get(path('2022-09'))).status).toBe(204)
      }
    })

    it('stay under 100 kB when compressed', async () => {
      for (let zoom = firstTileZoom; zoom <= lastTileZoom; zoom++)
        for (const { column, row } of tilesAround(zoom).slice(0, 9)) {
          const bytes = await bytesOf(`/tiles/${version}/crime/2022-08/all-crime/${zoom}/${column}/${row}.mvt`)
          expect(gzipSync(bytes).byteLength).toBeLessThan(100_000)
        }
    })
  })

  describe('of neighbourhoods', () => {
    it('hold outlines with their names and where they come from, and each label in one tile', async () => {
      const names = new Map<string, number>()
      const sources = new Map<string, unknown>()
      for (const { column, row } of tilesAround(10)) {
        const { layers } = await tile(`/tiles/${version}/neighbourhoods/10/${column}/${row}.mvt`)
        for (let index = 0; index < (layers['neighbourhoods']?.length ?? 0); index++) {
          const feature = layers['neighbourhoods']?.feature(index)
          sources.set(String(feature?.properties['code']), feature?.properties['source'])
          expect(signedArea(feature?.loadGeometry()[0] ?? [])).toBeGreaterThan(0)
        }
        for (let index = 0; index < (layers['neighbourhood-names']?.length ?? 0); index++) {
          const name = String(layers['neighbourhood-names']?.feature(index).properties['name_cy'])
          names.set(name, (names.get(name) ?? 0) + 1)
        }
      }
      expect(Object.fromEntries(sources)).toEqual({ NC04: 'police', NC66: 'ward', cp: 'police' })
      expect(Object.fromEntries(names)).toEqual({ 'City Centre': 1, 'Bryn y Llwyn': 1, 'City Police': 1 })
    })
  })

  describe('of the basemap', () => {
    const feature = (layer: string, kind: string, minimumZoom: number, shape: string) =>
      sql`insert into basemap_feature (source, layer, class, name, name_cy, minimum_zoom, geometry)
        values ('Test', ${layer}, ${kind}, 'Long Reach', 'Y Cyrraedd', ${minimumZoom},
          st_transform(st_setsrid(st_geomfromtext(${shape}), 4326), 3857))`.execute(database().kysely)
    beforeAll(async () => {
      await feature(
        'water',
        'sea',
        0,
        'POLYGON((-2 52,0 52,0 53,-2 53,-2 52),(-1.2 52.6,-1.1 52.6,-1.1 52.7,-1.2 52.6))',
      )
      await feature('road', 'primary', 8, 'LINESTRING(-2 52.62,0 52.62)')
      await feature('road', 'footway', 15, 'LINESTRING(-1.14 52.62,-1.13 52.63)')
      await feature('place', 'town', 7, 'POINT(-1.15 52.65)')
    })
    const at = async (zoom: number) => {
      const { x, y } = worldPixel(-1.15, 52.65)
      const size = 2 ** (worldBits - zoom)
      return (await tile(`/tiles/0/basemap/${zoom}/${Math.floor(x / size)}/${Math.floor(y / size)}.mvt`)).layers
    }

    it('are cut at the tile, a little beyond its edge, outer rings clockwise and holes not', async () => {
      const { water } = await at(10)
      const rings = water?.feature(0).loadGeometry() ?? []
      expect(rings.map((ring) => Math.sign(signedArea(ring)))).toEqual([1, -1])
      for (const { x, y } of rings.flat()) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-96)
        expect(Math.max(x, y)).toBeLessThanOrEqual(4096 + 96)
      }
    })

    it('hold a feature from its zoom on, with its names; the last zoom holds what is drawn further in too', async () => {
      expect(Object.keys(await at(6))).toEqual(['water'])
      const ten = await at(10)
      expect(ten['place']?.feature(0).properties).toEqual({ class: 'town', name: 'Long Reach', name_cy: 'Y Cyrraedd' })
      expect(ten['road']?.length).toBe(1)
      expect(ten['road']?.feature(0).type).toBe(2)
    })
  })

  describe('and their addresses', () => {
    it('are named by a TileJSON with the version, the layers and the licence', async () => {
      const described = await (await get('/tiles/crime.json?month=2022-08&category=burglary')).json()
      expect(described).toMatchObject({ tilejson: '3.0.0', minzoom: 5, maxzoom: 14 })
      expect(described.tiles[0]).toMatch(
        new RegExp(`/tiles/${version}/crime/2022-08/burglary/\\{z\\}/\\{x\\}/\\{y\\}\\.mvt$`),
      )
      expect(described.attribution).toContain('Open Government Licence')
      expect(described.vector_layers.map((layer: { id: string }) => layer.id)).toEqual(['hexagons', 'points'])
      expect(described.bounds[0]).toBeLessThan(-1)
      const latest = await (await get('/tiles/crime.json')).json()
      expect(latest.tiles[0]).toContain('/crime/2022-09/all-crime/')
    })

    it('are kept for good at their own version only', async () => {
      const path = (asked: string) => `/tiles/${asked}/crime/2022-08/all-crime/10/508/334.mvt`
      const own = await get(path(version))
      expect(own.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(own.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
      expect(own.headers.get('access-control-allow-origin')).toBe('*')
      const old = await get(path('0'))
      expect(old.status).toBe(200)
      expect(old.headers.get('cache-control')).toBe('public, no-cache')
      const again = await get(path(version), { 'if-none-match': own.headers.get('etag') ?? '' })
      expect(again.status).toBe(304)
    })

    it.each([
      ['/tiles/1/crime/2022-13/all-crime/10/508/334.mvt', 400, 'month'],
      ['/tiles/1/crime/2022-08/murder/10/508/334.mvt', 400, 'category'],
      ['/tiles/1/crime/2022-08/all-crime/ten/508/334.mvt', 400, 'zoom'],
      ['/tiles/x/neighbourhoods/10/508/334.mvt', 400, 'version'],
      ['/tiles/1/crime/2022-08/all-crime/3/1/1.mvt', 404, undefined],
      ['/tiles/1/crime/2022-08/all-crime/15/1/1.mvt', 404, undefined],
      ['/tiles/1/basemap/10/1024/334.mvt', 404, undefined],
      ['/tiles/crime.json?month=soon', 400, 'month'],
    ])('say what is wrong with %s', async (path, status, parameter) => {
      const response = await get(path)
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ status, ...(parameter ? { parameter } : {}) })
    })
  })
})
