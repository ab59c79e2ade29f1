import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mortonCell, worldPixel } from '../../shared/geography/mercator.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { shared, sharedData } from '../../test/support/sharedData.ts'
import type { Database } from '../database/database.ts'

/** One force with two neighbourhoods, one of them without an outline, and three crimes around a point in Leicester. */
async function seed(database: Database): Promise<void> {
  await database.execute(`
    insert into force (id, name) values ('leicestershire', 'Leicestershire Police'), ('btp', 'British Transport Police');
    insert into neighbourhood (force_id, code, name, centre, contact_details, residents, description)
      values ('leicestershire', 'NC04', 'City Centre', st_setsrid(st_makepoint(-1.13619, 52.6389), 4326), '{"telephone":"101"}', 4321, '<p>Castle</p>'),
             ('leicestershire', 'NC 66', 'Cultural Quarter', null, '{}', null, null);
    insert into neighbourhood_outline (neighbourhood_id, outline, source)
      select id, st_multi(st_makeenvelope(-1.15, 52.62, -1.11, 52.65, 4326)), 'police' from neighbourhood where code = 'NC04';
    insert into team_member (neighbourhood_id, position, name, rank, contact_details)
      select id, 1, 'A. Example', 'PC', '{"email":"a@example.org"}' from neighbourhood where code = 'NC04';
    insert into station (neighbourhood_id, position, name, address) select id, 1, 'Mansfield House', '74 Belgrave Gate' from neighbourhood where code = 'NC04';
    insert into neighbourhood_link (neighbourhood_id, position, url, title) select id, 1, 'http://www.leicester.gov.uk/', 'Leicester City Council' from neighbourhood where code = 'NC04';
    insert into import_file (source, name, sha256, row_count, loaded_count) values ('street', 'a.csv', 'x', 4, 4);
    insert into publication (force_id, month, dataset, row_count, placed_count, import_file_id)
      select force, month::date, 'street', 1, 1, (select id from import_file)
      from (values ('leicestershire', '2022-08-01'), ('leicestershire', '2022-09-01'), ('btp', '2022-09-01')) as published (force, month);
    insert into map_point (longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon)
      values ${[
        pointValues(-1_132_503, 52_629_831, 'On or near Abbey Lane'),
        pointValues(-1_132_503, 52_644_000, ''),
        pointValues(-1_132_503, 52_660_000, 'On or near Far Away'),
      ].join(', ')};
    insert into crime (publication_id, month, category_id, map_point_id, cell, outcome_id, persistent_id)
      select publication.id, publication.month, category.id, map_point.id, map_point.cell, outcome_category.id, decode(identifier, 'hex')
      from (values
        ('leicestershire', '2022-09-01', 'burglary', 'On or near Abbey Lane', 'Under investigation', repeat('ab', 32)),
        ('btp', '2022-09-01', 'anti-social-behaviour', '', null, null),
        ('leicestershire', '2022-09-01', 'drugs', 'On or near Far Away', null, null),
        ('leicestershire', '2022-08-01', 'robbery', 'On or near Abbey Lane', null, null)
      ) as recorded (force, month, slug, street, outcome, identifier)
      join publication on publication.force_id = force and publication.month = recorded.month::date
      join category on category.slug = recorded.slug
      join map_point on map_point.street_name = street
      left join outcome_category on outcome_category.name = outcome`)
}

/** A row of map_point, without a hexagon. */
function pointValues(longitude: number, latitude: number, street: string): string {
  const { x, y } = worldPixel(longitude / 1e6, latitude / 1e6)
  return `(${longitude}, ${latitude}, '${street}', ${x}, ${y}, ${mortonCell(x, y)}, 0)`
}

