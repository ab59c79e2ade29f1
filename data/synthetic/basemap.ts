/** The street map of the invented island, as one GeoJSON feature a line of text. */

import { buildOn } from './buildings.ts'
import { blob } from './curves.ts'
import type { Island } from './island.ts'
import { PARK_WORDS, type PlaceName, RIVER_NAME, StreetNamer } from './names.ts'
import type { Block, Street } from './plan.ts'
import { at, centroid, contains, distanceToLine, lineLength, type Position, signedArea, simplify } from './plane.ts'
import { coordinate } from './projection.ts'
import { Random } from './random.ts'

interface BasemapProperties extends Partial<PlaceName> {
  readonly layer: 'land' | 'water' | 'park' | 'building' | 'road' | 'rail' | 'place'
  readonly class?: string
  readonly minZoom: number
}

/** Degrees of sea drawn round the island. */
const SEA = { west: 0.8, south: 53.9, east: 3.8, north: 55.5 } as const
const ROAD_ZOOM: Record<Street['level'], number> = { primary: 8, secondary: 10, lane: 11, residential: 13, footway: 15 }
/** Lanes and streets are drawn alike; the level of zoom at which they appear tells them apart. */
const ROAD_CLASS: Record<Street['level'], string> = {
  primary: 'primary',
  secondary: 'secondary',
  lane: 'residential',
  residential: 'residential',
  footway: 'footway',
}

const pair = (position: Position) => JSON.stringify(coordinate(position))
const closed = (ring: readonly Position[]) => `[${[...ring, at(ring, 0)].map(pair).join(',')}]`
/** GeoJSON wants holes clockwise. */
const hole = (ring: readonly Position[]) => closed([...ring].reverse())

const lineString = (line: readonly Position[]) => `{"type":"LineString","coordinates":[${line.map(pair).join(',')}]}`
export const polygon = (ring: readonly Position[]) => `{"type":"Polygon","coordinates":[${closed(ring)}]}`
const multiPolygon = (rings: readonly (readonly Position[])[]) =>
  `{"type":"MultiPolygon","coordinates":[${rings.map((ring) => `[${closed(ring)}]`).join(',')}]}`
const point = (position: Position) => `{"type":"Point","coordinates":${pair(position)}}`

function feature(properties: BasemapProperties, geometry: string): string {
  const { layer, class: kind, name, nameCy, minZoom } = properties
  const written = JSON.stringify({ layer, class: kind, name: name || undefined, name_cy: nameCy, min_zoom: minZoom })
  return `{"type":"Feature","properties":${written},"geometry":${geometry}}`
}

/** The features of the map, in drawing order, each one line of JSON. */
export async function basemapFeatures(island: Island, seed: number, pause: () => Promise<void>): Promise<string[]> {
  const random = new Random(seed, 'basemap')
  const namer = new StreetNamer(random.fork('park names'))
  const features: string[] = [
    seaFeature(island),
    feature({ layer: 'land', class: 'island', minZoom: 0 }, polygon(island.coast)),
  ]
  for (const ring of island.builtUp)
    features.push(
      feature({ layer: 'land', class: 'urban', minZoom: 8 }, polygon(simplify([...ring, at(ring, 0)], 6).slice(0, -1))),
    )
  for (const wood of island.landscape.woods)
    features.push(feature({ layer: 'park', class: 'wood', minZoom: 10 }, polygon(wood)))
  for (const block of island.blocks)
    if (block.use === 'park' || block.use === 'recreation') features.push(...parkFeatures(block, namer, random))
  await pause()
  for (const lake of island.landscape.lakes)
    features.push(
      feature(
        { layer: 'water', class: 'lake', name: namer.landmark(['Water', 'Mere', 'Reservoir']), minZoom: 9 },
        polygon(lake),
      ),
    )
  features.push(feature({ layer: 'water', class: 'river', ...RIVER_NAME, minZoom: 8 }, polygon(island.river.outline)))
  for (const [index, block] of island.blocks.entries()) {
    const built = buildOn(block, random.fork(`block ${index}`))
    if (built.length > 0) features.push(feature({ layer: 'building', minZoom: 15 }, multiPolygon(built)))
    await pause()
  }
  for (const rail of island.rails) features.push(feature({ layer: 'rail', minZoom: 9 }, lineString(simplify(rail, 2))))
  for (const street of island.streets) {
    const zoom = street.level === 'residential' && lineLength(street.path) < 70 ? 14 : ROAD_ZOOM[street.level]
    features.push(
      feature(
        { layer: 'road', class: ROAD_CLASS[street.level], name: street.name, minZoom: zoom },
        lineString(simplify(street.path, 0.8)),
      ),
    )
  }
  for (const place of island.settlements) {
    const zoom = { town: 7, village: 10, suburb: 12 }[place.kind]
    const properties = { layer: 'place' as const, class: place.kind, name: place.name, minZoom: zoom }
    features.push(feature(place.nameCy ? { ...properties, nameCy: place.nameCy } : properties, point(place.centre)))
  }
  return features
}

function seaFeature(island: Island): string {
  const { west, south, east, north } = SEA
  const outside = JSON.stringify([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ])
  const geometry = `{"type":"Polygon","coordinates":[${outside},${hole(island.coast)}]}`
  return feature({ layer: 'water', class: 'sea', name: 'North Sea', nameCy: 'Môr y Gogledd', minZoom: 0 }, geometry)
}

/** A park and, in larger ones, a pond. */
function parkFeatures(block: Block, namer: StreetNamer, random: Random): string[] {
  const area = signedArea(block.ring)
  const name = namer.landmark(block.use === 'recreation' ? ['Recreation Ground', 'Playing Fields'] : PARK_WORDS)
  const zoom = area > 50_000 ? 11 : area > 20_000 ? 12 : 13
  const features = [feature({ layer: 'park', class: block.use, name, minZoom: zoom }, polygon(block.ring))]
  const middle = centroid(block.ring)
  const room = distanceToLine(middle, block.ring, true)
  if (block.use === 'park' && area > 30_000 && room > 45 && contains(block.ring, middle)) {
    const pond = { x: middle.x + random.normal() * 12, y: middle.y + random.normal() * 12 }
    const dry = Math.min(...block.inner.map((path) => distanceToLine(pond, path)), room)
    if (dry > 34)
      features.push(
        feature(
          { layer: 'water', class: 'lake', minZoom: 13 },
          polygon(blob(pond, dry * random.between(0.35, 0.5), random, 18)),
        ),
      )
  }
  return features
}
