/** The country: each rural neighbourhood has a small coast town, roads to the chief town, lanes and villages at their crossings. */
import { arcAround, cutArc, walkUntilFar } from './arcs.ts'
import { type CutStyle, cutAcross, cutAlong, NoRoom, type Ring, staysInside, verticesOf } from './cut.ts'
import type { Setting } from './plan.ts'
import { at, centroid, contains, distance, type Position, signedArea, type Vertex } from './plane.ts'
import type { Random } from './random.ts'
import { cutRoad, partition } from './roads.ts'
import type { DraftLsoa, DraftNeighbourhood, Lay } from './town.ts'

const LARGEST_PARCEL_SQUARE_METRES = 7_500_000
/** Village streets stop this short of the fields. */
const VILLAGE_EDGE_METRES = 16
const ROAD: CutStyle = { step: 70, bend: 0.1, clearance: 320, along: 'road' }

/** Land between lanes, or a village on one side of them. */
export interface Parcel {
  ring: Ring
  readonly setting: Setting
  readonly lsoa: DraftLsoa
}

export interface Rural {
  readonly neighbourhood: DraftNeighbourhood
  readonly parcels: Parcel[]
  readonly town: Position
  readonly townRing: Ring
}

/** Splits the country beyond a bypass in two, from a gate of the town to the coast that leaves the shares alike. */
export function halveCountry(country: Ring, gate: Vertex, rail: boolean, random: Random, lay: Lay): [Ring, Ring] {
  const whole = signedArea(country)
  const start = country.indexOf(gate)
  const turned = [...country.slice(start), ...country.slice(0, start)]
  let twice = 0
  const shares = turned.map((point, index) => {
    const next = at(turned, index + 1)
    const share = (twice + point.x * gate.y - gate.x * point.y) / 2 / whole
    twice += point.x * next.y - next.x * point.y
    return { point, share }
  })
  const targets = shares
    .filter(({ point }) => point.along === 'coast')
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5))
  const style = {
    step: 60,
    roughness: 0.05,
    clearance: 120,
    along: rail ? ('rail' as const) : ('road' as const),
    barrier: rail ? 22 : 0,
  }
  for (const { point } of targets.slice(0, 60).filter((_, index) => index % 6 === 0)) {
    const cut = cutRoad(country, gate, point, style, random)
    if (!cut) continue
    lay(cut.path, rail ? 'rail' : 'primary')
    return [cut.left, cut.right]
  }
  throw new NoRoom('no road to the coast')
}

/** Lays out one rural neighbourhood. `bypass` and `gates` are those of the chief town. */
export async function layRural(
  ring: Ring,
  bypass: Vertex[],
  gates: Vertex[],
  share: number,
  random: Random,
  lay: Lay,
  pause: () => Promise<void>,
): Promise<Rural> {
  const coast = coastOf(ring)
  for (let attempt = 0; attempt < 40; attempt++) {
    const centre = at(
      coast,
      Math.round(coast.length * Math.min(0.85, Math.max(0.15, share + random.between(-0.02, 0.02) * attempt))),
    )
    const index = ring.indexOf(centre)
    const radius = random.between(700, 860)
    const from = walkUntilFar(ring, index, -1, centre, radius)
    const to = walkUntilFar(ring, index, 1, centre, radius)
    if (from.along !== 'coast' || to.along !== 'coast') continue
    const arc = cutArc(ring, centre, from, to, 34, 'road', random, 0.32)
    await pause()
    if (!arc) continue
    lay(arc.path, 'secondary')
    return layAround(ring, arc.right, arc.left, arc.path, bypass, gates, random, lay, pause)
  }
  throw new NoRoom('no place for a coast town')
}

function coastOf(ring: Ring): Vertex[] {
  const start = ring.findIndex((point, index) => point.along === 'coast' && at(ring, index - 1).along !== 'coast')
  return [...ring.slice(start), ...ring.slice(0, start)].filter((point) => point.along === 'coast')
}

