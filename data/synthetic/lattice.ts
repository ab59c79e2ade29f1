/**
 * Forces for loads: no map, only areas, map points and how thickly they lie. Points gather in towns as real ones do, and the land is
 * cut into neighbourhoods and LSOAs by halving the points again and again, so that areas are small where there are many.
 */
import { LSOA_RESIDENTS, NAMELESS_SHARE, PUBLIC_PLACES } from './calibration.ts'
import type { FieldLsoa, FieldPoint } from './field.ts'
import { numberedStreetName } from './names.ts'
import type { Setting } from './plan.ts'
import { type Random, runningSums } from './random.ts'

/** Degrees: west, south, east, north. */
export type Box = readonly [number, number, number, number]

export interface LatticePlan {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly box: Box
  readonly neighbourhoods: number
  readonly points: number
  /** Standard deviation of each town in kilometres, the share of points in each, the rest lying in the country. */
  readonly towns: readonly { readonly kilometres: number; readonly share: number }[]
  /** Prefix of its neighbourhood ids, and the number of its first LSOA under `lsoaPrefix`. */
  readonly prefix: string
  readonly lsoaPrefix: string
  readonly firstLsoa: number
}

export interface LatticeNeighbourhood {
  readonly id: string
  readonly name: string
  readonly box: Box
}

export interface LatticeForce {
  readonly neighbourhoods: LatticeNeighbourhood[]
  readonly lsoas: (FieldLsoa & { readonly box: Box })[]
  readonly points: FieldPoint[]
  readonly first: number[]
}

const KILOMETRES_PER_DEGREE = 111.32
const POINTS_PER_LSOA = 26
/** Points per km² above which an LSOA is of each kind. */
const DENSITIES: readonly (readonly [Setting, number])[] = [
  ['centre', 130],
  ['terrace', 60],
  ['suburb', 12],
  ['town', 4],
]

const publicPlaceReach = runningSums(PUBLIC_PLACES.map((place) => place.perThousandPoints))

interface Cell {
  readonly box: Box
  readonly members: number[]
}

/** Lays out one force. Time and memory grow with its points. */
export function makeLattice(plan: LatticePlan, random: Random): LatticeForce {
  const places = scatter(plan, random)
  const cells = halve({ box: plan.box, members: places.map((_, index) => index) }, plan.neighbourhoods, places)
  const force: LatticeForce = { neighbourhoods: [], lsoas: [], points: [], first: [0] }
  for (const [index, cell] of cells.entries()) {
    const number = String(index + 1).padStart(plan.neighbourhoods > 999 ? 4 : 3, '0')
    force.neighbourhoods.push({
      id: `${plan.prefix}${number}`,
      name: `${numberedStreetName(index).split(' ')[0]} ${number}`,
      box: cell.box,
    })
    for (const part of halve(cell, Math.max(1, Math.round(cell.members.length / POINTS_PER_LSOA)), places))
      addLsoa(part, places, plan, force, random)
    force.first.push(force.points.length)
  }
  return force
}

function addLsoa(
  part: Cell,
  places: readonly (readonly [number, number])[],
  plan: LatticePlan,
  force: LatticeForce,
  random: Random,
): void {
  const number = force.lsoas.length
  const density = part.members.length / squareKilometres(part.box)
  const setting = DENSITIES.find(([, least]) => density >= least)?.[0] ?? 'country'
  force.lsoas.push({
    box: part.box,
    setting,
    code: `${plan.lsoaPrefix}${String(plan.firstLsoa + number).padStart(6, '0')}`,
    name: `${plan.name.replace(' Constabulary', '')} ${String(1 + Math.floor(number / 5)).padStart(4, '0')}${String.fromCharCode(65 + (number % 5))}`,
    residents: Math.round(LSOA_RESIDENTS.median * random.logNormal(LSOA_RESIDENTS.sigma)),
    busyness: 1,
  })
  for (const member of part.members) {
    const [longitude, latitude] = places[member] as readonly [number, number]
    const draw = random.next() * 1_000
    const publicPlace = publicPlaceReach.findIndex((reach) => reach > draw)
    force.points.push({
      longitude,
      latitude,
      lsoa: number,
      publicPlace,
      name:
        PUBLIC_PLACES[publicPlace]?.name ??
        (random.chance(NAMELESS_SHARE) ? '' : numberedStreetName(force.points.length)),
    })
  }
}

/** Positions with the six decimals that are written, at least a hundred-thousandth of a degree inside the box. */
function scatter(plan: LatticePlan, random: Random): [number, number][] {
  const [west, south, east, north] = plan.box
  const centres = plan.towns.map(
    () =>
      [west + (east - west) * random.between(0.25, 0.75), south + (north - south) * random.between(0.2, 0.8)] as const,
  )
  const perLongitude = KILOMETRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const townReach = runningSums(plan.towns.map((town) => town.share))
  const inside = (value: number, low: number, high: number) => value > low + 1e-5 && value < high - 1e-5
  const round = (value: number) => Math.round(value * 1e6) / 1e6
  return Array.from({ length: plan.points }, (): [number, number] => {
    const draw = random.next()
    const town = townReach.findIndex((reach) => reach > draw)
    const [x, y] = centres[town] ?? [0, 0]
    const spread = plan.towns[town]?.kilometres ?? 0
    for (;;) {
      const longitude = town < 0 ? random.between(west, east) : x + (random.normal() * spread) / perLongitude
      const latitude = town < 0 ? random.between(south, north) : y + (random.normal() * spread) / KILOMETRES_PER_DEGREE
      if (inside(longitude, west, east) && inside(latitude, south, north)) return [round(longitude), round(latitude)]
    }
  })
}

/** Cuts a cell into parts with like numbers of points by lines of latitude and longitude, so that the parts tile it exactly. */
function halve(cell: Cell, parts: number, places: readonly (readonly [number, number])[]): Cell[] {
  if (parts <= 1 || cell.members.length < 2) return [cell]
  const [west, south, east, north] = cell.box
  const axis = (east - west) * Math.cos((south * Math.PI) / 180) > north - south ? 0 : 1
  const along = (member: number | undefined) => (places[member as number] as readonly [number, number])[axis]
  const sorted = cell.members.toSorted((a, b) => along(a) - along(b))
  const fewer = Math.floor(parts / 2)
  const split = Math.min(sorted.length - 1, Math.max(1, Math.round((sorted.length * fewer) / parts)))
  const line = (along(sorted[split - 1]) + along(sorted[split])) / 2
  const low: Box = axis === 0 ? [west, south, line, north] : [west, south, east, line]
  const high: Box = axis === 0 ? [line, south, east, north] : [west, line, east, north]
  return [
    ...halve({ box: low, members: sorted.slice(0, split) }, fewer, places),
    ...halve({ box: high, members: sorted.slice(split) }, parts - fewer, places),
  ]
}

export function squareKilometres([west, south, east, north]: Box): number {
  const middle = (((south + north) / 2) * Math.PI) / 180
  return (east - west) * (north - south) * KILOMETRES_PER_DEGREE ** 2 * Math.cos(middle)
}

/** A box as a GeoJSON polygon. */
export function boxPolygon([west, south, east, north]: Box): string {
  return `{"type":"Polygon","coordinates":[[[${west},${south}],[${east},${south}],[${east},${north}],[${west},${north}],[${west},${south}]]]}`
}
