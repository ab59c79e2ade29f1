/** Map points of the invented island: the middles of streets, and public places, each well inside one LSOA. */
import { NAMELESS_SHARE, PUBLIC_PLACES } from './calibration.ts'
import type { FieldLsoa, FieldPoint } from './field.ts'
import type { Island } from './island.ts'
import type { Block, Lsoa, Neighbourhood, Setting, Street } from './plan.ts'
import { alongLine, at, centroid, contains, distance, distanceToLine, lineLength, type Position } from './plane.ts'
import { coordinate } from './projection.ts'
import type { Random } from './random.ts'

/** Metres that a point keeps from the edge of its LSOA, so that rounding and outlines never disagree. */
const INSIDE_METRES = 5
const SHORTEST_STREET_METRES = 32

export interface IslandPoint extends FieldPoint {
  readonly place: Position
  readonly neighbourhood: number
  readonly setting: Setting
  /** The street it stands on; blank for a public place. */
  readonly street: string
}

interface Home {
  readonly lsoa: Lsoa
  readonly index: number
  readonly neighbourhood: number
  readonly box: readonly [number, number, number, number]
}

/** Finds the LSOA that holds a position. */
export class LsoaFinder {
  private readonly homes: Home[]

  constructor(neighbourhoods: readonly Neighbourhood[]) {
    let index = 0
    this.homes = neighbourhoods.flatMap((neighbourhood, number) =>
      neighbourhood.lsoas.map((lsoa): Home => {
        const xs = lsoa.ring.map((point) => point.x)
        const ys = lsoa.ring.map((point) => point.y)
        const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const
        return { lsoa, index: index++, neighbourhood: number, box }
      }),
    )
  }

  find(place: Position, insideMetres: number): Home | undefined {
    return this.homes.find(
      ({ box, lsoa }) =>
        place.x > box[0] &&
        place.y > box[1] &&
        place.x < box[2] &&
        place.y < box[3] &&
        contains(lsoa.ring, place) &&
        distanceToLine(place, lsoa.ring, true) >= insideMetres,
    )
  }
}

/** LSOAs in the order that points number them. The west bank's centre is the busiest part of the island. */
export function fieldLsoas(neighbourhoods: readonly Neighbourhood[]): FieldLsoa[] {
  return neighbourhoods.flatMap((neighbourhood, number) =>
    neighbourhood.lsoas.map((lsoa) => ({
      ...lsoa,
      busyness: lsoa.setting === 'centre' ? (number === 0 ? 1.3 : 0.7) : 1,
    })),
  )
}

/** All map points, in the order of their neighbourhoods. */
export async function makePoints(island: Island, random: Random, pause: () => Promise<void>): Promise<IslandPoint[]> {
  const finder = new LsoaFinder(island.neighbourhoods)
  const points: IslandPoint[] = []
  const add = (place: Position, name: string, street: string, publicPlace: number): boolean => {
    const home = finder.find(place, INSIDE_METRES)
    if (!home) return false
    const [longitude, latitude] = coordinate(place)
    points.push({
      longitude,
      latitude,
      name,
      street,
      publicPlace,
      place,
      lsoa: home.index,
      neighbourhood: home.neighbourhood,
      setting: home.lsoa.setting,
    })
    return true
  }
  for (const street of island.streets) {
    const nameless = street.level === 'footway' || random.chance(NAMELESS_SHARE * 0.3)
    for (const beside of placesAlong(street, random)) {
      if (beside.some((place) => add(place, nameless ? '' : street.name, street.name, -1))) await pause()
    }
  }
  addPublicPlaces(island, finder, points.length, random, (place, name, publicPlace) =>
    add(place, name, '', publicPlace),
  )
  return points.sort((a, b) => a.neighbourhood - b.neighbourhood || a.lsoa - b.lsoa)
}

