/** Points nearer than this to the middle of their force's are never called far: every force reaches so far. */
const neverFarKilometres = 50
const spreadsBeyond = 3

/** Incidents far outside the area where a force's incidents lie. */
export interface FarIncidents {
  incidents: number
  farthestKilometres: number
}

/**
 * Counts incidents that lie far outside: farther from the middle of the force's points than three times the distance that holds nine
 * points in ten, and than 50 km. Needs no outline of the force, of which files know nothing.
 * @param points longitude and latitude in degrees, with their incidents
 */
export function farIncidents(points: { position: [number, number]; incidents: number }[]): FarIncidents {
  const middle: [number, number] = [
    median(points.map((point) => point.position[0])),
    median(points.map((point) => point.position[1])),
  ]
  const distances = points.map((point) => kilometresBetween(middle, point.position))
  const ninth = Float64Array.from(distances).sort()[Math.floor(distances.length * 0.9)] ?? 0
  const limit = Math.max(neverFarKilometres, spreadsBeyond * ninth)
  const far: FarIncidents = { incidents: 0, farthestKilometres: 0 }
  for (const [index, distance] of distances.entries()) {
    if (distance <= limit) continue
    far.incidents += points[index]?.incidents ?? 0
    far.farthestKilometres = Math.max(far.farthestKilometres, distance)
  }
  return far
}

function median(values: number[]): number {
  return Float64Array.from(values).sort()[Math.floor(values.length / 2)] ?? 0
}

/** Distance on a plane that touches the earth at the first point: good to a percent over a country. */
function kilometresBetween(from: [number, number], to: [number, number]): number {
  const east = (to[0] - from[0]) * 111.32 * Math.cos((from[1] * Math.PI) / 180)
  const north = (to[1] - from[1]) * 111.2
  return Math.hypot(east, north)
}
