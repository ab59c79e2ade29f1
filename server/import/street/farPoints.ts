/** Points nearer than this to the middle of their force's are never called far: every force reaches so far. */
const neverFarKilometres = 50
const spreadsBeyond = 3
/** Where a force's points lie is told well enough by so many of them. */
const sampledPoints = 500

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
  const step = Math.ceil(points.length / sampledPoints)
  const sample = points.filter((_, index) => index % step === 0).map((point) => point.position)
  const middle: [number, number] = [
    median(sample.map((position) => position[0])),
    median(sample.map((position) => position[1])),
  ]
  const sampled = Float64Array.from(sample, (position) => kilometresBetween(middle, position)).sort()
  const ninth = sampled[Math.floor(sampled.length * 0.9)] ?? 0
  const distances = points.map((point) => kilometresBetween(middle, point.position))
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
