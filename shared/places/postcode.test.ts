import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPostcode, readPostcode } from './postcode.ts'

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const digit = fc.constantFrom(...'0123456789')
const shaped = (shape: string) =>
  fc.tuple(...[...shape].map((kind) => (kind === '9' ? digit : letter))).map((all) => all.join(''))
const outward = fc.oneof(...['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A'].map(shaped))
const inward = shaped('9AA')

describe('a postcode as people type it', () => {
  it.each([
    ['LE1 1RE', 'LE1 1RE'],
    ['le11re', 'LE1 1RE'],
    ['  le1   1re ', 'LE1 1RE'],
    ['L E 1 1 R E', 'LE1 1RE'],
    ['LE 11RE', 'LE1 1RE'],
    ['le1-1re', 'LE1 1RE'],
    ['LEI IRE', 'LE1 1RE'],
    ['lel lre', 'LE1 1RE'],
    ['LE1 ORE', 'LE1 0RE'],
    ['LE1 1R0', 'LE1 1RO'],
    ['EC1A1BB', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['W1A OAX', 'W1A 0AX'],
    ['m11ae', 'M1 1AE'],
    ['zz1 1aa', 'ZZ1 1AA'],
  ])('%j is %s', (typed, meant) => {
    const read = readPostcode(typed)
    expect(read?.whole).toBe(true)
    const [first] = read?.readings ?? []
    expect(`${first?.outward} ${first?.inward}`).toBe(meant)
  })

  it.each([
    ['LE1', ['LE1 ']],
    ['le1 1', ['LE1 1']],
    ['LE11', ['LE11 ', 'LE1 1']],
    ['LE1 1R', ['LE1 1R']],
    ['M1', ['M1 ']],
    ['EC1', ['EC1 ']],
  ])('%j is the beginning of one', (typed, readings) => {
    const read = readPostcode(typed)
    expect(read?.whole).toBe(false)
    expect(read?.readings.map(({ outward, inward }) => `${outward} ${inward}`)).toEqual(
      expect.arrayContaining(readings),
    )
    expect(read?.readings[0]).toEqual({ outward: readings[0]?.split(' ')[0], inward: readings[0]?.split(' ')[1] })
  })

  it.each(['', ' ', 'LE', 'Oil', 'Lilo', 'Abbey', 'Church Road', '12 High Street', 'A1 1AA 1AA', '12345', '🚓'])(
    '%j is none',
    (typed) => {
      expect(readPostcode(typed)).toBeUndefined()
    },
  )

  it('is read the same in any case and with any spaces', () => {
    fc.assert(
      fc.property(
        outward,
        inward,
        fc.array(fc.nat(7), { maxLength: 4 }),
        fc.boolean(),
        (before, after, gaps, lower) => {
          let typed = before + after
          for (const at of gaps) typed = `${typed.slice(0, at)} ${typed.slice(at)}`
          const read = readPostcode(lower ? typed.toLowerCase() : typed)
          expect(read?.readings).toContainEqual({ outward: before, inward: after })
        },
      ),
    )
  })

  it('is read, among others, with O for nought and I for one and the other way round', () => {
    const confused: Record<string, string> = { '0': 'O', '1': 'I', O: '0', I: '1' }
    fc.assert(
      fc.property(outward, inward, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (before, after, flips) => {
        const typed = [...`${before}${after}`].map((one, at) => (flips[at] ? (confused[one] ?? one) : one)).join('')
        const read = readPostcode(typed)
        expect(read?.whole).toBe(true)
        // What was typed may itself be another postcode; then that one comes first.
        const other = read?.readings.some((one) => one.outward + one.inward === typed)
        if (!other) expect(read?.readings).toContainEqual({ outward: before, inward: after })
      }),
    )
  })

  it('is written with its space', () => {
    fc.assert(
      fc.property(outward, inward, (before, after) => {
        expect(formatPostcode(before + after)).toBe(`${before} ${after}`)
      }),
    )
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const reading of readPostcode(text)?.readings ?? []) {
          expect(reading.outward + reading.inward).toMatch(/^[A-Z0-9]{2,7}$/)
        }
      }),
    )
  })
})
