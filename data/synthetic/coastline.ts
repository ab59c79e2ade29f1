/** The island's outline: one ring, seen whole from every bearing of its centre, so that it never crosses itself. */
import type { Ring } from './cut.ts'
import { distance, vertex } from './plane.ts'
import type { Random } from './random.ts'

const COAST_STEP_METRES = 55
const COAST_BARRIER_METRES = 38

export interface Bay {
  readonly bearing: number
  readonly depth: number
  readonly width: number
}

export interface CoastShape {
  /** Metres from the centre to the coast, east–west and north–south. */
  readonly halfWidth: number
  readonly halfHeight: number
  /** Bearings in radians anticlockwise from east, depths as a share of the radius; headlands have a negative depth. */
  readonly bays: readonly Bay[]
}

/** Smooth noise on the circle: the same at angle 0 and 2π. */
function circularNoise(random: Random, coarsest: number, finest: number, fall: number): (angle: number) => number {
  const waves: { order: number; size: number; phase: number }[] = []
  for (let order = coarsest; order <= finest; order = Math.ceil(order * 1.22))
    waves.push({ order, size: random.normal() / order ** fall, phase: random.between(0, 2 * Math.PI) })
  return (angle) => waves.reduce((sum, wave) => sum + wave.size * Math.sin(wave.order * angle + wave.phase), 0)
}

/** An anticlockwise coast with a vertex about every 55 m. */
export function makeCoast(shape: CoastShape, random: Random): Ring {
  const coarse = circularNoise(random.fork('coarse'), 2, 14, 1.05)
  const fine = circularNoise(random.fork('fine'), 12, 700, 1.08)
  const ruggedness = circularNoise(random.fork('ruggedness'), 2, 9, 0.8)
  const reach = (angle: number) => {
    const bays = shape.bays.reduce((sum, bay) => {
      const away = Math.atan2(Math.sin(angle - bay.bearing), Math.cos(angle - bay.bearing))
      return sum + bay.depth * Math.exp(-((away / bay.width) ** 2))
    }, 0)
    const rugged = Math.max(0.15, Math.min(1.5, 0.7 + 0.5 * ruggedness(angle)))
    return (1 - bays) * (1 + 0.26 * coarse(angle) + 0.3 * rugged * fine(angle))
  }
  const position = (angle: number) => {
    const radius = reach(angle)
    return { x: Math.cos(angle) * radius * shape.halfWidth, y: Math.sin(angle) * radius * shape.halfHeight }
  }
  const ring: Ring = []
  const steps = 10_000
  let last = position(0)
  ring.push(vertex(last.x, last.y, 'coast', COAST_BARRIER_METRES))
  for (let step = 1; step < steps; step++) {
    const here = position((2 * Math.PI * step) / steps)
    if (distance(last, here) < COAST_STEP_METRES) continue
    ring.push(vertex(here.x, here.y, 'coast', COAST_BARRIER_METRES))
    last = here
  }
  return ring
}