/** For each point that a street should have: the places to try, the middle of the road first. Metres between points depend on the road. */
function placesAlong(street: Street, random: Random): Position[][] {
  const length = lineLength(street.path)
  if (length < SHORTEST_STREET_METRES) return []
  const country = street.setting === 'country'
  const apart = country ? (street.level === 'primary' ? 1_900 : 1_300) : street.level === 'residential' ? 260 : 240
  const count = Math.max(1, Math.round(length / apart))
  return Array.from({ length: count }, (_, index) => {
    const middle = alongLine(street.path, (length * (index + 0.5)) / count)
    const side = random.chance(0.5) ? 1 : -1
    return [0, 14 * side, -14 * side, 22 * side].map((away) => ({
      x: middle.x - middle.dy * away,
      y: middle.y + middle.dx * away,
    }))
  })
}

/** Which kinds of place have which public places, and whether they stand on green land. */
const WHERE: Readonly<Record<string, { settings: readonly Setting[]; green?: Block['use']; least?: number }>> = {
  Supermarket: { settings: ['suburb', 'terrace', 'town', 'suburb', 'centre'] },
  'Parking Area': { settings: ['centre', 'town', 'suburb', 'terrace', 'village'] },
  'Shopping Area': { settings: ['centre'] },
  'Petrol Station': { settings: ['suburb', 'terrace', 'town', 'village'] },
  'Sports/Recreation Area': { settings: ['suburb', 'terrace', 'town', 'village'], green: 'recreation' },
  'Park/Open Space': { settings: ['suburb', 'terrace', 'town', 'village'], green: 'park' },
  Nightclub: { settings: ['centre'] },
  Hospital: { settings: ['suburb', 'town'] },
  'Police Station': { settings: ['centre', 'centre', 'town', 'town', 'town', 'town', 'suburb'], least: 7 },
  'Further/Higher Educational Building': { settings: ['terrace'] },
  'Pedestrian Subway': { settings: ['terrace', 'centre'] },
  'Bus/Coach Station': { settings: ['centre', 'town'] },
  'Theatre/Concert Hall': { settings: ['centre'] },
  'Conference/Exhibition Centre': { settings: ['centre', 'suburb'] },
}

/** A few places have names of their own; one that ends in a comma goes on with its neighbourhood, as some published names do. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  Supermarket: ['Harbour Stores,', 'Longshore Market,'],
  Hospital: ['Dogger Infirmary'],
  'Park/Open Space': ['Ropewalk Common,'],
}
/** Public places that no neighbourhood has two of. */
const ONE_EACH: ReadonlySet<string> = new Set(['Police Station', 'Hospital'])
const APART_METRES = 60

type Add = (place: Position, name: string, publicPlace: number) => void

function addPublicPlaces(island: Island, finder: LsoaFinder, streetPoints: number, random: Random, add: Add): void {
  const used: Position[] = []
  for (const [index, kind] of PUBLIC_PLACES.entries()) {
    const where = WHERE[kind.name]
    if (!where) continue
    const names = [...(NAMED[kind.name] ?? [])]
    const had = new Set<number>()
    const wanted = Math.max(where.least ?? 1, Math.round((kind.perThousandPoints * streetPoints) / 1_000))
    for (let number = 0; number < wanted; number++) {
      const setting = at(where.settings, number)
      const blocks = island.blocks.filter((block) => block.setting === setting && suits(block, where.green))
      for (let attempt = 0; attempt < 30 && blocks.length > 0; attempt++) {
        const place = centroid(random.pick(blocks).ring)
        const home = finder.find(place, INSIDE_METRES)
        if (!home || used.some((other) => distance(other, place) < APART_METRES)) continue
        if (ONE_EACH.has(kind.name) && had.has(home.neighbourhood)) continue
        const own = names.pop() ?? kind.name
        add(place, own.endsWith(',') ? `${own} ${island.neighbourhoods[home.neighbourhood]?.name}` : own, index)
        had.add(home.neighbourhood)
        used.push(place)
        break
      }
    }
  }
}

const suits = (block: Block, green: Block['use'] | undefined): boolean =>
  green ? block.use === green : block.use === 'homes' || block.use === 'works'
