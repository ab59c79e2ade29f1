import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATEGORIES, NO_LOCATION_SHARE, STACKING } from './calibration.ts'
import { DEMO_FORCE, type DemoSummary, generateDemo } from './index.ts'
import { contains, distanceToLine, type Position, segmentsMeet, signedArea } from './plane.ts'

const MONTHS = 4
const SEED = 7

interface Outline {
  properties: Record<string, string>
  geometry: { type: string; coordinates: [number, number][][] }
}

let folder = ''
let summary: DemoSummary
let rows: string[][] = []

const read = (name: string) => readFile(join(folder, name), 'utf8')
const outlines = async (name: string): Promise<Outline[]> => JSON.parse(await read(name)).features

/** Degrees to metres enough for areas and distances here. */
const metres = ([longitude, latitude]: readonly [number, number]): Position => ({
  x: (longitude - 2.3) * 64_330,
  y: (latitude - 54.7) * 111_320,
})
const ringOf = (outline: Outline): Position[] => (outline.geometry.coordinates[0] ?? []).slice(0, -1).map(metres)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'our-patch-synthetic-'))
  summary = await generateDemo(folder, { seed: SEED, months: MONTHS })
  for (const month of summary.months) {
    const file = await read(join('street', month, `${month}-${DEMO_FORCE.id}-street.csv`))
    rows.push(...(parse(file, { from_line: 2, record_delimiter: '\r\n' }) as string[][]))
  }
}, 60_000)

afterAll(async () => {
  rows = []
  await rm(folder, { recursive: true, force: true })
})

describe('the demo force', () => {
  test('is the same, byte for byte, for the same seed', async () => {
    const again = await mkdtemp(join(tmpdir(), 'our-patch-synthetic-again-'))
    try {
      await generateDemo(again, { seed: SEED, months: MONTHS })
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      expect(names.length).toBe(MONTHS + 9)
      for (const { parentPath, name } of names) {
        const path = join(parentPath, name).slice(folder.length)
        expect((await readFile(join(again, path))).equals(await readFile(join(folder, path))), path).toBe(true)
      }
    } finally {
      await rm(again, { recursive: true, force: true })
    }
  }, 60_000)

  test('says how many rows it wrote', () => {
    expect(rows.length).toBe(summary.crimes)
    for (const month of summary.months)
      expect(rows.filter((row) => row[1] === month).length).toBe(summary.crimesByMonth[month])
    for (const { name } of CATEGORIES)
      expect(rows.filter((row) => row[9] === name).length).toBe(summary.crimesByCategory[name])
    const placed = Object.values(summary.placedByNeighbourhood).reduce((sum, count) => sum + count, 0)
    expect(rows.filter((row) => row[4] !== '').length).toBe(placed)
  })

  test('writes the published street format, habits and all', async () => {
    const month = summary.months[0] ?? ''
    const file = await read(join('street', month, `${month}-dogger-street.csv`))
    expect(file.slice(0, file.indexOf('\r\n'))).toBe(
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context',
    )
    expect(file.split('\r\n').length).toBe(file.split('\n').length)
    expect(file).toMatch(/,"On or near [^"]+, [^"]+",/)
    expect(rows.filter((row) => row.length !== 12)).toEqual([])
    expect(rows.filter((row) => !isPublishedRow(row))).toEqual([])
  })

  test('has the measured shares of categories, of rows without a place and of stacking', () => {
    for (const { name, share } of CATEGORIES) {
      const count = rows.filter((row) => row[9] === name).length
      // Four months of a dozen neighbourhoods, overdispersed: within six standard deviations of three times Poisson.
      expect(Math.abs(count - share * rows.length), name).toBeLessThan(6 * Math.sqrt(3 * share * rows.length) + 25)
    }
    const placed = rows.filter((row) => row[4] !== '')
    expect(1 - placed.length / rows.length).toBeGreaterThan(NO_LOCATION_SHARE * 0.7)
    expect(1 - placed.length / rows.length).toBeLessThan(NO_LOCATION_SHARE * 1.3)
    const counts = new Map<string, number>()
    for (const row of placed) counts.set(`${row[4]},${row[5]}`, (counts.get(`${row[4]},${row[5]}`) ?? 0) + 1)
    const sorted = [...counts.values()].sort((a, b) => b - a)
    const share = (top: number) =>
      sorted.slice(0, Math.round(sorted.length * top)).reduce((a, b) => a + b, 0) / placed.length
    expect(share(0.01)).toBeGreaterThan(STACKING.busiestHundredth * 0.6)
    expect(share(0.01)).toBeLessThan(STACKING.busiestHundredth * 1.6)
    expect(Math.abs(share(0.1) - STACKING.busiestTenth)).toBeLessThan(0.13)
  })

  test('leaves young months under investigation more than older ones', () => {
    const share = (month: string | undefined) => {
      const crimes = rows.filter((row) => row[1] === month && row[0] !== '')
      return crimes.filter((row) => row[10] === 'Under investigation').length / crimes.length
    }
    expect(share(summary.months.at(-1))).toBeGreaterThan(0.18)
    expect(share(summary.months.at(-1))).toBeLessThan(0.27)
    expect(share(summary.months[0])).toBeLessThan(0.11)
  })
})

