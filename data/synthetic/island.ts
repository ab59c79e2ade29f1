/** The whole invented island of Dogger, from its coast to its last close, as a pure function of a seed. */

import { leastBy } from './arcs.ts'
import { layFabric } from './blocks.ts'
import { makeCoast } from './coastline.ts'
import { halveCountry, layRural, type Parcel, settleVillages } from './country.ts'
import { cutAcross, NoRoom, type Ring } from './cut.ts'
import { growLandscape, type Landscape } from './landscape.ts'
import { COAST_TOWNS, NEIGHBOURHOOD_NAMES, type PlaceName, StreetNamer, TOWN, VILLAGE_NAMES } from './names.ts'
import type { Block, Lsoa, Neighbourhood, RoadLevel, Setting, Settlement, Street } from './plan.ts'
import { at, centroid, type Position, trimLine, type Vertex } from './plane.ts'
import { Random } from './random.ts'
import { layRiver, type River } from './river.ts'
import { type DraftLsoa, type DraftNeighbourhood, type Lay, layBank } from './town.ts'

export interface Island {
  readonly coast: Ring
  readonly river: River
  readonly rails: (readonly Position[])[]
  readonly streets: Street[]
  readonly blocks: Block[]
  readonly neighbourhoods: Neighbourhood[]
  readonly settlements: Settlement[]
  readonly landscape: Landscape
  /** Outlines of towns and villages. */
  readonly builtUp: Ring[]
  readonly station: Position
}

const RIVER_MOUTH_BEARING = -2.05
const FAR_COAST_BEARING = 1.75
const VILLAGES = 26
/** Streets drawn over a river or a railway rather than stopping at it. */
const BRIDGED: ReadonlySet<string> = new Set(['primary', 'middle ring'])

const MOST_COASTS = 30

/**
 * Builds the island. `pause` is awaited between pieces so that a server doing this stays awake. Not every coast has room for
 * the town that belongs on it; the next one of the same seed is then tried.
 */
export async function makeIsland(seed: number, pause: () => Promise<void>): Promise<Island> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await layOut(new Random(seed, `island ${attempt}`), pause)
    } catch (error) {
      if (!(error instanceof NoRoom) || attempt === MOST_COASTS) throw error
    }
  }
}

async function layOut(random: Random, pause: () => Promise<void>): Promise<Island> {
  const namer = new StreetNamer(random.fork('street names'))
  const bays = [
    { bearing: RIVER_MOUTH_BEARING, depth: 0.13, width: 0.2 },
    { bearing: -0.5, depth: 0.12, width: 0.16 },
    { bearing: 0.75, depth: 0.16, width: 0.12 },
    { bearing: 2.7, depth: -0.1, width: 0.14 },
  ]
  const coast = makeCoast({ halfWidth: 16_500, halfHeight: 9_400, bays }, random.fork('coast'))
  await pause()

  const facing = (bearing: number) =>
    leastBy(
      coast,
      (point) => -(Math.cos(bearing) * point.x + Math.sin(bearing) * point.y) / Math.hypot(point.x, point.y),
    )
  const mouth = facing(RIVER_MOUTH_BEARING)
  const spring = { x: mouth.x + 3_400, y: 1_900 }
  const { river, cut } = await layRiver(coast, mouth, spring, facing(FAR_COAST_BEARING), random.fork('river'), pause)
  await pause()

  const streets: Street[] = []
  const rails: (readonly Position[])[] = []
  const lay =
    (setting: Setting): Lay =>
    (path, level, name) => {
      if (level === 'rail') return void rails.push(path)
      addRoad(streets, path, level, setting, name ?? '')
    }
  lay('country')(river.ridgeWay, 'lane', 'Ridge Way')
  const west = layBank(
    cut.left,
    mouth,
    -1,
    undefined,
    {
      innerRing: 'Ring Road West',
      middleRing: 'Boulevard West',
      bypass: 'Western Way',
      highStreet: 'High Street',
      radials: ['Cleaver Road', 'Ling Road'],
    },
    random.fork('west'),
    lay('terrace'),
  )
  await pause()
  const east = layBank(
    cut.right,
    mouth,
    1,
    1,
    {
      innerRing: 'Ring Road East',
      middleRing: 'Boulevard East',
      bypass: 'Eastern Way',
      highStreet: 'Quay Street',
      radials: ['Tail Road', ''],
    },
    random.fork('east'),
    lay('terrace'),
  )
  await pause()

  const banks = [west, east]
  const rurals = []
  for (const [index, bank] of banks.entries()) {
    const side = random.fork(`country ${index}`)
    const gate = at(bank.gates, 1)
    const halves = halveCountry(bank.country, gate, index === 1, side, lay('country')).sort(
      (a, b) => centroid(a).y - centroid(b).y,
    )
    for (const half of index === 0 ? halves : halves.reverse()) {
      rurals.push(await layRural(half, bank.bypass, bank.gates, 0.5, side.fork(rurals.length), lay('country'), pause))
      await pause()
    }
  }
  const parcels = rurals.flatMap((rural) => rural.parcels)
  const townCentres = [mouth, ...rurals.map((rural) => rural.town)]
  const villages = settleVillages(
    parcels,
    [...townCentres, ...west.bypass.filter((_, i) => i % 20 === 0), ...east.bypass.filter((_, i) => i % 20 === 0)],
    VILLAGES,
    random.fork('villages'),
  )
  await pause()

  const drafts: DraftNeighbourhood[] = [
    west.centre,
    east.centre,
    ...west.sectors,
    ...east.sectors,
    ...rurals.map((rural) => rural.neighbourhood),
  ]
  const neighbourhoods = drafts.map((draft, index) =>
    nameNeighbourhood(draft, index, random.fork(`residents ${index}`)),
  )
  const blocks: Block[] = []
  for (const [index, draft] of drafts.entries()) {
    for (const [position, lsoa] of draft.lsoas.entries()) {
      if (lsoa.setting === 'country') continue
      for (const piece of piecesOf(lsoa, random.fork(`works ${index} ${position}`))) {
        const fabric = layFabric(
          piece.ring,
          lsoa.setting,
          piece.works,
          random.fork(`fabric ${index} ${position} ${piece.works}`),
        )
        streets.push(...fabric.streets)
        blocks.push(...fabric.blocks)
        await pause()
      }
    }
  }
  for (const [index, parcel] of parcels.entries()) {
    if (parcel.setting !== 'village') continue
    const fabric = layFabric(parcel.ring, 'village', false, random.fork(`village ${index}`))
    streets.push(...fabric.streets)
    blocks.push(...fabric.blocks)
    await pause()
  }
  for (const street of streets) namer.reserve(street.name)
  for (const street of streets) if (street.name === '') street.name = namer.name(street)
  const landscape = growLandscape(parcels, river.line, random.fork('landscape'))
  await pause()
  return {
    coast,
    river,
    rails,
    streets,
    blocks,
    neighbourhoods,
    landscape,
    settlements: settle(mouth, townCentres.slice(1), villages, drafts.slice(2, 8)),
    builtUp: [
      ...drafts.slice(0, 8).map((draft) => draft.ring),
      ...rurals.map((rural) => rural.townRing),
      ...villageRings(parcels),
    ],
    station: at(rails.flat(), 2),
  }
}

