import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { streetFile } from '../../test/support/builders/streetFile.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { readDataVersion } from '../database/dataVersion.ts'
import { publishDraft } from '../team/draft.ts'
import { noteDerivation } from './derive/pending.ts'
import { finishDerivations, importPaths } from './index.ts'

/** A square of a tenth of a degree, by its south-west corner. */
function square(west: number, south: number, size = 0.1): number[][][] {
  const [east, north] = [west + size, south + size]
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]
}

const feature = (properties: object, coordinates: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})
const collection = (features: object[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })

const list =
  'PFA,PFNid,PFNn,PFN\nE23000021,NA01,Abbey,1\nE23000021,NB02,Brook &amp; Dale,2\nE23000021,NC03,Castle,3\nX99,N1,Nowhere,4\n'
const wards = collection([
  feature({ WD13CD: 'E05000001', WD13NM: 'Abbey' }, square(-1.2, 52.6)),
  feature({ WD13CD: 'E05000002', WD13NM: 'Brook North' }, square(-1.1, 52.6)),
  feature({ WD13CD: 'E05000003', WD13NM: 'Brook South' }, square(-1.1, 52.5)),
])
const matchHeader = 'force,neighbourhood_id,neighbourhood_name,lad_code,ward_code_2013,ward_name_2013,basis'
const match = `${matchHeader}
leicestershire,NA01,Abbey,E06000016,E05000001,Abbey,exact-name
leicestershire,NB02,Brook,E06000016,E05000002,Brook North,part-name
leicestershire,NB02,Brook,E06000016,E05000003,Brook South,"description: said so, there"
leicestershire,NC03,Castle,,,,none
`

