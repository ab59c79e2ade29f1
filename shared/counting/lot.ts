import { md5 } from '@noble/hashes/legacy.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A lot that is drawn once for a whole count: where two options are tied to the last, the one that comes first in it is preferred. */
export interface Lot {
  seed: string
  /** Indexes of the options, the preferred first. */
  order: readonly number[]
  /** The place of each option in `order`, from nought. */
  place: readonly number[]
}

/**
 * Draws a lot as RFC 3797 (section 4) draws a committee: the pool is the options in the order of their ids by code point, the
 * key is the seed as it stands, and every option is drawn. Anybody can draw it again with the RFC's own program.
 */
export function drawLot(ids: readonly string[], seed: string): Lot {
  const pool = ids.map((_, index) => index).sort((a, b) => compareCodePoints(ids[a]!, ids[b]!))
  const key = utf8ToBytes(seed)
  const order: number[] = []
  while (pool.length > 0) {
    const drawn = order.length
    const number = new Uint8Array([drawn >> 8, drawn & 255])
    const digest = md5(concatBytes(number, key, number))
    let value = 0n
    for (const byte of digest) value = (value << 8n) | BigInt(byte)
    order.push(...pool.splice(Number(value % BigInt(pool.length)), 1))
  }
  const place = new Array<number>(ids.length)
  order.forEach((option, at) => {
    place[option] = at
  })
  return { seed, order, place }
}

/** Orders texts by their code points, which is the same everywhere, whatever the machine's language. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
