/** Which crime tiles there are: hexagons below `firstPointZoom`, map points from it on. The map draws the last ones larger beyond. */
export const firstTileZoom = 5
export const firstPointZoom = 12
export const lastTileZoom = 14

/** How far the map itself goes. */
export const furthestZoom = firstTileZoom
export const nearestZoom = 17

/** What a map of that zoom draws of the crimes. */
export type MapKind = 'hexagons' | 'points'

/** What is drawn at a zoom, which may lie between two whole ones. */
export function mapKind(zoom: number): MapKind {
  return Math.floor(zoom) >= firstPointZoom ? 'points' : 'hexagons'
}

export const hexagonResolutions = [5, 6, 7, 8] as const
export type HexagonResolution = (typeof hexagonResolutions)[number]

/** The H3 resolution of the hexagons in the tiles of a zoom below `firstPointZoom`. */
export function hexagonResolution(zoom: number): HexagonResolution {
  const whole = Math.floor(zoom)
  if (whole <= 6) return 5
  if (whole <= 8) return 6
  return whole <= 10 ? 7 : 8
}

/** The basemap has one zoom more, for the corners of buildings. */
export const lastBasemapZoom = 15
