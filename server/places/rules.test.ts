import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compactPostcode,
  mapPath,
  neighbourhoodPath,
  onlyPath,
  pathOf,
  patternOf,
  readSearch,
  wholeMiles,
} from './rules.ts'
import { askedText, position } from './schemas.ts'

describe('what was typed', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['?!…', 'empty'],
    ['LE1 1RE', 'postcode'],
    ['le1', 'beginning'],
    ['Abbey Lane', 'name'],
    ["'; drop table postcode; --", 'name'],
    ['<script>alert(1)</script>', 'name'],
    ['LE', 'name'],
    ['12 High Street, Oakham LE15 6AL', 'postcode'],
    ['Flat 2, 7 Abbey Lane, Leicester, le45pj', 'postcode'],
    ['Abbey Road lAA', 'name'],
  ])('%j is %s', (text, kind) => {
    expect(readSearch(text).kind).toBe(kind)
  })

  it.each([
    ['12 Church Rd', 'church road'],
    ['7a Abbey Ln.', 'abbey lane'],
    ['St. Mary’s Ave', 'st marys avenue'],
    ['Road', 'road'],
    ['2000', '2000'],
  ])('%j is looked for as %j', (text, folded) => {
    expect(readSearch(text)).toMatchObject({ folded })
  })

  it('is the postcode at the end of an address', () => {
    expect(readSearch('12 High Street, Oakham LE15 6AL')).toMatchObject({
      readings: [{ outward: 'LE15', inward: '6AL' }],
    })
  })

  it('is a postcode and a name at once where it has the form of both', () => {
    expect(readSearch('A1 Road')).toMatchObject({ kind: 'postcode', folded: 'a1 road' })
  })

  it('is read without fail and never looked for at length, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const search = readSearch(askedText({ q: text }))
        if (search.kind === 'empty') return
        expect(search.folded.length).toBeLessThanOrEqual(70)
        expect(search.folded).not.toMatch(/[^\p{L}\p{N} ]/u)
        if (search.kind === 'name') return
        for (const reading of search.readings) expect(patternOf(reading)).toMatch(/^[A-Z0-9]{2,7}_{0,3}$/)
      }),
    )
  })
})

describe('the pattern of half a postcode', () => {
  it('has the places of the half that is not there', () => {
    expect(patternOf({ outward: 'LE1', inward: '' })).toBe('LE1___')
    expect(patternOf({ outward: 'LE11', inward: '1R' })).toBe('LE111R_')
    expect(compactPostcode({ outward: 'LE1', inward: '1RE' })).toBe('LE11RE')
  })
})

describe('where a result leads', () => {
  const nowhere = { forceId: null, neighbourhoodCode: null, longitude: null, latitude: null }
  const silverPit = { ...nowhere, forceId: 'dogger', neighbourhoodCode: 'SP 1/a', longitude: 2.3, latitude: 54.7 }

  it('is its neighbourhood, else its place on the map, else its force', () => {
    expect(pathOf(silverPit)).toBe('/neighbourhoods/dogger/SP%201%2Fa')
    expect(pathOf({ ...silverPit, neighbourhoodCode: null })).toBe('/map?lat=54.7&lon=2.3&zoom=15')
    expect(pathOf({ ...nowhere, forceId: 'dogger' })).toBe('/forces/dogger')
    expect(pathOf(nowhere)).toBeUndefined()
  })

  it('is one page when several names lead to it, and none when they part', () => {
    expect(onlyPath([silverPit, silverPit])).toBe(neighbourhoodPath('dogger', 'SP 1/a'))
    expect(onlyPath([silverPit, { ...silverPit, neighbourhoodCode: 'SP2' }])).toBeUndefined()
    expect(onlyPath([])).toBeUndefined()
  })

  it('is a place on the map to a metre', () => {
    expect(mapPath(-1.1234567, 52.6, 14)).toBe('/map?lat=52.6&lon=-1.12346&zoom=14')
  })
})

describe('a distance', () => {
  it.each([
    [0, undefined],
    [1609, undefined],
    [1610, 1],
    [2500, 2],
    [16093.44, 10],
  ])('of %d metres is %s whole miles', (metres, miles) => {
    expect(wholeMiles(metres)).toBe(miles)
  })
})

describe('a position in an address', () => {
  it('is kept to four decimals', () => {
    expect(position.parse({ lat: '52.629831', lon: '-1.132503' })).toEqual({ lat: 52.6298, lon: -1.1325 })
  })

  it.each([
    [{ lat: '91', lon: '0' }],
    [{ lat: '52' }],
    [{ lat: '1e1', lon: '0' }],
    [{ lat: 'north', lon: '0' }],
    [{ lat: ['1', '2'], lon: '0' }],
  ])('%j is none', (query) => {
    expect(position.safeParse(query).success).toBe(false)
  })
})

describe('the text of a search', () => {
  it('is without what no database takes, and cut', () => {
    expect(askedText({})).toBe('')
    expect(askedText({ q: 'a\u0000b' })).toBe('a b')
    expect(askedText({ q: 'x'.repeat(600) })).toHaveLength(500)
  })

  it.each([[['a', 'b']], [{ nested: 'x' }]])('is one: %j is refused', (q) => {
    expect(() => askedText({ q })).toThrow('BAD_PARAMETER q')
  })
})