describe('its areas', () => {
  test('are closed rings that do not cross themselves, and together are the land, without gap or overlap', async () => {
    const land = (await outlines('basemap.geojson')).find((one) => one.properties.class === 'island') as Outline
    const whole = signedArea(ringOf(land))
    for (const file of ['neighbourhood-outlines.geojson', 'lsoa.geojson']) {
      const areas = await outlines(file)
      let total = 0
      const sides = new Map<string, number>()
      for (const area of areas) {
        const ring = area.geometry.coordinates[0] ?? []
        expect(ring[0]).toEqual(ring.at(-1))
        expect(selfCrossings(ringOf(area))).toBe(0)
        expect(signedArea(ringOf(area))).toBeGreaterThan(0)
        total += signedArea(ringOf(area))
        for (let index = 1; index < ring.length; index++) {
          const ends = [ring[index - 1], ring[index]].map(String)
          sides.set(ends.join(' '), (sides.get(ends.join(' ')) ?? 0) + 1)
        }
      }
      expect(Math.abs(total - whole)).toBeLessThan(1)
      const shore = new Set((land.geometry.coordinates[0] ?? []).map(String))
      expect([...sides.values()].every((count) => count === 1)).toBe(true)
      // Every side is shared with the area across it, the other way round, unless it is shore.
      const alone = [...sides.keys()].map((side) => side.split(' ')).filter(([from, to]) => !sides.has(`${to} ${from}`))
      expect(alone.filter((ends) => !ends.every((end) => shore.has(end)))).toEqual([])
    }
  })

  test('hold every point in the LSOA and the neighbourhood that it is said to be in', async () => {
    const lsoas = new Map((await outlines('lsoa.geojson')).map((one) => [one.properties.LSOA11CD, ringOf(one)]))
    const neighbourhoods = (await outlines('neighbourhood-outlines.geojson')).map(ringOf)
    const seen = new Set<string>()
    for (const [, , , , longitude, latitude, , code] of rows) {
      if (!code || seen.has(`${longitude} ${latitude}`)) continue
      seen.add(`${longitude} ${latitude}`)
      const place = metres([Number(longitude), Number(latitude)])
      expect(contains(lsoas.get(code) ?? [], place)).toBe(true)
      expect(neighbourhoods.filter((ring) => contains(ring, place)).length).toBe(1)
    }
    expect(seen.size).toBeGreaterThan(1_500)
  })

  test('have residents, LSOA for LSOA', async () => {
    const population = parse(await read('lsoa-population.csv'), { columns: true }) as Record<string, string>[]
    const lsoas = await outlines('lsoa.geojson')
    expect(population.map((row) => row['LSOA code (2011)'])).toEqual(lsoas.map((one) => one.properties.LSOA11CD))
    expect(lsoas.length).toBe(summary.lsoas)
    const residents = population.map((row) => Number(row['Total population: invented for the demonstration']))
    expect(residents.every((count) => count >= 1_000 && count <= 3_000)).toBe(true)
  })
})

