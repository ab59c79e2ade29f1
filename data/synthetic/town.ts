/** One bank of the chief town: an inner ring about the harbour, radial roads, a middle ring and a bypass, all half circles. */
import { cutArc, leastBy, walkUntilFar } from './arcs.ts'
import { type Cut, NoRoom, type Ring } from './cut.ts'
import type { RoadLevel, Setting } from './plan.ts'
import { type Along, at, centroid, distance, signedArea, type Vertex } from './plane.ts'
import type { Random } from './random.ts'
import { cutRoad, partition } from './roads.ts'

const INNER_RING_METRES = 850
const MIDDLE_RING_METRES = 2_050
const BYPASS_METRES = 3_600

export interface DraftLsoa {
  readonly ring: Ring
  readonly setting: Setting
}

export interface DraftNeighbourhood {
  readonly ring: Ring
  readonly lsoas: DraftLsoa[]
}

export type Lay = (path: Vertex[], level: RoadLevel | 'rail', name?: string) => void

export interface Bank {
  readonly centre: DraftNeighbourhood
  readonly sectors: DraftNeighbourhood[]
  readonly country: Ring
  readonly bypass: Vertex[]
  /** Where the radial roads meet the bypass, coast first. */
  readonly gates: Vertex[]
}

export interface BankNames {
  readonly innerRing: string
  readonly middleRing: string
  readonly bypass: string
  readonly highStreet: string
  readonly radials: readonly [string, string]
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NoRoom(`no room for ${what}`)
  return value
}

const pieceWith = (cut: Cut, point: Vertex): [Ring, Ring] =>
  cut.left.includes(point) && !cut.path.includes(point) ? [cut.left, cut.right] : [cut.right, cut.left]

/** Lays out one bank. `coastward` is the direction along the ring from the mouth that follows the coast. */
export function layBank(
  bank: Ring,
  mouth: Vertex,
  coastward: 1 | -1,
  railRadial: number | undefined,
  names: BankNames,
  random: Random,
  lay: Lay,
): Bank {
  const start = bank.indexOf(mouth)
  const shore = walkUntilFar(bank, start, coastward, mouth, INNER_RING_METRES)
  const bridge = walkUntilFar(bank, start, coastward === 1 ? -1 : 1, mouth, INNER_RING_METRES)
  const inner = must(cutArc(bank, mouth, shore, bridge, 28, 'road', random), 'the inner ring')
  lay(inner.path, 'primary', names.innerRing)
  const [centreRing, rest] = pieceWith(inner, mouth)

  const farShore = walkUntilFar(rest, rest.indexOf(shore), coastward, mouth, BYPASS_METRES)
  const farBridge = walkUntilFar(rest, rest.indexOf(bridge), coastward === 1 ? -1 : 1, mouth, BYPASS_METRES)
  const outer = must(cutArc(rest, mouth, farShore, farBridge, 42, 'road', random), 'the bypass')
  lay(outer.path, 'primary', names.bypass)
  const [annulus, country] = pieceWith(outer, shore)

  const sectors: Ring[] = []
  const gates: Vertex[] = []
  const radials: Vertex[][] = []
  let left = annulus
  for (const index of [0, 1]) {
    const share = (index + 1) / 3
    const from = at(inner.path, Math.round((inner.path.length - 1) * share + random.between(-1, 1)))
    const gate = at(outer.path, Math.round((outer.path.length - 1) * share + random.between(-3, 3)))
    const along: Along = railRadial === index ? 'rail' : 'road'
    const style = { step: 32, roughness: 0.045, clearance: 30, along, barrier: along === 'rail' ? 22 : 0 }
    const radial = must(cutRoad(left, from, gate, style, random), 'a radial road')
    lay(radial.path, along === 'rail' ? 'rail' : 'primary', names.radials[index] as string)
    const [sector, remaining] = pieceWith(radial, index === 0 ? shore : at(radials[0] as Vertex[], 3))
    sectors.push(sector)
    left = remaining
    gates.push(gate)
    radials.push(radial.path)
  }
  sectors.push(left)
  return {
    centre: layCentre(centreRing, mouth, inner.path, names.highStreet, random, lay),
    sectors: sectors.map((ring, index) =>
      laySector(ring, mouth, radials.slice(Math.max(0, index - 1), index + 1), names.middleRing, random, lay),
    ),
    country,
    bypass: outer.path,
    gates,
  }
}

/** The old town: the high street comes over the old bridge, half-way between harbour and inner ring. */
function layCentre(
  ring: Ring,
  mouth: Vertex,
  innerRing: Vertex[],
  name: string,
  random: Random,
  lay: Lay,
): DraftNeighbourhood {
  const river = ring.filter((point) => point.along === 'river')
  const oldBridge = leastBy(river, (point) => Math.abs(distance(point, mouth) - INNER_RING_METRES * 0.52))
  const end = at(innerRing, Math.round(innerRing.length * 0.45))
  const style = { step: 22, roughness: 0.04, clearance: 35, along: 'road' as const }
  const high = must(cutRoad(ring, oldBridge, end, style, random), 'the high street')
  lay(high.path, 'primary', name)
  const cuts = { step: 20, bend: 0.08, clearance: 45, along: 'road' as const }
  const halves = [high.left, high.right].sort((a, b) => signedArea(b) - signedArea(a))
  const parts = halves.flatMap((half, index) =>
    partition(half, 3 - index, cuts, random, (path) => lay(path, 'secondary')),
  )
  return { ring, lsoas: parts.map((part) => ({ ring: part, setting: 'centre' })) }
}

/** A wedge of the town: terraces inside the middle ring, later estates outside it. */
function laySector(
  ring: Ring,
  mouth: Vertex,
  radials: Vertex[][],
  name: string,
  random: Random,
  lay: Lay,
): DraftNeighbourhood {
  const nearest = (points: Vertex[]) =>
    leastBy(points, (point) => Math.abs(distance(point, mouth) - MIDDLE_RING_METRES))
  const [first, second] = radials
  const other = second ?? ring.filter((point) => point.along === 'coast' || point.along === 'river')
  const from = nearest(first as Vertex[])
  const to = nearest(other)
  const middle = must(cutArc(ring, mouth, from, to, 30, 'road', random, 0.06), 'the middle ring')
  lay(middle.path, 'secondary', name)
  const [near, far] = [middle.left, middle.right].sort(
    (a, b) => distance(centroid(a), mouth) - distance(centroid(b), mouth),
  ) as [Ring, Ring]
  const style = { step: 26, bend: 0.07, clearance: 70, along: 'road' as const }
  const laid = (path: Vertex[]) => lay(path, 'secondary')
  return {
    ring,
    lsoas: [
      ...partition(near, 5, style, random, laid).map((part): DraftLsoa => ({ ring: part, setting: 'terrace' })),
      ...partition(far, 6, { ...style, bend: 0.1 }, random, laid).map(
        (part): DraftLsoa => ({ ring: part, setting: 'suburb' }),
      ),
    ],
  }
}
