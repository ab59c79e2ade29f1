import type { TilePosition } from './encode.ts'

/** A geometry read from TWKB: its parts in tile units. A polygon's rings follow one another, each outer one before its holes. */
export interface Shape {
  type: 'point' | 'line' | 'polygon'
  parts: TilePosition[][]
}

/**
 * Reads Tiny Well-known Binary with whole-number coordinates and no extras, as `st_astwkb(geometry, 0)` writes it
 * (https://github.com/TWKB/Specification), and makes of it what a vector tile may hold: no repeated corner, no part
 * without length or area, outer rings clockwise on the screen.
 * @returns undefined when nothing of it is left
 */
export function readShape(bytes: Uint8Array): Shape | undefined {
  const reader = new TwkbReader(bytes)
  const kind = (bytes[0] ?? 0) & 0x0f
  if (((bytes[1] ?? 0) & 0x10) !== 0) return undefined
  const many = kind > 3 ? reader.number() : 1
  const parts: TilePosition[][] = []
  for (let index = 0; index < many; index++) {
    if (kind === 1 || kind === 4) parts.push(reader.positions(1))
    else if (kind === 2 || kind === 5) keepLine(parts, reader.positions(reader.number()))
    else if (kind === 3 || kind === 6) keepPolygon(parts, reader)
    else throw new Error(`TWKB geometry of kind ${kind} is not read here`)
  }
  if (parts.length === 0) return undefined
  const type = kind === 1 || kind === 4 ? 'point' : kind === 2 || kind === 5 ? 'line' : 'polygon'
  return { type, parts: type === 'point' ? [parts.flat()] : parts }
}

class TwkbReader {
  #bytes: Uint8Array
  #at = 2
  #x = 0
  #y = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** A varint; no number in a tile needs more than 32 bits. */
  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }

  /** Corners, each written as its distance from the one before, without repeats. */
  positions(count: number): TilePosition[] {
    const read: TilePosition[] = []
    for (let index = 0; index < count; index++) {
      const dx = this.#signed()
      const dy = this.#signed()
      this.#x += dx
      this.#y += dy
      if (read.length === 0 || dx !== 0 || dy !== 0) read.push({ x: this.#x, y: this.#y })
    }
    return read
  }

  #signed(): number {
    const value = this.number()
    return (value >>> 1) ^ -(value & 1)
  }
}

function keepLine(parts: TilePosition[][], line: TilePosition[]): void {
  if (line.length > 1) parts.push(line)
}

function keepPolygon(parts: TilePosition[][], reader: TwkbReader): void {
  const rings = reader.number()
  let outerKept = false
  for (let index = 0; index < rings; index++) {
    const ring = reader.positions(reader.number())
    const area = signedArea(ring)
    const outer = index === 0
    if (outer) outerKept = ring.length > 3 && area !== 0
    if (!outerKept || ring.length < 4 || area === 0) continue
    parts.push(area > 0 === outer ? ring : ring.reverse())
  }
}

/** Twice the area of a closed ring: above zero when it runs clockwise with y pointing down (the surveyor's formula). */
export function signedArea(ring: readonly TilePosition[]): number {
  let sum = 0
  let previous = ring.at(-1)
  for (const corner of ring) {
    if (previous) sum += previous.x * corner.y - corner.x * previous.y
    previous = corner
  }
  return sum
}
