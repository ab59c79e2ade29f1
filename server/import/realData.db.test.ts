import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { worldBits, worldPixel } from '../../shared/geography/mercator.ts'
import { firstTileZoom, lastTileZoom } from '../../shared/map/zoomRules.ts'
import { startTestApp } from '../../test/support/app.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { shared, sharedData } from '../../test/support/sharedData.ts'
import { readDataVersion } from '../database/dataVersion.ts'
import { type ImportSummary, importPaths, listRejected } from './index.ts'

/** As counted by the README of the crime files. */
const leicestershireByMonth = {
  '2021-07': 8694,
  '2021-08': 8459,
  '2021-09': 8564,
  '2021-10': 9055,
  '2021-11': 8718,
  '2021-12': 8185,
  '2022-01': 8730,
  '2022-02': 8482,
  '2022-03': 10019,
  '2022-04': 9494,
  '2022-05': 10332,
  '2022-06': 9980,
  '2022-07': 10056,
  '2022-08': 10373,
  '2022-09': 9492,
}
const leicestershireByCategory = {
  'Violence and sexual offences': 53168,
  'Public order': 16959,
  'Criminal damage and arson': 13518,
  'Anti-social behaviour': 12867,
  'Other theft': 10912,
  'Vehicle crime': 7965,
  Burglary: 5913,
  Shoplifting: 4840,
  Drugs: 3997,
  'Other crime': 2891,
  'Bicycle theft': 2374,
  'Possession of weapons': 1254,
  'Theft from the person': 1012,
  Robbery: 963,
}
const leicestershireByDistrict = {
  Leicester: 65308,
  Charnwood: 20464,
  'North West Leicestershire': 10797,
  'Hinckley and Bosworth': 10111,
  Blaby: 9072,
  Harborough: 6841,
  'Oadby and Wigston': 5271,
  Melton: 5102,
  Rutland: 2450,
}

if (!sharedData) console.log('The shared data are not here: the import of real files is left out')