describe('its postcodes, teams and map', () => {
  test('no postcode is one of a real place, and each lies in a neighbourhood', async () => {
    const postcodes = parse(await read('postcodes.csv'), { columns: true }) as Record<string, string>[]
    const rings = (await outlines('neighbourhood-outlines.geojson')).map(ringOf)
    expect(postcodes.length).toBe(summary.postcodes)
    expect(new Set(postcodes.map((row) => row.pcds)).size).toBe(postcodes.length)
    for (const row of postcodes) {
      expect(row.pcds).toMatch(/^ZZ\d{1,2} [1-9][ABD-HJLNP-UW-Z]{2}$/)
      expect(row.pcd).toHaveLength(7)
      expect(row.lsoa11).toMatch(/^Z01\d{6}$/)
      const place = metres([Number(row.long), Number(row.lat)])
      expect(rings.filter((ring) => contains(ring, place)).length).toBe(1)
    }
  })

  test('the grid reference of Caister water tower is the one Ordnance Survey works out', async () => {
    const { toNationalGrid } = await import('./projection.ts')
    // OS guide, annex C: 52°39'27.2531"N 1°43'4.5177"E on OSGB36 is 651409.903, 313177.270; on WGS84 it is 52°39'28.8282"N 1°42'57.8663"E.
    const { easting, northing } = toNationalGrid({
      latitude: 52 + 39 / 60 + 28.8282 / 3600,
      longitude: 1 + 42 / 60 + 57.8663 / 3600,
    })
    expect(Math.abs(easting - 651_409.9)).toBeLessThan(6)
    expect(Math.abs(northing - 313_177.3)).toBeLessThan(6)
  })

  test('every way to reach a team is one that nobody has', async () => {
    const text = await read('teams.json')
    const teams = JSON.parse(text)
    expect(teams.force.invented).toBe(true)
    expect(teams.neighbourhoods.map((team: { id: string }) => team.id)).toEqual(
      Object.keys(summary.placedByNeighbourhood),
    )
    for (const [, host] of text.matchAll(/(?:@|https?:\/\/)([a-z.-]+)/g)) expect(host).toMatch(/\.example$/)
    for (const [number] of text.matchAll(/\b0\d{3,4} ?\d{3} ?\d{3,4}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/)
    const sparse = teams.neighbourhoods.filter(
      (team: { contact_details: object }) => Object.keys(team.contact_details).length === 0,
    )
    expect(sparse).toHaveLength(1)
  })

  test('streets have names of their own, and nothing is drawn off the land but the sea', async () => {
    const features = await outlines('basemap.geojson')
    const streets = features.filter((one) => one.properties.layer === 'road')
    expect(streets.length).toBe(summary.streets)
    const names = streets.map((one) => one.properties.name)
    expect(names.every((name) => name && name.length > 4)).toBe(true)
    // Each bank's boulevard runs through three neighbourhoods, a piece in each.
    const pieces = names.filter((name) => name?.startsWith('Boulevard')).length
    expect(pieces).toBe(6)
    expect(new Set(names).size).toBe(names.length - 4)
    const land = ringOf(features.find((one) => one.properties.class === 'island') as Outline)
    for (const street of streets)
      for (const position of street.geometry.coordinates as unknown as [number, number][]) {
        const place = metres(position)
        expect(contains(land, place) || distanceToLine(place, land, true) < 1).toBe(true)
      }
    const layers = new Set(features.map((one) => one.properties.layer))
    expect(layers).toEqual(new Set(['water', 'land', 'park', 'building', 'rail', 'road', 'place']))
  })
})

function isPublishedRow(row: readonly string[]): boolean {
  const [
    id = '',
    ,
    reported,
    within,
    longitude,
    latitude,
    location = '',
    code = '',
    name = '',
    category,
    outcome,
    context,
  ] = row
  const identified = category === 'Anti-social behaviour' ? `${id}${outcome}` === '' : /^[0-9a-f]{64}$/.test(id)
  const placed =
    /^2\.\d{6} 54\.\d{6}$/.test(`${longitude} ${latitude}`) &&
    location.startsWith('On or near ') &&
    /^Z01\d{6}$/.test(code) &&
    /^Dogger Bank \d{3}[A-F]$/.test(name)
  const unplaced = [longitude, latitude, location, code, name].join('|') === '||No Location||'
  return (
    identified && (placed || unplaced) && reported === DEMO_FORCE.name && within === DEMO_FORCE.name && context === ''
  )
}

/** How often a ring crosses itself, by sweeping its sides from west to east. */
function selfCrossings(ring: readonly Position[]): number {
  const sides = ring
    .map((a, index) => ({ index, a, b: ring[(index + 1) % ring.length] as Position }))
    .map((side) => ({ ...side, west: Math.min(side.a.x, side.b.x), east: Math.max(side.a.x, side.b.x) }))
    .sort((a, b) => a.west - b.west)
  let crossings = 0
  for (const [position, side] of sides.entries()) {
    for (let next = position + 1; next < sides.length; next++) {
      const other = sides[next] as (typeof sides)[number]
      if (other.west > side.east) break
      const apart = Math.abs(side.index - other.index)
      if (apart === 1 || apart === ring.length - 1) continue
      if (segmentsMeet(side.a, side.b, other.a, other.b)) crossings++
    }
  }
  return crossings
}
