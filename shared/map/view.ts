import type { CategoryFilter } from '../categories.ts'
import { pixelPosition, worldPixel, worldSize } from '../geography/mercator.ts'
import type { Month } from '../month.ts'
import { furthestZoom, nearestZoom } from './zoomRules.ts'

/** What the map shows, exactly as the address holds it: degrees of the middle, zoom, filters, the point that is open. */
export interface MapView {
  latitude: number
  longitude: number
  zoom: number
  month: Month
  category: CategoryFilter
  point?: number
}

/** West, south, east and north in degrees. */
export type MapBox = readonly [west: number, south: number, east: number, north: number]

/** The window for which the server makes the table when it cannot know the reader's: CSS pixels. */
export const usualWindow = { width: 720, height: 540 } as const

/** Pixels of the screen across the world at zoom 0, as MapLibre counts zooms. */
const worldWidthAtZoomZero = 512

/** The address of a view, without the language's prefix; decimals only as fine as the zoom can show. */
export function mapPath(view: MapView, page = 1): string {
  const place = rounded(view)
  const parts = [
    `lat=${place.latitude}`,
    `lon=${place.longitude}`,
    `zoom=${place.zoom}`,
    `month=${view.month}`,
    `category=${view.category}`,
    ...(view.point === undefined ? [] : [`point=${view.point}`]),
    ...(page === 1 ? [] : [`page=${page}`]),
  ]
  return `/map?${parts.join('&')}`
}

/** The view as its address holds it. */
export function rounded(view: MapView): MapView {
  const zoom = Number(view.zoom.toFixed(2))
  // One pixel at zoom 5 is 0.02 degrees and each zoom halves it (https://wiki.openstreetmap.org/wiki/Zoom_levels).
  const decimals = Math.min(5, Math.ceil((zoom * Math.LN2 + Math.log(worldWidthAtZoomZero / 360)) / Math.LN10))
  return {
    ...view,
    latitude: Number(view.latitude.toFixed(decimals)),
    longitude: Number(view.longitude.toFixed(decimals)),
    zoom,
  }
}

/** What a window of so many CSS pixels shows of a view. */
export function boxOfView(
  view: Pick<MapView, 'latitude' | 'longitude' | 'zoom'>,
  window: typeof usualWindow | { width: number; height: number },
): MapBox {
  const { x, y } = worldPixel(view.longitude, view.latitude)
  const scale = worldSize / (worldWidthAtZoomZero * 2 ** view.zoom)
  const northWest = pixelPosition(
    Math.max(0, x - (window.width / 2) * scale),
    Math.max(0, y - (window.height / 2) * scale),
  )
  const southEast = pixelPosition(
    Math.min(worldSize, x + (window.width / 2) * scale),
    Math.min(worldSize, y + (window.height / 2) * scale),
  )
  return [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude]
}

/** The nearest view of which a window shows a whole box, with a little room around it. */
export function viewOfBox(
  [west, south, east, north]: MapBox,
  window: { width: number; height: number } = usualWindow,
): Pick<MapView, 'latitude' | 'longitude' | 'zoom'> {
  const northWest = worldPixel(west, north)
  const southEast = worldPixel(east, south)
  const middle = pixelPosition((northWest.x + southEast.x) / 2, (northWest.y + southEast.y) / 2)
  const room = 0.92
  const zoomFor = (pixels: number, screen: number) =>
    Math.log2((screen * room * worldSize) / (worldWidthAtZoomZero * Math.max(1, pixels)))
  const zoom = Math.min(
    zoomFor(southEast.x - northWest.x, window.width),
    zoomFor(southEast.y - northWest.y, window.height),
  )
  return { ...middle, zoom: Math.max(furthestZoom, Math.min(nearestZoom, Math.floor(zoom * 100) / 100)) }
}
