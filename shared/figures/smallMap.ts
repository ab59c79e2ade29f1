import { worldPixel, worldSize } from '../geography/mercator.ts'

/** Width and height of the drawing in its own units; circles are placed in per cent so that their size is the screen's. */
export const drawingWidth = 640
export const drawingHeight = 480

/** A window on the Web Mercator grid, in world pixels, of the drawing's proportions. */
export interface MapBox {
  west: number
  north: number
  width: number
  height: number
}

export type Position = readonly number[]

/** A place with incidents, as drawn: position in per cent of the drawing, radius in CSS pixels. */
export interface MapCircle {
  xPercent: number
  yPercent: number
  radius: number
}

/** An anonymised map point with the incidents of a month. */
export interface CountedPoint {
  longitude: number
  latitude: number
  street: string
  count: number
}

/** A map that is ready to be drawn: paths in the drawing's units, circles in per cent and CSS pixels. */
export interface DrawnMap {
  outline: string
  water: string
  waterways: string
  parks: string
  roads: string
  circles: MapCircle[]
  /** Places inside the drawing where the team can be found, in per cent of it. */
  marks: Mark[]
  /** Circles of the legend, small to large. */
  samples: { count: number; radius: number }[]
  /** The same as the circles, by street name. */
  places: NamedPlace[]
  /** Whom the ground is owed to. */
  attribution: string[]
}

export type Mark = Pick<MapCircle, 'xPercent' | 'yPercent'>

const marginShare = 0.06

/** The map points of one street name; '' for those that are published without one. */
export interface NamedPlace {
  street: string
  count: number
}

/** Points by street name, in alphabetical order and those without a name last: no place is ranked. */
export function placesByName(points: readonly CountedPoint[]): NamedPlace[] {
  const places = new Map<string, number>()
  for (const point of points) {
    const street = point.street.replace(/^On or near\b/i, '').trim()
    places.set(street, (places.get(street) ?? 0) + point.count)
  }
  return [...places]
    .map(([street, count]) => ({ street, count }))
    .sort((a, b) => Number(a.street === '') - Number(b.street === '') || a.street.localeCompare(b.street, 'en'))
}

/** The box around positions (longitude, latitude in degrees), with a margin, widened or heightened to the drawing's shape. */
export function boxAround(positions: Iterable<Position>): MapBox | undefined {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude = 0, latitude = 0] of positions) {
    const { x, y } = worldPixel(longitude, latitude)
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  if (west > east) return undefined
  const smallest = 600 // about 200 m: a place of one point still has surroundings
  const across = Math.max(east - west, smallest) * (1 + 2 * marginShare)
  const down = Math.max(south - north, smallest) * (1 + 2 * marginShare)
  const width = Math.max(across, (down * drawingWidth) / drawingHeight)
  const height = (width * drawingHeight) / drawingWidth
  return { west: (west + east - width) / 2, north: (north + south - height) / 2, width, height }
}

/** West, south, east and north of a box in Web Mercator metres (EPSG:3857). */
export function boxMetres(box: MapBox): [number, number, number, number] {
  const metres = (pixels: number) => (pixels / worldSize - 0.5) * mercatorMetres
  return [metres(box.west), -metres(box.north + box.height), metres(box.west + box.width), -metres(box.north)]
}

/** The side of the Web Mercator square in metres: 2 π · 6,378,137 (EPSG:3857). */
export const mercatorMetres = 2 * Math.PI * 6_378_137

/** Web Mercator zoom at which the box is as wide as the drawing: what `minimum_zoom` of a basemap feature is compared with. */
export function boxZoom(box: MapBox): number {
  return Math.log2((worldSize * drawingWidth) / (box.width * 256))
}

/** Rings or lines of longitude and latitude as an SVG path in the drawing's units. */
export function drawnPath(lines: Iterable<readonly Position[]>, box: MapBox, closed: boolean): string {
  return pathOf(lines, closed, ([longitude = 0, latitude = 0]) => {
    const { x, y } = worldPixel(longitude, latitude)
    return [((x - box.west) / box.width) * drawingWidth, ((y - box.north) / box.height) * drawingHeight]
  })
}

/** Rings or lines of Web Mercator metres (EPSG:3857) as an SVG path in the drawing's units. */
export function drawnMetresPath(lines: Iterable<readonly Position[]>, box: MapBox, closed: boolean): string {
  const [west, , , north] = boxMetres(box)
  const unit = drawingWidth / ((box.width / worldSize) * mercatorMetres)
  return pathOf(lines, closed, ([x = 0, y = 0]) => [(x - west) * unit, (north - y) * unit])
}

function pathOf(
  lines: Iterable<readonly Position[]>,
  closed: boolean,
  place: (position: Position) => [number, number],
): string {
  let path = ''
  for (const line of lines) {
    let [lastX, lastY] = [Number.NaN, Number.NaN]
    let points = ''
    for (const position of line) {
      const [x, y] = place(position).map(Math.round) as [number, number]
      if (x === lastX && y === lastY) continue
      points += points === '' ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`
      lastX = x
      lastY = y
    }
    if (points.includes('l')) path += closed ? `${points}z` : points
  }
  return path
}

const largestRadius = 15
const smallestRadius = 2.5

/** The radius of a circle in CSS pixels whose area is proportional to the count; small ones are held at a size that can be seen. */
export function circleRadius(count: number, largest: number): number {
  const scale = Math.max(largest, 16)
  return Math.round(Math.max(smallestRadius, largestRadius * Math.sqrt(count / scale)) * 10) / 10
}

/** Circles of map points, the large ones first so that the small ones lie on top; points at one position are one circle. */
export function drawnCircles(points: readonly CountedPoint[], box: MapBox): { circles: MapCircle[]; largest: number } {
  const stacks = new Map<string, { x: number; y: number; count: number }>()
  for (const point of points) {
    const { x, y } = worldPixel(point.longitude, point.latitude)
    const held = stacks.get(`${x} ${y}`)
    if (held) held.count += point.count
    else stacks.set(`${x} ${y}`, { x, y, count: point.count })
  }
  const sorted = [...stacks.values()].sort((a, b) => b.count - a.count)
  const largest = sorted[0]?.count ?? 0
  return {
    largest,
    circles: sorted.map(({ x, y, count }) => ({
      xPercent: percent((x - box.west) / box.width),
      yPercent: percent((y - box.north) / box.height),
      radius: circleRadius(count, largest),
    })),
  }
}

/** Positions as marks of the drawing; those outside it are left out. */
export function drawnMarks(positions: readonly Position[], box: MapBox): Mark[] {
  return positions
    .map(([longitude = 0, latitude = 0]) => {
      const { x, y } = worldPixel(longitude, latitude)
      return { xPercent: percent((x - box.west) / box.width), yPercent: percent((y - box.north) / box.height) }
    })
    .filter(({ xPercent, yPercent }) => xPercent >= 0 && xPercent <= 100 && yPercent >= 0 && yPercent <= 100)
}

function percent(share: number): number {
  return Math.round(share * 1e4) / 100
}

/** Up to three counts for the legend, small to large: 1, a round number between, and a round number not above the largest. */
export function sampleCounts(largest: number): number[] {
  if (largest < 1) return []
  const top = roundDown(largest)
  const middle = roundDown(Math.sqrt(top) > 3 ? top / 4 : top / 2)
  return [...new Set([1, middle, top])].filter((count) => count >= 1).sort((a, b) => a - b)
}

function roundDown(value: number): number {
  if (value < 1) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [5, 2, 1].find((candidate) => candidate * power <= value) ?? 1
  return step * power
}
