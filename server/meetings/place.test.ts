import { describe, expect, it } from 'vitest'
import { addressParts, addressWith, doubtAbout } from './place.ts'

describe('an address', () => {
  it.each([
    ['1 Outer Row, ZZ1 1AA', '1 Outer Row', 'ZZ1 1AA'],
    ['1 Outer Row ZZ11AA', '1 Outer Row', 'ZZ1 1AA'],
    ['ZZ1 1AA', '', 'ZZ1 1AA'],
    ['1 Outer Row', '1 Outer Row', ''],
    ['', '', ''],
    ['Hall 2, Unit B1', 'Hall 2, Unit B1', ''],
  ])('is told from its postcode: %s', (text, address, postcode) => {
    expect(addressParts(text)).toEqual({ address, postcode })
  })

  it('is kept with its postcode, once', () => {
    expect(addressWith('1 Outer Row', 'ZZ1 1AA')).toBe('1 Outer Row, ZZ1 1AA')
    expect(addressWith('1 Outer Row, ZZ1 1AA', 'ZZ1 1AA')).toBe('1 Outer Row, ZZ1 1AA')
    expect(addressWith('1 Outer Row, ZZ1 1AA', 'ZZ2 2BB')).toBe('1 Outer Row, ZZ2 2BB')
    expect(addressWith('', 'ZZ1 1AA')).toBe('ZZ1 1AA')
    expect(addressWith('', '')).toBe('')
  })
})

describe('a place is asked about', () => {
  const location = { longitude: 2.3, latitude: 54.7 }
  it('when it is far outside, beyond the map, or not known', () => {
    expect(doubtAbout({ location, isSomewhere: true }, 0, true)).toBeUndefined()
    expect(doubtAbout({ location, isSomewhere: true }, null, true)).toBeUndefined()
    expect(doubtAbout({ location, isSomewhere: true }, 10_400, false)).toContain('10 km outside')
    expect(doubtAbout({ location, isSomewhere: true }, 2000, false)).toContain('outside the small map')
    expect(doubtAbout({ location: null, isSomewhere: true }, null, true)).toContain('There is no map')
    expect(doubtAbout({ location: null, isSomewhere: false }, null, true)).toBeUndefined()
  })
})
