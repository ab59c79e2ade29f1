import { describe, expect, it } from 'vitest'
import { namedError } from '../errors.ts'
import { askedMap, askedPoint, askedView } from './mapSchemas.ts'

/** The parameter that is refused, if one is. */
function refused(ask: () => unknown): string | undefined {
  try {
    ask()
  } catch (error) {
    return namedError(error).parameter
  }
  return undefined
}

describe('the address of the map', () => {
  it('may say nothing', () => {
    expect(askedMap({})).toEqual({
      place: undefined,
      month: undefined,
      category: 'all-crime',
      point: undefined,
      page: 1,
    })
  })

  it('holds a whole view', () => {
    const query = {
      lat: '52.63',
      lon: '-1.13',
      zoom: '14.5',
      month: '2022-09',
      category: 'burglary',
      point: '12',
      page: '2',
    }
    expect(askedMap(query)).toEqual({
      place: { kind: 'view', latitude: 52.63, longitude: -1.13, zoom: 14.5 },
      month: '2022-09',
      category: 'burglary',
      point: 12,
      page: 2,
    })
  })

  it('may name a neighbourhood, whose code may hold anything, or a force', () => {
    expect(askedMap({ neighbourhood: 'leicestershire/N C/04' }).place).toEqual({
      kind: 'neighbourhood',
      force: 'leicestershire',
      code: 'N C/04',
    })
    expect(askedMap({ force: 'dogger' }).place).toEqual({ kind: 'force', force: 'dogger' })
  })

  it('keeps to the zooms of the map', () => {
    expect(askedMap({ lat: '0', lon: '0', zoom: '22' }).place).toMatchObject({ zoom: 17 })
    expect(askedMap({ lat: '0', lon: '0', zoom: '1' }).place).toMatchObject({ zoom: 5 })
  })

  it.each([
    [{ lat: '52.63' }, 'lon'],
    [{ lat: 'north', lon: '0' }, 'lat'],
    [{ lat: '91', lon: '0' }, 'lat'],
    [{ lat: '1e1', lon: '0' }, 'lat'],
    [{ lat: ['1', '2'], lon: '0' }, 'lat'],
    [{ lat: '52', lon: '0', zoom: '-1' }, 'zoom'],
    [{ month: '2022-13' }, 'month'],
    [{ category: 'murder' }, 'category'],
    [{ point: '0' }, 'point'],
    [{ page: '-1' }, 'page'],
    [{ neighbourhood: 'leicestershire' }, 'neighbourhood'],
  ])('names what is wrong with %j', (query, parameter) => {
    expect(refused(() => askedMap(query))).toBe(parameter)
  })
})

describe('the table of a view', () => {
  const query = { box: '-1.2,52.5,-1.1,52.7', zoom: '12', month: '2022-09' }
  it('asks for a box', () => {
    expect(askedView(query)).toMatchObject({ box: [-1.2, 52.5, -1.1, 52.7], zoom: 12, language: 'en', page: 1 })
  })

  it.each([
    ['-1.2,52.5,-1.1', 12],
    ['-1.1,52.5,-1.2,52.7', 12],
    ['-8,49,2,61', 12],
    ['a,b,c,d', 12],
  ])('refuses %s at zoom %i', (box, zoom) => {
    expect(refused(() => askedView({ ...query, box, zoom: String(zoom) }))).toBe('box')
  })
})

describe('the details of a point', () => {
  it('ask for a month', () => {
    expect(askedPoint({ id: '7' }, { month: '2022-09', language: 'cy' })).toEqual({
      id: 7,
      month: '2022-09',
      category: 'all-crime',
      language: 'cy',
    })
    expect(refused(() => askedPoint({ id: 'x' }, { month: '2022-09' }))).toBe('id')
    expect(refused(() => askedPoint({ id: '7' }, {}))).toBe('month')
  })
})