const villageRings = (parcels: readonly Parcel[]): Ring[] =>
  parcels.filter((parcel) => parcel.setting === 'village').map((parcel) => parcel.ring)

/** Main roads bridge rivers; everything stops short of the shore. */
function addRoad(streets: Street[], path: readonly Vertex[], level: RoadLevel, setting: Setting, name: string): void {
  const bridged = BRIDGED.has(level) || name.startsWith('Boulevard')
  const stop = (end: Vertex) => (bridged && end.along !== 'coast' ? 0 : end.barrier)
  const drawn = trimLine(path, stop(at(path, 0)), stop(at(path, path.length - 1)))
  if (drawn.length > 1) streets.push({ path: drawn, level, setting, form: 'through', name })
}

/** An estate beside the railway gives part of its land to works. */
function piecesOf(lsoa: DraftLsoa, random: Random): { ring: Ring; works: boolean }[] {
  const rail = lsoa.ring.filter((point) => point.along === 'rail').length
  const cut =
    rail > 4 && lsoa.setting === 'suburb'
      ? cutAcross(lsoa.ring, 0.4, { step: 24, bend: 0.03, clearance: 60, along: 'road' }, random)
      : undefined
  if (!cut) return [{ ring: lsoa.ring, works: false }]
  const railIn = (ring: Ring) => ring.filter((point) => point.along === 'rail').length
  return [cut.left, cut.right].map((ring) => ({ ring, works: railIn(ring) * 2 > rail }))
}

function nameNeighbourhood(draft: DraftNeighbourhood, index: number, random: Random): Neighbourhood {
  const number = index + 1
  const place = at(NEIGHBOURHOOD_NAMES, index)
  return {
    id: `DG${String(number).padStart(2, '0')}`,
    ...place,
    ring: draft.ring,
    lsoas: draft.lsoas.map((lsoa, position): Lsoa => {
      const district = number * 2 - 1 + Math.floor(position / 6)
      return {
        ring: lsoa.ring,
        setting: lsoa.setting,
        residents: Math.round(Math.min(2_600, Math.max(1_010, 1_560 * random.logNormal(0.16)))),
        code: `Z01${String(index * 20 + position + 1).padStart(6, '0')}`,
        name: `Dogger Bank ${String(district).padStart(3, '0')}${String.fromCharCode(65 + (position % 6))}`,
      }
    }),
  }
}

function settle(
  town: Position,
  coastTowns: readonly Position[],
  villages: readonly Position[],
  wedges: readonly DraftNeighbourhood[],
): Settlement[] {
  const place = (centre: Position, name: PlaceName, kind: Settlement['kind']): Settlement => ({ ...name, centre, kind })
  return [
    place({ x: town.x, y: town.y + 330 }, TOWN, 'town'),
    ...coastTowns.map((centre, index) => place(centre, at(COAST_TOWNS, index), 'village')),
    ...wedges.map((wedge, index) => place(centroid(wedge.ring), at(NEIGHBOURHOOD_NAMES, index + 2), 'suburb')),
    ...villages.map((centre, index) => place(centre, { name: at(VILLAGE_NAMES, index) }, 'village')),
  ]
}