onBothDatabases('import of places', (database) => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'our-patch-places-'))
    await database().execute(`
      truncate crime, force_count, hexagon_count, neighbourhood_count, publication, import_rejected_row, import_file,
        map_point, search_entry, neighbourhood_outline, neighbourhood_ward, team_member, station, neighbourhood_link, neighbourhood, force,
        area, postcode, lsoa, basemap_feature, basemap_source, pending_derivation restart identity cascade`)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function write(name: string, content: string | Buffer): string {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }
  const load = (...paths: string[]) => importPaths(database(), { paths })
  async function all<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
    return (await query.execute(database().kysely)).rows
  }
  const outlines = () =>
    all(sql`
      select n.code, o.source, o.area_names, round(st_area(o.outline)::numeric, 4)::float8 as area
      from neighbourhood_outline o join neighbourhood n on n.id = o.neighbourhood_id order by n.code`)

  it('reads a list of neighbourhoods: entities made plain, an area that is no force set aside', async () => {
    const summary = await load(write('list.csv', list))
    expect(summary).toMatchObject({ rows: 4, loaded: 3, rejected: 1 })
    expect(await all(sql`select force_id, code, name from neighbourhood order by code`)).toEqual([
      { force_id: 'leicestershire', code: 'NA01', name: 'Abbey' },
      { force_id: 'leicestershire', code: 'NB02', name: 'Brook & Dale' },
      { force_id: 'leicestershire', code: 'NC03', name: 'Castle' },
    ])
    expect(await all(sql`select name, area_code from force`)).toEqual([
      { name: 'Leicestershire Police', area_code: 'E23000021' },
    ])
  })

  it('reads a list of forces: adds the one that is not known, none that hold nothing, and says which have no id', async () => {
    const forces = write(
      'PFA.csv',
      'PFA,PFAn,PFAid\nE23000021,Leicestershire,leicestershire\nZ23000001,Dogger,dogger\nS32000004,Ayrshire,\n',
    )
    const neighbourhoods = write('a.csv', 'PFA,PFNid,PFNn,PFN\nZ23000001,D1,Silver Pit,1\n')
    const summary = await load(neighbourhoods, forces)
    expect(summary).toMatchObject({ loaded: 3, rejected: 1 })
    expect(await all(sql`select force_id, code from neighbourhood`)).toEqual([{ force_id: 'dogger', code: 'D1' }])
    expect(await all(sql`select id from force`)).toEqual([{ id: 'dogger' }])
  })

  it('lets wards stand in for outlines, names them, and counts crimes inside', async () => {
    const summary = await load(
      write('list.csv', list),
      write('match.csv', match),
      write('wards.json', wards),
      write(
        'a.csv',
        streetFile([
          { longitude: '-1.15', latitude: '52.65' },
          { longitude: '-1.05', latitude: '52.55' },
          { longitude: '-1.05', latitude: '52.65' },
          { longitude: '-1.5', latitude: '52.9' },
        ]),
      ),
    )
    expect(summary.refused).toEqual([])
    expect(await outlines()).toEqual([
      { code: 'NA01', source: 'ward', area_names: ['Abbey'], area: 0.01 },
      { code: 'NB02', source: 'ward', area_names: ['Brook North', 'Brook South'], area: 0.02 },
    ])
    const counts = () =>
      all(sql`
        select n.code, sum(c.count)::int as count from neighbourhood_count c join neighbourhood n on n.id = c.neighbourhood_id
        group by 1 order by 1`)
    const expected = [
      { code: 'NA01', count: 1 },
      { code: 'NB02', count: 2 },
    ]
    expect(await counts()).toEqual(expected)
    expect(await all(sql`select code from neighbourhood where centre is null`)).toEqual([{ code: 'NC03' }])

    // The same in the other order gives the same.
    await database().execute(
      'truncate neighbourhood_outline, neighbourhood_ward, neighbourhood_count; update map_point set neighbourhood_id = null',
    )
    await load(write('match.csv', match))
    expect(await counts()).toEqual(expected)
  })

  it('lets the police’s own outline take the place of wards, and never the other way round', async () => {
    await load(
      write('list.csv', list),
      write('match.csv', match),
      write('wards.json', wards),
      write('a.csv', streetFile([{ longitude: '-1.15', latitude: '52.65' }])),
    )
    const own = collection([
      feature(
        { force: 'leicestershire', neighbourhood: 'NA01', name: 'Abbey Park', name_cy: 'Parc' },
        square(-1.3, 52.6),
      ),
    ])
    await load(write('own.geojson', own))
    await load(write('match.csv', match), write('wards.json', wards))
    expect((await outlines())[0]).toEqual({ code: 'NA01', source: 'police', area_names: [], area: 0.01 })
    expect(await all(sql`select name, name_cy from neighbourhood where code = 'NA01'`)).toEqual([
      { name: 'Abbey Park', name_cy: 'Parc' },
    ])
    expect(await all(sql`select count(*)::int as n from neighbourhood_count`)).toEqual([{ n: 0 }])
  })

  it('draws a ward that two neighbourhoods are matched with for neither, saying so', async () => {
    const contested = `${match}leicestershire,NC03,Castle,E06000016,E05000001,Abbey,assumed\n`
    const summary = await load(write('list.csv', list), write('match.csv', contested), write('wards.json', wards))
    expect((await outlines()).map((row) => (row as { code: string }).code)).toEqual(['NB02'])
    expect(summary.warnings.join()).toContain('Abbey (Abbey, Castle)')
  })

  it('gives a point in two outlines to the smaller', async () => {
    const own = collection([
      feature({ force: 'leicestershire', neighbourhood: 'NA01', name: 'Large' }, square(-1.2, 52.6)),
      feature({ force: 'leicestershire', neighbourhood: 'NB02', name: 'Small' }, square(-1.16, 52.64, 0.02)),
    ])
    const crimes = streetFile([
      { longitude: '-1.15', latitude: '52.65' },
      { longitude: '-1.12', latitude: '52.62' },
    ])
    await load(write('a.csv', crimes), write('own.geojson', own))
    const placed = all(sql`
      select n.name, p.longitude_microdegrees as x from map_point p join neighbourhood n on n.id = p.neighbourhood_id order by x`)
    expect(await placed).toEqual([
      { name: 'Small', x: -1150000 },
      { name: 'Large', x: -1120000 },
    ])
  })

  it('reads KML and the API’s list of points, with the force from the folder or from --force', async () => {
    const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>NA01</name>
      <Polygon><outerBoundaryIs><LinearRing><coordinates>-1.2,52.6,0 -1.1,52.6,0 -1.1,52.7,0 -1.2,52.7,0 -1.2,52.6,0</coordinates>
      </LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`
    await load(write('list.csv', list))
    await load(write('2022-09/leicestershire/NA01.kml', kml))
    const points = square(-1.1, 52.6)[0]?.map(([longitude, latitude]) => ({
      latitude: `${latitude}`,
      longitude: `${longitude}`,
    }))
    const boundary = write('NB02.json', JSON.stringify(points))
    expect((await load(boundary)).refused[0]?.reason).toContain('--force')
    expect((await importPaths(database(), { paths: [boundary], force: 'leicestershire' })).refused).toEqual([])
    expect(await outlines()).toEqual([
      { code: 'NA01', source: 'police', area_names: [], area: 0.01 },
      { code: 'NB02', source: 'police', area_names: [], area: 0.01 },
    ])
    expect(await all(sql`select name from neighbourhood where code = 'NA01'`)).toEqual([{ name: 'Abbey' }])
    const broken = await load(write('leicestershire/NC03.kml', kml.slice(0, 300)))
    expect(broken.refused[0]?.reason).toContain('XML is broken')
  })

  it('repairs an outline that crosses itself, and sets one aside that encloses nothing', async () => {
    const bowTie = [
      [
        [-1.2, 52.6],
        [-1.1, 52.7],
        [-1.1, 52.6],
        [-1.2, 52.7],
        [-1.2, 52.6],
      ],
    ]
    const line = [
      [
        [-1.2, 52.6],
        [-1.1, 52.6],
        [-1.2, 52.6],
        [-1.2, 52.6],
      ],
    ]
    const summary = await load(
      write(
        'wards.json',
        collection([
          feature({ WD13CD: 'E05000001', WD13NM: 'Tie' }, bowTie),
          feature({ WD13CD: 'E05000002', WD13NM: 'Line' }, line),
          feature({ WD13CD: 'E05000003', WD13NM: 'Grid' }, [
            [
              [458000, 304000],
              [459000, 304000],
              [459000, 305000],
            ],
          ]),
          { type: 'Feature', properties: { WD13NM: 'Nameless' }, geometry: null },
        ]),
      ),
    )
    expect(summary).toMatchObject({ rows: 4, loaded: 1, rejected: 3 })
    expect(summary.warnings.join()).toContain('1 outlines crossed themselves')
    expect(
      await all(sql`select name, st_isvalid(outline) as valid, st_area(outline) > 0 as encloses from area`),
    ).toEqual([{ name: 'Tie', valid: true, encloses: true }])
  })

  it('adds residents up where every area inside is known', async () => {
    const lsoas = collection([
      feature({ LSOA11CD: 'E01000001', LSOA11NM: 'Leicester 001A' }, square(-1.2, 52.6, 0.05)),
      feature({ LSOA11CD: 'E01000002', LSOA11NM: 'Leicester 001B' }, square(-1.15, 52.65, 0.05)),
      feature({ LSOA11CD: 'E01000003', LSOA11NM: 'Leicester 002A' }, square(-1.1, 52.6, 0.05)),
    ])
    const population = (rows: string) =>
      `LSOA code (2011),LSOA name (2011),Total population: mid 2015 (excluding prisoners)\n${rows}`
    const residents = () => all(sql`select code, residents from neighbourhood order by code`)
    await load(
      write('list.csv', list),
      write('match.csv', match),
      write('wards.json', wards),
      write('lsoa.json', lsoas),
      write(
        'p.csv',
        population('E01000001,Leicester 001A,1500\nE01000002,Leicester 001B,"1,700"\nE01000009,Elsewhere 001A,x\n'),
      ),
    )
    expect(await residents()).toEqual([
      { code: 'NA01', residents: 3200 },
      { code: 'NB02', residents: null },
      { code: 'NC03', residents: null },
    ])
    await load(write('p.csv', population('E01000003,Leicester 002A,2000\n')))
    expect((await residents())[1]).toEqual({ code: 'NB02', residents: 2000 })
    expect(await all(sql`select residents_source from area where code = 'E01000003'`)).toEqual([
      { residents_source: 'Total population: mid 2015 (excluding prisoners)' },
    ])
  })

  it('reads Code-Point Open and the ONS directory: padded postcodes, grid references, withdrawn ones, those without a place', async () => {
    const codePoint =
      '"LE1 1AA",10,459327,304196,"E92000001","E19000001","E18000004","","E06000016","E05001789"\r\n"LE150AQ",10,486000,308800,"","","","","",""\r\n"LE9 9ZZ",90,0,0,"","","","","",""\r\n"NONSENSE",10,459327,304196,"","","","","",""\r\n'
    const directory =
      'pcd,pcds,dointr,doterm,oseast1m,osnrth1m,osgrdind\n"LE1  1AD","LE1 1AD","198001","","459039","304558","1"\n"LE1  1AF","LE1 1AF","198001","201406","459198","304384","1"\n"GY1  1AA","GY1 1AA","198001","","","","9"\n'
    const summary = await load(write('le.csv', codePoint), write('ONSPD.csv', directory))
    expect(summary).toMatchObject({ rows: 7, loaded: 4, rejected: 3 })
    expect(
      await all(
        sql`select postcode, quality, ended, round(st_x(location)::numeric, 2)::float8 as x, round(st_y(location)::numeric, 2)::float8 as y from postcode order by postcode`,
      ),
    ).toEqual([
      { postcode: 'LE11AA', quality: 10, ended: null, x: -1.12, y: 52.63 },
      { postcode: 'LE11AD', quality: 1, ended: null, x: -1.13, y: 52.64 },
      { postcode: 'LE11AF', quality: 1, ended: '201406', x: -1.13, y: 52.63 },
      { postcode: 'LE150AQ', quality: 10, ended: null, x: -0.73, y: 52.67 },
    ])
  })

  describe('of our own formats', () => {
    const teams = {
      format: 'our-patch/teams/1',
      force: {
        id: 'dogger',
        name: 'Dogger Constabulary',
        invented: true,
        telephone: '101',
        url: 'https://example.org',
      },
      neighbourhoods: [
        {
          id: 'D1',
          name: 'Silver Pit',
          name_cy: 'Pwll Arian',
          description: '<p>Quiet</p>',
          contact_details: { email: 'silver@example.org' },
          links: [{ url: 'https://example.org/pit', title: 'The pit' }],
          locations: [{ name: 'Station', type: 'station', latitude: 54.7, longitude: 2.3, postcode: 'ZZ1 1AA' }],
          people: [{ name: 'A. Example', rank: 'Sergeant', bio: null, contact_details: {} }],
        },
        { id: 'D2' },
      ],
    }

    it('writes teams, and replaces them as a whole', async () => {
      const summary = await load(write('teams.json', JSON.stringify(teams)))
      expect(summary).toMatchObject({ rows: 2, loaded: 1, rejected: 1 })
      expect(await all(sql`select id, is_invented from force`)).toEqual([{ id: 'dogger', is_invented: true }])
      expect(
        await all(sql`select n.name_cy, n.contact_details, m.name as member, s.name as station, st_x(s.location) as x, l.title
          from neighbourhood n join team_member m on m.neighbourhood_id = n.id join station s on s.neighbourhood_id = n.id
          join neighbourhood_link l on l.neighbourhood_id = n.id`),
      ).toEqual([
        {
          name_cy: 'Pwll Arian',
          contact_details: { email: 'silver@example.org' },
          member: 'A. Example',
          station: 'Station',
          x: 2.3,
          title: 'The pit',
        },
      ])
      const version = await readDataVersion(database())
      expect((await load(join(folder, 'teams.json'))).sources[0]?.unchangedFiles).toBe(1)
      expect(await readDataVersion(database())).toBe(version)
      const [first] = teams.neighbourhoods
      const changed = { ...teams, neighbourhoods: [{ ...first, people: [{ name: 'B. Example' }] }] }
      await load(write('teams.json', JSON.stringify(changed)))
      expect(await all(sql`select name from team_member`)).toEqual([{ name: 'B. Example' }])
    })

    it('leaves a page alone that its team has published, and says so', async () => {
      await load(write('teams.json', JSON.stringify(teams)))
      const { id } = await database().kysely.selectFrom('neighbourhood').select('id').executeTakeFirstOrThrow()
      const person = { id: 'token:1', name: 'Amina', email: null, via: 'token', grants: [] } as const
      const place = { forceId: 'dogger', neighbourhoodId: id }
      const context = {
        database: database(),
        clock: () => new Date('2026-05-03T09:00:00Z'),
        forgetPageVersion: () => {},
      }
      expect(await publishDraft(context, { person, place, neighbourhood: { id } }, 0)).toBe('published')
      const held = () =>
        all(sql`select n.description, n.contact_details, m.id, m.name as member, s.name as station, l.title
          from neighbourhood n join team_member m on m.neighbourhood_id = n.id join station s on s.neighbourhood_id = n.id
          join neighbourhood_link l on l.neighbourhood_id = n.id where n.code = 'D1'`)
      const before = await held()
      expect(before).toHaveLength(1)

      const other = { id: 'D1', name: 'Silver Pit West', description: 'Loud', people: [{ name: 'B. Example' }] }
      const changed = {
        ...teams,
        neighbourhoods: [other, { id: 'D3', name: 'Third', people: [{ name: 'C. Example' }] }],
      }
      const summary = await load(write('teams.json', JSON.stringify(changed)))
      expect(summary.warnings).toEqual([expect.stringMatching(/were left as their teams published them here, for D1$/)])
      expect(await held()).toEqual(before)
      expect(await all(sql`select name from neighbourhood order by code`)).toEqual([
        { name: 'Silver Pit West' },
        { name: 'Third' },
      ])
      expect(await all(sql`select name from team_member order by name`)).toEqual([
        { name: 'A. Example' },
        { name: 'C. Example' },
      ])
      expect((await load(join(folder, 'teams.json'))).sources[0]?.unchangedFiles).toBe(1)
    })

    it('writes a basemap in Web Mercator, replaces it by source, and finds its places', async () => {
      const place = {
        type: 'Feature',
        properties: { layer: 'place', class: 'town', name: 'Dogger', name_cy: 'Y Dogger', min_zoom: 8 },
        geometry: { type: 'Point', coordinates: [2.3, 54.7] },
      }
      const street = {
        type: 'Feature',
        properties: { layer: 'street', class: 'minor', name: 'Outer Row', min_zoom: 13 },
        geometry: {
          type: 'LineString',
          coordinates: [
            [2.3, 54.7],
            [2.31, 54.71],
          ],
        },
      }
      const bad = {
        type: 'Feature',
        properties: { layer: 'street' },
        geometry: { type: 'Point', coordinates: [400000, 300000] },
      }
      const more = { format: 'our-patch/basemap/1', attribution: 'Invented' }
      const path = write('basemap.geojson', collection([place, street, bad], more))
      expect(await load(path)).toMatchObject({ rows: 3, loaded: 2, rejected: 1 })
      expect(
        await all(
          sql`select layer, name, minimum_zoom, round(st_x(st_startpoint(geometry)))::int as x from basemap_feature where layer = 'street'`,
        ),
      ).toEqual([{ layer: 'street', name: 'Outer Row', minimum_zoom: 13, x: 256035 }])
      expect(await all(sql`select kind, name from search_entry order by name`)).toEqual([
        { kind: 'place', name: 'Dogger' },
        { kind: 'place', name: 'Y Dogger' },
      ])
      expect((await load(path)).sources[0]?.unchangedFiles).toBe(1)
      await load(write('basemap.geojson', collection([place], more)))
      expect(await all(sql`select count(*)::int as n from basemap_feature`)).toEqual([{ n: 1 }])
      const half = write('half.geojson', collection([place], more).slice(0, -40))
      expect((await load(half)).refused[0]?.reason).toContain('ends before it is complete')
    })
  })

  it('fills the search box: neighbourhoods, districts, wards and streets told apart, kinds of place left out', async () => {
    await load(
      write('list.csv', list),
      write('match.csv', match),
      write('wards.json', wards),
      write(
        'lsoa.json',
        collection([feature({ LSOA11CD: 'E01000001', LSOA11NM: 'Harborough 001A' }, square(-1.6, 52.8, 0.2))]),
      ),
      write(
        'a.csv',
        streetFile([
          { longitude: '-1.15', latitude: '52.65' },
          { longitude: '-1.16', latitude: '52.66', location: 'On or near ABBEY LANE' },
          { longitude: '-1.5', latitude: '52.9' },
          { longitude: '-1.5', latitude: '52.9', location: 'On or near Supermarket' },
        ]),
      ),
    )
    expect(
      await all(sql`select kind, name, name_folded, detail from search_entry where kind = 'street' order by detail`),
    ).toEqual([
      { kind: 'street', name: 'Abbey Lane', name_folded: 'abbey lane', detail: 'Abbey' },
      { kind: 'street', name: 'Abbey Lane', name_folded: 'abbey lane', detail: 'Harborough' },
    ])
    const others = await all<{ kind: string; name: string }>(
      sql`select kind, name from search_entry where kind <> 'street' order by kind, name`,
    )
    expect(others.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'neighbourhood Abbey',
      'neighbourhood Brook & Dale',
      'neighbourhood Castle',
      'place Brook North',
      'place Brook South',
      'place Harborough',
    ])
  })

  it('finishes later what a dead process had still to derive', async () => {
    await load(write('list.csv', list), write('match.csv', match), write('wards.json', wards))
    await database().execute('truncate search_entry; truncate neighbourhood_outline')
    await noteDerivation(database(), 'outlines')
    const version = await readDataVersion(database())
    expect(await finishDerivations(database())).toEqual([
      'outlines',
      'points',
      'residents',
      'search',
      'analyze',
      'analyze_search',
    ])
    expect(await outlines()).toHaveLength(2)
    expect(await all(sql`select count(*)::int as n from search_entry where kind = 'neighbourhood'`)).toEqual([{ n: 3 }])
    expect(Number(await readDataVersion(database()))).toBeGreaterThan(Number(version))
    expect(await finishDerivations(database())).toEqual([])
  })
})
