import { describe, expect, it } from 'vitest'
import { readShape, signedArea } from './shape.ts'

/** TWKB by hand: a header byte, a byte of extras (none), then zigzag varints. */
const twkb = (kind: number, ...numbers: number[]) => Uint8Array.from([kind, 0, ...numbers])
const signed = (value: number) => (value << 1) ^ (value >> 31)

describe('a shape', () => {
  it('is read with every corner from the one before', () => {
    const line = twkb(2, 3, signed(1), signed(2), signed(10), signed(0), signed(-5), signed(7))
    expect(readShape(line)).toEqual({
      type: 'line',
      parts: [
        [
          { x: 1, y: 2 },
          { x: 11, y: 2 },
          { x: 6, y: 9 },
        ],
      ],
    })
  })

  it('may have numbers of several bytes', () => {
    expect(readShape(Uint8Array.from([1, 0, 0x80, 0x40, 0x81, 0x40]))).toEqual({
      type: 'point',
      parts: [[{ x: 4096, y: -4097 }]],
    })
  })

  it('has its outer ring clockwise on the screen, whichever way it was written', () => {
    const steps = [
      [0, 0],
      [10, 0],
      [0, 10],
      [-10, 0],
      [0, -10],
    ]
    const forwards = readShape(twkb(3, 1, 5, ...steps.flat().map(signed)))
    const backwards = readShape(twkb(3, 1, 5, ...steps.flatMap(([x = 0, y = 0]) => [y, x]).map(signed)))
    for (const shape of [forwards, backwards]) expect(signedArea(shape?.parts[0] ?? [])).toBe(200)
  })

  it('loses what has no length or area in tile units, and the holes of what it loses', () => {
    expect(readShape(twkb(2, 2, signed(5), signed(5), 0, 0))).toBeUndefined()
    const flat = [4, signed(0), signed(0), signed(5), signed(0), signed(5), signed(0), signed(-10), signed(0)]
    const hole = [4, signed(1), signed(1), signed(1), signed(0), signed(0), signed(1), signed(-1), signed(-1)]
    expect(readShape(twkb(3, 2, ...flat, ...hole))).toBeUndefined()
  })

  it('is nothing when it is empty', () => {
    expect(readShape(Uint8Array.from([3, 0x10]))).toBeUndefined()
  })
})
