/** From the island's metres to longitude and latitude (WGS84), and to the British National Grid. */
import type { Position } from './plane.ts'

/** The Dogger Bank, in the North Sea. */
export const FORCE_CENTRE = { longitude: 2.3, latitude: 54.7 } as const

const METRES_PER_DEGREE_LATITUDE = 111_320
const METRES_PER_DEGREE_LONGITUDE = METRES_PER_DEGREE_LATITUDE * Math.cos((FORCE_CENTRE.latitude * Math.PI) / 180)

export interface LonLat {
  readonly longitude: number
  readonly latitude: number
}

/** Equirectangular about the force's centre: true enough for an island 35 km long, and it keeps shared edges shared. */
export function toLonLat(position: Position): LonLat {
  return {
    longitude: FORCE_CENTRE.longitude + position.x / METRES_PER_DEGREE_LONGITUDE,
    latitude: FORCE_CENTRE.latitude + position.y / METRES_PER_DEGREE_LATITUDE,
  }
}

/** `lon,lat` in GeoJSON order with six decimals (about 0.1 m), the precision of published crime files. */
export function coordinate(position: Position): [number, number] {
  const { longitude, latitude } = toLonLat(position)
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6]
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * Easting and northing in metres (EPSG:27700) of a WGS84 position, by the seven-parameter shift and the transverse Mercator
 * series of Ordnance Survey, "A guide to coordinate systems in Great Britain" (v3.6), sections 6 and annex C. Good to about 5 m.
 */
export function toNationalGrid({ longitude, latitude }: LonLat): { easting: number; northing: number } {
  const airy = shiftToAiry(radians(latitude), radians(longitude))
  const a = 6_377_563.396
  const b = 6_356_256.909
  const scale = 0.9996012717
  const [phi0, lambda0] = [radians(49), radians(-2)]
  const e2 = 1 - (b * b) / (a * a)
  const n = (a - b) / (a + b)
  const { phi, lambda } = airy
  const [sin, cos, tan] = [Math.sin(phi), Math.cos(phi), Math.tan(phi)]
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin * sin)
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5
  const eta2 = nu / rho - 1
  const [minus, plus] = [phi - phi0, phi + phi0]
  const meridian =
    b *
    scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  const l = lambda - lambda0
  const northing =
    meridian -
    100_000 +
    (nu / 2) * sin * cos * l ** 2 +
    (nu / 24) * sin * cos ** 3 * (5 - tan ** 2 + 9 * eta2) * l ** 4 +
    (nu / 720) * sin * cos ** 5 * (61 - 58 * tan ** 2 + tan ** 4) * l ** 6
  const easting =
    400_000 +
    nu * cos * l +
    (nu / 6) * cos ** 3 * (nu / rho - tan ** 2) * l ** 3 +
    (nu / 120) * cos ** 5 * (5 - 18 * tan ** 2 + tan ** 4 + 14 * eta2 - 58 * tan ** 2 * eta2) * l ** 5
  return { easting, northing }
}

/** WGS84 to OSGB36 by the seven-parameter Helmert shift, heights taken as zero. Radians. */
function shiftToAiry(phi: number, lambda: number): { phi: number; lambda: number } {
  const [a, b] = [6_378_137, 6_356_752.3142]
  const e2 = 1 - (b * b) / (a * a)
  const nu = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
  const [x, y, z] = [
    nu * Math.cos(phi) * Math.cos(lambda),
    nu * Math.cos(phi) * Math.sin(lambda),
    nu * (1 - e2) * Math.sin(phi),
  ]
  const seconds = Math.PI / 180 / 3600
  const [tx, ty, tz, s] = [-446.448, 125.157, -542.06, 1 + 20.4894e-6]
  const [rx, ry, rz] = [-0.1502 * seconds, -0.247 * seconds, -0.8421 * seconds]
  const [x2, y2, z2] = [tx + x * s - y * rz + z * ry, ty + x * rz + y * s - z * rx, tz - x * ry + y * rx + z * s]
  const [airyA, airyB] = [6_377_563.396, 6_356_256.909]
  const airyE2 = 1 - (airyB * airyB) / (airyA * airyA)
  const p = Math.hypot(x2, y2)
  let latitude = Math.atan2(z2, p * (1 - airyE2))
  for (let round = 0; round < 6; round++) {
    const radius = airyA / Math.sqrt(1 - airyE2 * Math.sin(latitude) ** 2)
    latitude = Math.atan2(z2 + airyE2 * radius * Math.sin(latitude), p)
  }
  return { phi: latitude, lambda: Math.atan2(y2, x2) }
}

/** Whether a position lies within the 700 by 1,300 km that the National Grid numbers: the benchmark's country reaches beyond it. */
export function isOnNationalGrid(position: LonLat): boolean {
  const { easting, northing } = toNationalGrid(position)
  return easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000
}
