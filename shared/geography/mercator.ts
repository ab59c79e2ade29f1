/**
 * The world grid: Web Mercator (EPSG:3857) cut into 2^26 by 2^26 pixels from the north-west corner, so that a point has
 * whole-number coordinates that every tile of 4,096 units up to zoom 14 shares exactly, and a tile of any zoom is one
 * range of Morton cells. One pixel is 0.6 m at the equator and 0.35 m at 54° N.
 */
export const worldBits = 26
export const worldSize = 2 ** worldBits

/** Degrees of latitude beyond which Web Mercator does not go. */
export const mercatorLimitDegrees = 85.0511287798066

/** Longitude and latitude in degrees (EPSG:4326) to a pixel of the world grid; latitudes beyond the limit are held at it. */
export function worldPixel(longitude: number, latitude: number): { x: number; y: number } {
  const held = Math.max(-mercatorLimitDegrees, Math.min(mercatorLimitDegrees, latitude))
  const sine = Math.sin((held * Math.PI) / 180)
  const x = (longitude / 360 + 0.5) * worldSize
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldSize
  return { x: clampPixel(x), y: clampPixel(y) }
}

/** The inverse of `worldPixel`, at the pixel's north-west corner: longitude and latitude in degrees. */
export function pixelPosition(x: number, y: number): { longitude: number; latitude: number } {
  const longitude = (x / worldSize - 0.5) * 360
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / worldSize))) * 180) / Math.PI
  return { longitude, latitude }
}

/** Interleaves the bits of x and y (x in the even places): the Morton number of a pixel, below 2^52. */
export function mortonCell(x: number, y: number): number {
  const high = spread(Math.floor(x / 8192)) + 2 * spread(Math.floor(y / 8192))
  const low = spread(x % 8192) + 2 * spread(y % 8192)
  return high * 2 ** 26 + low
}

/** The pixel of a Morton number. */
export function cellPixel(cell: number): { x: number; y: number } {
  const high = Math.floor(cell / 2 ** 26)
  const low = cell % 2 ** 26
  return { x: gather(high) * 8192 + gather(low), y: gather(high >>> 1) * 8192 + gather(low >>> 1) }
}

/** The Morton cells of a map tile, both ends included. */
export function tileCells(zoom: number, column: number, row: number): { first: number; last: number } {
  const pixels = 2 ** (worldBits - zoom)
  const first = mortonCell(column * pixels, row * pixels)
  return { first, last: first + pixels * pixels - 1 }
}

/** West, south, east and north of a map tile in degrees. */
export function tileBounds(zoom: number, column: number, row: number): [number, number, number, number] {
  const pixels = 2 ** (worldBits - zoom)
  const northWest = pixelPosition(column * pixels, row * pixels)
  const southEast = pixelPosition((column + 1) * pixels, (row + 1) * pixels)
  return [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude]
}

function clampPixel(value: number): number {
  return Math.max(0, Math.min(worldSize - 1, Math.floor(value)))
}

/** Spreads 13 bits to the even places of 26 (Bit Twiddling Hacks, "Interleave bits by Binary Magic Numbers"). */
function spread(value: number): number {
  let bits = value & 0x1fff
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

/** The inverse of `spread`: the even bits of a 26-bit number. */
function gather(value: number): number {
  let bits = value & 0x55555555
  bits = (bits | (bits >> 1)) & 0x33333333
  bits = (bits | (bits >> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >> 4)) & 0x00ff00ff
  return (bits | (bits >> 8)) & 0x1fff
}
