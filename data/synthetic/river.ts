/** The river: from the hills to the harbour, dividing the island; beyond its spring a ridge way carries the line to the far coast. */
import { smoothThrough, wander } from './curves.ts'
import { type Cut, cutAlong, NoRoom, type Ring, staysInside } from './cut.ts'
import { alongLine, at, distance, lineLength, type Position, type Vertex, vertex } from './plane.ts'
import type { Random } from './random.ts'

const STEP_METRES = 42

export interface River {
  /** From the mouth to the spring. */
  readonly line: Vertex[]
  readonly outline: Position[]
  /** The lane from the spring to the far coast. */
  readonly ridgeWay: Vertex[]
}

/** Metres of water across, so many metres up from the mouth of a river of a given length. */
function widthAt(metres: number, length: number): number {
  return 110 * Math.exp(-metres / 700) + 30 * (1 - metres / length) + 5
}

/** Cuts the island along the river and the ridge; `left` of the cut is the west side. */
export async function layRiver(
  coast: Ring,
  mouth: Vertex,
  spring: Position,
  farCoast: Vertex,
  random: Random,
  pause: () => Promise<void>,
): Promise<{ river: River; cut: Cut }> {
  for (let attempt = 0; attempt < 60; attempt++) {
    await pause()
    const draw = random.fork(attempt)
    const inland = at(coast, coast.indexOf(mouth))
    const straight = { x: inland.x + (spring.x - inland.x) * 0.1, y: inland.y + (spring.y - inland.y) * 0.1 }
    const water = smoothThrough([mouth, ...wander(straight, spring, 0.13, 700, draw)], STEP_METRES)
    const ridge = smoothThrough(wander(spring, farCoast, 0.09, 900, draw), STEP_METRES * 2)
    const whole = [...water, ...ridge.slice(1)]
    if (!staysInside(coast, whole, 60)) continue
    const length = lineLength(water)
    let metres = 0
    const between = whole.slice(1, -1).map((position, index) => {
      metres += distance(at(whole, index), position)
      if (index + 2 > water.length) return vertex(position.x, position.y, 'road')
      return vertex(position.x, position.y, 'river', widthAt(Math.min(metres, length), length) / 2 + 14)
    })
    const line = [mouth, ...between.filter((point) => point.along === 'river')]
    const ridgeWay = [...between.filter((point) => point.along === 'road'), farCoast]
    return { river: { line, outline: outlineOf(line), ridgeWay }, cut: cutAlong(coast, mouth, farCoast, between) }
  }
  throw new NoRoom('no course for the river')
}

/** The water's edges: widening towards the mouth and carried a little way out to sea. */
function outlineOf(line: readonly Vertex[]): Position[] {
  const length = lineLength(line)
  const [left, right]: [Position[], Position[]] = [[], []]
  for (let metres = -160; metres < length; metres += 24) {
    const place = alongLine(line, Math.max(metres, 0))
    const behind = Math.min(metres, 0)
    const half = (metres < 0 ? widthAt(0, length) * (1 - metres / 260) : widthAt(metres, length)) / 2
    const x = place.x + place.dx * behind
    const y = place.y + place.dy * behind
    left.push({ x: x - place.dy * half, y: y + place.dx * half })
    right.push({ x: x + place.dy * half, y: y - place.dx * half })
  }
  return [...left, at(line, line.length - 1), ...right.reverse()]
}