describe.skipIf(!sharedData)('real files', () => {
  onBothDatabases('import', (database) => {
    let summary: ImportSummary
    const load = (...paths: string[]) => importPaths(database(), { paths: paths.map((path) => shared(path)) })
    async function counts(query: ReturnType<typeof sql<{ key: string; n: number }>>): Promise<Record<string, number>> {
      return Object.fromEntries((await query.execute(database().kysely)).rows.map(({ key, n }) => [key, n]))
    }
    async function number(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
      return (await query.execute(database().kysely)).rows[0]?.n ?? -1
    }

    it('loads Leicestershire whole: every row, none lost, none refused', async () => {
      summary = await load('crime/leicestershire', 'boundaries', 'neighbourhoods', 'population', 'postcodes', 'derived')
      expect(summary.refused).toEqual([])
      const street = summary.sources.find((source) => source.source === 'street')
      expect(street).toMatchObject({ files: 15, rows: 138_633, loaded: 138_633, rejected: 0 })
      expect(summary.forces).toMatchObject([
        { force: 'leicestershire', loadedRows: 138_633, unplacedRows: 2_920, missingMonths: [] },
      ])
      expect(await number(sql`select count(*)::int as n from crime`)).toBe(138_633)
    })

    it('counts it by month, category and district as the README does', async () => {
      expect(
        await counts(sql`select to_char(month, 'YYYY-MM') as key, sum(count)::int as n from force_count group by 1`),
      ).toEqual(leicestershireByMonth)
      expect(
        await counts(
          sql`select c.name as key, sum(count)::int as n from force_count join category c on c.id = category_id group by 1`,
        ),
      ).toEqual(leicestershireByCategory)
      expect(
        await counts(sql`
          select substring(l.name from '^(.+) \\d{3}[A-Z]$') as key, count(*)::int as n from crime c join lsoa l on l.id = c.lsoa_id
          group by 1 having count(*) > 1000`),
      ).toEqual(leicestershireByDistrict)
    })

    it('counts those without a place in the force and in no map', async () => {
      expect(await number(sql`select sum(unplaced_count)::int as n from force_count`)).toBe(2_920)
      expect(await number(sql`select count(cell)::int as n from crime`)).toBe(138_633 - 2_920)
      for (const resolution of [5, 6, 7, 8])
        expect(await number(sql`select sum(count)::int as n from hexagon_count where resolution = ${resolution}`)).toBe(
          138_633 - 2_920,
        )
      expect(await number(sql`select count(*)::int as n from crime where map_point_id is null`)).toBe(2_920)
    })

    it('keeps what only looks doubled or odd', async () => {
      expect(await number(sql`select count(*)::int as n from crime where persistent_id is null`)).toBe(12_867)
      expect(
        await number(
          sql`select count(*)::int as n from (select persistent_id from crime where persistent_id is not null group by 1 having count(distinct month) > 1) x`,
        ),
      ).toBe(5)
      expect(
        await number(
          sql`select max(n)::int as n from (select count(*) as n from crime c join map_point p on p.id = c.map_point_id group by p.longitude_microdegrees, p.latitude_microdegrees) x`,
        ),
      ).toBe(480)
      expect(
        await number(
          sql`select count(*)::int as n from crime c join map_point p on p.id = c.map_point_id where p.street_name = ''`,
        ),
      ).toBe(3_996)
      expect(
        await number(
          sql`select count(distinct (longitude_microdegrees, latitude_microdegrees))::int as n from map_point`,
        ),
      ).toBe(18_421)
      expect(
        await number(sql`select count(*)::int as n from map_point where street_name = 'On or near Asda, Thurmaston'`),
      ).toBeGreaterThan(0)
    })

    it('tells of incidents far outside, and of outlines it repaired', () => {
      expect(summary.warnings.join('\n')).toMatch(/Leicestershire Police: \d+ incidents lie far outside/)
      expect(summary.warnings.filter((warning) => warning.includes('crossed themselves'))).toHaveLength(3)
    })

    it('draws outlines from the wards that are matched, and none where none is', async () => {
      expect(await counts(sql`select source as key, count(*)::int as n from neighbourhood_outline group by 1`)).toEqual(
        { ward: 27 },
      )
      expect(await number(sql`select count(*)::int as n from neighbourhood where force_id = 'leicestershire'`)).toBe(67)
      const { rows } = await sql`
        select o.area_names from neighbourhood_outline o join neighbourhood n on n.id = o.neighbourhood_id where n.code = 'NR35'`.execute(
        database().kysely,
      )
      expect(rows).toEqual([
        { area_names: ['Oakham North East', 'Oakham North West', 'Oakham South East', 'Oakham South West'] },
      ])
    })

    it('makes outline tiles of at most 100 kB, compressed, at every zoom', async () => {
      const app = await startTestApp(database())
      try {
        const version = await readDataVersion(database())
        const { x, y } = worldPixel(-1.1325, 52.6298)
        const sizes: number[] = []
        for (let zoom = firstTileZoom; zoom <= lastTileZoom; zoom++) {
          const size = 2 ** (worldBits - zoom)
          const address = `${zoom}/${Math.floor(x / size)}/${Math.floor(y / size)}`
          const response = await fetch(`${app.url}/tiles/${version}/neighbourhoods/${address}.mvt`)
          sizes.push(gzipSync(Buffer.from(await response.arrayBuffer())).byteLength)
        }
        expect(Math.min(...sizes)).toBeGreaterThan(100) // there are outlines in each
        expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000)
      } finally {
        await app.close()
      }
    })

    it('agrees with itself: each neighbourhood’s count is that of the points inside its outline', async () => {
      expect(
        await number(sql`
          select count(*)::int as n from (
            select neighbourhood_id, sum(count) as n from neighbourhood_count group by 1
            except
            select o.neighbourhood_id, count(*) from neighbourhood_outline o
            join map_point p on st_intersects(o.outline, p.location) join crime c on c.map_point_id = p.id group by 1) x`),
      ).toBe(0)
    })

    it('knows every postcode and every area', async () => {
      expect(await number(sql`select count(*)::int as n from postcode`)).toBe(21_621 + 4_240)
      expect(
        await counts(sql`select kind as key, count(*)::int as n from area where outline is not null group by 1`),
      ).toEqual({ lsoa: 617, ward: 196 })
      expect(await number(sql`select sum(residents)::int as n from area where name like 'Leicester %'`)).toBe(343_915)
      // The centre of the ward that the file says it is in.
      expect(
        await number(
          sql`select count(*)::int as n from postcode p join area a on a.code = 'E05001789' and st_intersects(a.outline, p.location) where p.postcode = 'LE11AA'`,
        ),
      ).toBe(1)
    })

    it('changes nothing when all of it comes again', async () => {
      const version = await readDataVersion(database())
      const again = await load(
        'crime/leicestershire',
        'boundaries',
        'neighbourhoods',
        'population',
        'postcodes',
        'derived',
      )
      expect(again.sources.map(({ files, unchangedFiles }) => unchangedFiles - files)).toEqual(
        again.sources.map(() => 0),
      )
      expect(await readDataVersion(database())).toBe(version)
      expect(await number(sql`select count(*)::int as n from crime`)).toBe(138_633)
    })

    it('loads the City of London with its gap, and skips what is not loaded yet', async () => {
      const city = await load('crime/city-of-london')
      expect(city.refused).toEqual([])
      expect(city.sources).toMatchObject([{ source: 'street', files: 33, rows: 23_176, loaded: 23_176 }])
      expect(city.forces).toMatchObject([
        { force: 'city-of-london', unplacedRows: 1_469, firstMonth: '2016-01', lastMonth: '2019-12' },
      ])
      expect(city.forces[0]?.missingMonths).toHaveLength(15)
      expect(city.skipped.filter(({ reason }) => reason === 'outcomes are not loaded yet')).toHaveLength(12)
      expect(city.skipped.filter(({ reason }) => reason === 'stop and search is not loaded yet')).toHaveLength(43)
    })

    it('reads the 2012 files', async () => {
      const legacy = await load('legacy')
      expect(legacy.refused).toEqual([])
      expect(legacy.sources).toMatchObject([{ source: 'street', rows: 9, loaded: 9 }])
      expect(legacy.skipped.map(({ reason }) => reason)).toContain('outcomes are not loaded yet')
      expect(
        await number(
          sql`select count(*)::int as n from map_point where street_name = 'On or near Hengrove Lane' and longitude_microdegrees between -2570000 and -2560000`,
        ),
      ).toBe(1)
    })

    it('passes over everything else that lies about, and refuses none of it', async () => {
      const rest = await load('README.md', 'reference', 'originals', 'osm', 'notes')
      expect(rest.refused.map(({ name }) => name)).toEqual([shared('README.md')])
      expect(rest.loaded).toBe(0)
      expect(rest.skipped.length).toBeGreaterThan(5)
    })

    it('kept every row that could not be used', async () => {
      const rows = []
      for await (const row of listRejected(database())) rows.push(row.reason)
      expect(rows).toEqual(new Array(13).fill('the area has no police.uk id'))
    })
  })
})