async function layAround(
  ring: Ring,
  townRing: Ring,
  rest: Ring,
  arc: Vertex[],
  bypass: Vertex[],
  gates: Vertex[],
  random: Random,
  lay: Lay,
  pause: () => Promise<void>,
): Promise<Rural> {
  const streets = { step: 24, bend: 0.08, clearance: 70, along: 'road' as const }
  const townLsoas = partition(townRing, 4, streets, random, (path) => lay(path, 'secondary'))
  await pause()
  const doors = bypass.slice(4, -4).filter((point) => rest.includes(point))
  const gate = gates.find((point) => doors.includes(point) && point.junctions < 3)
  const way = { step: 60, roughness: 0.06, clearance: 90, along: 'road' as const }
  const middle = at(arc, arc.length >> 1)
  const road =
    (gate && cutRoad(rest, middle, gate, way, random)) ??
    cutRoad(rest, middle, at(doors, doors.length >> 1), way, random) ??
    cutAcross(rest, 0.5, ROAD, random)
  if (road) lay(road.path, 'primary')
  const halves = road ? [road.left, road.right] : [rest]
  await pause()
  const drafts: DraftLsoa[] = []
  for (const half of halves) {
    const parts = partition(half, road ? 2 : 4, ROAD, random, (path) => lay(path, 'secondary'))
    drafts.push(...parts.map((part): DraftLsoa => ({ ring: part, setting: 'country' })))
    await pause()
  }
  const parcels: Parcel[] = []
  for (const lsoa of drafts) {
    parcels.push(...divide(lsoa.ring, random, lay).map((part): Parcel => ({ ring: part, setting: 'country', lsoa })))
    await pause()
  }
  const towns = townLsoas.map((part): DraftLsoa => ({ ring: part, setting: 'town' }))
  return {
    neighbourhood: { ring, lsoas: [...towns, ...drafts] },
    parcels,
    town: centroid(townRing),
    townRing,
  }
}

/** Lanes until no parcel is larger than a few square kilometres. */
function divide(ring: Ring, random: Random, lay: Lay): Ring[] {
  if (signedArea(ring) < LARGEST_PARCEL_SQUARE_METRES * random.between(0.7, 1.3)) return [ring]
  const cut = cutAcross(ring, random.between(0.4, 0.6), ROAD, random)
  if (!cut) return [ring]
  lay(cut.path, 'lane')
  return [...divide(cut.left, random, lay), ...divide(cut.right, random, lay)]
}

/** Carves villages about crossings of country roads, apart from each other and from towns. Returns their centres. */
export function settleVillages(
  parcels: Parcel[],
  towns: readonly Position[],
  most: number,
  random: Random,
): Position[] {
  const crossings = new Set(
    parcels.flatMap((parcel) => parcel.ring).filter((point) => point.along === 'road' && point.junctions > 0),
  )
  const centres: Vertex[] = []
  for (const crossing of random.shuffle([...crossings])) {
    if (centres.length >= most) break
    if (
      towns.some((town) => distance(town, crossing) < 2_300) ||
      centres.some((other) => distance(other, crossing) < 2_100)
    )
      continue
    const radius = random.between(150, 290)
    const carved = parcels
      .filter((parcel) => parcel.setting === 'country' && parcel.ring.includes(crossing))
      .map((parcel) => carve(parcel, crossing, radius, random))
    const villages = carved.filter((village) => village !== undefined)
    if (villages.length === 0) continue
    parcels.push(...villages)
    centres.push(crossing)
  }
  return centres
}

function carve(parcel: Parcel, crossing: Vertex, radius: number, random: Random): Parcel | undefined {
  const { ring } = parcel
  const index = ring.indexOf(crossing)
  const from = walkUntilFar(ring, index, -1, crossing, radius)
  const to = walkUntilFar(ring, index, 1, crossing, radius)
  if (from === to || from.along !== 'road' || to.along !== 'road') return undefined
  for (let attempt = 0; attempt < 4; attempt++) {
    const line = arcAround(ring, crossing, from, to, 24, 0.25 - attempt * 0.08, random)
    if (!line.slice(1, -1).every((point) => contains(ring, point)) || !staysInside(ring, line, 30)) continue
    const cut = cutAlong(ring, from, to, verticesOf(line, 'edge', VILLAGE_EDGE_METRES))
    parcel.ring = cut.left
    return { ring: cut.right, setting: 'village', lsoa: parcel.lsoa }
  }
  return undefined
}
