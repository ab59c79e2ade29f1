/** Filling a piece of town with streets: cut after cut until what is left are blocks of homes, parks and works. */
import { bezier } from './curves.ts'
import {
  type Axes,
  axesOf,
  cutAcross,
  cutAlong,
  inwardNormal,
  type Ring,
  roomAt,
  roomToWater,
  staysInside,
  verticesOf,
} from './cut.ts'
import type { Block, Setting, Street } from './plan.ts'
import { at, distance, lineLength, type Position, signedArea, trimLine, type Vertex } from './plane.ts'
import type { Random } from './random.ts'

interface Pattern {
  /** Largest block, metres. */
  readonly long: number
  readonly short: number
  readonly bend: number
  readonly clearance: number
  /** Chance that a piece of park size becomes one. */
  readonly park: number
  /** Chance that a block is opened up by crescents and closes. */
  readonly inner: number
}

const PATTERNS: Record<Exclude<Setting, 'country'>, Pattern> = {
  centre: { long: 120, short: 74, bend: 0.05, clearance: 19, park: 0.02, inner: 0.12 },
  terrace: { long: 195, short: 80, bend: 0.022, clearance: 24, park: 0.05, inner: 0.05 },
  suburb: { long: 280, short: 142, bend: 0.09, clearance: 36, park: 0.07, inner: 0.9 },
  town: { long: 185, short: 96, bend: 0.06, clearance: 26, park: 0.04, inner: 0.35 },
  village: { long: 230, short: 125, bend: 0.11, clearance: 34, park: 0.05, inner: 0.45 },
}
const WORKS: Pattern = { long: 330, short: 190, bend: 0.03, clearance: 50, park: 0, inner: 0 }
const PARK_SQUARE_METRES: readonly [number, number] = [14_000, 90_000]
const SMALLEST_BLOCK_SQUARE_METRES = 1_800
const STEP_METRES = 19
const CLOSE_LENGTH_METRES = 34

export interface Fabric {
  readonly streets: Street[]
  readonly blocks: Block[]
}

/** Streets and blocks of one piece of built-up land. */
export function layFabric(ring: Ring, setting: Exclude<Setting, 'country'>, works: boolean, random: Random): Fabric {
  const fabric: Fabric = { streets: [], blocks: [] }
  split(ring, setting, works ? WORKS : PATTERNS[setting], works, random, fabric)
  return fabric
}

function split(ring: Ring, setting: Setting, pattern: Pattern, works: boolean, random: Random, fabric: Fabric): void {
  const area = signedArea(ring)
  const axes = axesOf(ring)
  const limit = random.between(0.85, 1.25)
  const overLong = axes.long / (pattern.long * limit)
  const overShort = axes.short / (pattern.short * limit)
  const parkSized = area > PARK_SQUARE_METRES[0] && area < PARK_SQUARE_METRES[1] && axes.short > 60
  if (parkSized && random.chance(pattern.park)) {
    addPark(ring, setting, random, fabric)
    return
  }
  if ((overLong > 1 || overShort > 1) && area > SMALLEST_BLOCK_SQUARE_METRES * 2) {
    const style = { step: STEP_METRES, bend: pattern.bend, clearance: pattern.clearance, along: 'road' as const }
    const lengthwise = overShort > overLong
    const share = random.between(0.42, 0.58)
    const cut = cutAcross(ring, share, style, random, lengthwise) ?? cutAcross(ring, share, style, random, !lengthwise)
    if (cut) {
      addStreet(cut.path, 'through', setting, fabric)
      split(cut.left, setting, pattern, works, random, fabric)
      split(cut.right, setting, pattern, works, random, fabric)
      return
    }
  }
  if (works) fabric.blocks.push({ ring, setting, use: 'works', inner: [] })
  else if (random.chance(pattern.inner)) openUp(ring, axes, setting, random, fabric)
  else fabric.blocks.push({ ring, setting, use: 'homes', inner: [] })
}