onBothDatabases('the public API', (database) => {
  let app: TestApp
  beforeAll(async () => {
    await seed(database())
    app = await startTestApp(database())
  })
  afterAll(() => app.close())
  /** A new address each time, so that the limit of another test is not met. */
  let visitor = 0
  const get = (path: string) =>
    fetch(`${app.url}/api${path}`, { headers: { 'x-forwarded-for': `198.51.100.${Math.floor(++visitor / 10)}` } })
  const json = async (path: string) => (await get(path)).json() as Promise<never>

  it('lists forces and neighbourhoods', async () => {
    expect(await json('/forces')).toEqual([
      { id: 'btp', name: 'British Transport Police' },
      { id: 'leicestershire', name: 'Leicestershire Police' },
    ])
    expect(await json('/leicestershire/neighbourhoods')).toEqual([
      { id: 'NC 66', name: 'Cultural Quarter' },
      { id: 'NC04', name: 'City Centre' },
    ])
    expect((await get('/nowhere/neighbourhoods')).status).toBe(404)
  })

  it('gives a neighbourhood with texts where clients expect texts', async () => {
    expect(await json('/leicestershire/NC04')).toMatchObject({
      id: 'NC04',
      population: '4321',
      centre: { latitude: '52.6389', longitude: '-1.13619' },
      contact_details: { telephone: '101' },
      links: [{ url: 'http://www.leicester.gov.uk/', title: 'Leicester City Council', description: null }],
      locations: [{ name: 'Mansfield House', type: 'station', latitude: null, longitude: null }],
    })
    expect(await json('/leicestershire/NC%2066')).toMatchObject({ population: '0', links: [], locations: [] })
    expect((await get('/leicestershire/nc04')).status).toBe(404) // ids are case-sensitive
  })

  it.runIf(sharedData)('gives it every field of the recorded one', async () => {
    const recorded = JSON.parse(readFileSync(shared('api/laravel-police-uk/leicestershire-NC04.json'), 'utf8'))
    const ours = await json('/leicestershire/NC04')
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(recorded)))
    expect(Object.keys(ours['locations'][0])).toEqual(expect.arrayContaining(Object.keys(recorded.locations[0])))
  })

  it('gives an outline as a closed ring with ten decimals, and an empty one where there is none', async () => {
    const ring = (await json('/leicestershire/NC04/boundary')) as { latitude: string; longitude: string }[]
    expect(ring).toHaveLength(5)
    expect(ring[0]).toEqual(ring[4])
    expect(ring[0]).toEqual({ latitude: '52.6200000000', longitude: '-1.1500000000' })
    expect(await json('/leicestershire/NC%2066/boundary')).toEqual([])
  })

  it('gives the team', async () => {
    const people = await json('/leicestershire/NC04/people')
    expect(people).toEqual([{ name: 'A. Example', rank: 'PC', bio: null, contact_details: { email: 'a@example.org' } }])
  })

  it('locates a neighbourhood, and 404 outside all of them or when asked nonsense', async () => {
    expect(await json('/locate-neighbourhood?q=52.63,-1.13')).toEqual({
      force: 'leicestershire',
      neighbourhood: 'NC04',
    })
    for (const q of ['51.5,-0.1', 'here', '', '-1.13,52.63'])
      expect((await get(`/locate-neighbourhood?q=${q}`)).status).toBe(404)
  })

  it('has the fifteen categories in the public order', async () => {
    const categories = (await json('/crime-categories')) as { url: string; name: string }[]
    expect(categories).toHaveLength(15)
    expect(categories[0]).toEqual({ url: 'all-crime', name: 'All crime' })
    expect(categories.at(-2)).toEqual({ url: 'violent-crime', name: 'Violence and sexual offences' })
  })

  const nearby = '/crimes-street/all-crime?lat=52.629831&lng=-1.132503'

  it('gives the crimes of the latest month within a mile, and not those beyond', async () => {
    const crimes = (await json(nearby)) as Record<string, unknown>[]
    expect(crimes.map((crime) => crime['category']).sort()).toEqual(['anti-social-behaviour', 'burglary'])
    const burglary = crimes.find((crime) => crime['category'] === 'burglary')
    expect(burglary).toMatchObject({
      location_type: 'Force',
      location: { latitude: '52.629831', longitude: '-1.132503', street: { name: 'On or near Abbey Lane' } },
      context: '',
      outcome_status: { category: 'Under investigation' },
      persistent_id: 'ab'.repeat(32),
      location_subtype: '',
      month: '2022-09',
    })
    const railway = crimes.find((crime) => crime['category'] === 'anti-social-behaviour')
    expect(railway).toMatchObject({
      location_type: 'BTP',
      location: { street: { name: 'On or near ' } },
      outcome_status: null,
      persistent_id: '',
    })
  })

  it('draws the line at a mile on the ground', async () => {
    const { rows } = await sql<{ metres: number }>`
      select st_distance(location::geography, st_setsrid(st_makepoint(-1.132503, 52.629831), 4326)::geography) as metres
      from map_point where street_name in ('', 'On or near Far Away') order by metres`.execute(database().kysely)
    expect(rows[0]?.metres).toBeLessThan(1609.344)
    expect(rows[1]?.metres).toBeGreaterThan(1609.344)
  })

  it('filters by category and month; an unknown category means all', async () => {
    expect(await json(`${nearby.replace('all-crime', 'burglary')}`)).toHaveLength(1)
    expect(await json(`${nearby.replace('all-crime', 'nonsense')}`)).toHaveLength(2)
    expect(await json(`${nearby}&date=2022-08`)).toHaveLength(1)
    expect(await json(`${nearby}&date=undefined`)).toHaveLength(2)
  })

  it('tells what is wrong by status, with an empty body', async () => {
    const status = async (path: string) => {
      const answer = await get(path)
      if (answer.status >= 400) expect(await answer.text()).toBe('')
      return answer.status
    }
    expect(await status('/crimes-street/all-crime?lat=52.6')).toBe(400)
    expect(await status('/crimes-street/all-crime?lat=&lng=')).toBe(400)
    expect(await status(`${nearby}&date=2022-13`)).toBe(404)
    expect(await status(`${nearby}&date=2022-07`)).toBe(404)
    expect(await json(`${nearby}&date=2022-10`)).toEqual([])
    expect(await json('/crimes-street/all-crime?lat=40&lng=10')).toEqual([])
    expect(await status('/no/such/method/here')).toBe(404)
  })

  it('may be read from any page', async () => {
    expect((await get('/forces')).headers.get('access-control-allow-origin')).toBe('*')
  })
})