function addPark(ring: Ring, setting: Setting, random: Random, fabric: Fabric): void {
  const inner: (readonly Position[])[] = []
  fabric.blocks.push({ ring, setting, use: random.chance(0.7) ? 'park' : 'recreation', inner })
  const style = { step: STEP_METRES, bend: 0.2, clearance: 15, along: 'road' as const }
  const path = cutAcross([...ring], random.between(0.35, 0.65), style, random.fork('path'), random.chance(0.5))
  if (!path) return
  at(path.path, 0).junctions--
  at(path.path, path.path.length - 1).junctions--
  inner.push(path.path)
  const drawn = trimLine(path.path, at(path.path, 0).barrier, at(path.path, path.path.length - 1).barrier)
  if (drawn.length < 2) return
  fabric.streets.push({ path: drawn, level: 'footway', setting, form: 'through', name: '' })
}

/** Drawn streets stop short of water, rails and fields. */
function addStreet(path: readonly Vertex[], form: Street['form'], setting: Setting, fabric: Fabric): void {
  const drawn = trimLine(path, at(path, 0).barrier, at(path, path.length - 1).barrier)
  if (drawn.length > 1) fabric.streets.push({ path: drawn, level: 'residential', setting, form, name: '' })
}

/** A crescent that leaves a street and comes back to it, or closes running in from the edge. */
function openUp(ring: Ring, axes: Axes, setting: Setting, random: Random, fabric: Fabric): void {
  if (random.chance(0.38)) {
    const cut = tryCrescent(ring, axes, random)
    if (cut) {
      addStreet(cut.path, 'crescent', setting, fabric)
      for (const part of [cut.left, cut.right]) fabric.blocks.push({ ring: part, setting, use: 'homes', inner: [] })
      return
    }
  }
  const inner: Position[][] = []
  const wanted = random.integer(1, Math.max(1, Math.round(axes.long / 95)))
  for (let attempt = 0; attempt < 14 && inner.length < wanted; attempt++) {
    const close = tryClose(ring, axes, random)
    if (!close || inner.some((other) => near(close, other))) continue
    inner.push(close)
    fabric.streets.push({ path: close, level: 'residential', setting, form: 'close', name: '' })
  }
  fabric.blocks.push({ ring, setting, use: 'homes', inner })
}

function tryCrescent(ring: Ring, axes: Axes, random: Random) {
  for (let attempt = 0; attempt < 8; attempt++) {
    const start = random.integer(0, ring.length - 1)
    const from = at(ring, start)
    const span = random.between(0.42, 0.6) * axes.long
    const steps = ring.findIndex((_, offset) => distance(from, at(ring, start + offset)) > span)
    if (steps < 0) continue
    const to = at(ring, start + steps)
    if (from.junctions > 0 || to.junctions > 0 || from.along !== 'road' || to.along !== 'road') continue
    const [a, b] = [inwardNormal(ring, from), inwardNormal(ring, to)]
    if (a.x * b.x + a.y * b.y < 0.85) continue
    const depth = axes.short * random.between(0.6, 0.75)
    const line = bezier(
      from,
      { x: from.x + a.x * depth, y: from.y + a.y * depth },
      { x: to.x + b.x * depth, y: to.y + b.y * depth },
      to,
      STEP_METRES,
    )
    if (staysInside(ring, line, 26)) return cutAlong(ring, from, to, verticesOf(line, 'road'))
  }
  return undefined
}

function tryClose(ring: Ring, axes: Axes, random: Random): Position[] | undefined {
  const from = random.pick(ring)
  if (from.junctions > 0 || from.along !== 'road') return undefined
  const inward = inwardNormal(ring, from)
  const length = axes.short * random.between(0.42, 0.62)
  if (length < CLOSE_LENGTH_METRES) return undefined
  const drift = random.normal() * 0.35
  const tip = (t: number, turned: number) => ({
    x: from.x + length * t * (inward.x - inward.y * drift * turned),
    y: from.y + length * t * (inward.y + inward.x * drift * turned),
  })
  const line = bezier(from, tip(0.33, 0), tip(0.66, 0.5), tip(1, 1), STEP_METRES)
  for (let index = 1; index < line.length; index++) {
    const point = at(line, index)
    const room = Math.min(roomAt(ring, point, from), roomToWater(ring, point))
    if (room < Math.min(24, distance(from, point) * 0.7)) return undefined
  }
  return lineLength(line) > CLOSE_LENGTH_METRES ? line : undefined
}

const near = (a: readonly Position[], b: readonly Position[]): boolean =>
  a.some((p) => b.some((q) => distance(p, q) < 38))
