import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOfView, type MapView, mapPath, rounded, usualWindow, viewOfBox } from './view.ts'

const leicester: MapView = {
  latitude: 52.6298312,
  longitude: -1.1325031,
  zoom: 14,
  month: '2022-09',
  category: 'burglary',
}

describe('the address of a view', () => {
  it('is short, and holds filters and the open point', () => {
    expect(mapPath(leicester)).toBe('/map?lat=52.62983&lon=-1.1325&zoom=14&month=2022-09&category=burglary')
    expect(mapPath({ ...leicester, zoom: 6.004, point: 12 }, 3)).toBe(
      '/map?lat=52.63&lon=-1.13&zoom=6&month=2022-09&category=burglary&point=12&page=3',
    )
  })

  it('stays where it is when it is read and written again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 49, max: 61, noNaN: true }),
        fc.double({ min: -8, max: 3, noNaN: true }),
        fc.double({ min: 5, max: 17, noNaN: true }),
        (latitude, longitude, zoom) => {
          const once = rounded({ ...leicester, latitude, longitude, zoom })
          expect(mapPath(rounded(once))).toBe(mapPath(once))
        },
      ),
    )
  })
})

describe('the box of a view', () => {
  it('is what the view was made of', () => {
    const box = [-1.2, 52.58, -1.04, 52.69] as const
    const view = viewOfBox(box)
    const [west, south, east, north] = boxOfView(view, usualWindow)
    expect(west).toBeLessThan(box[0])
    expect(south).toBeLessThan(box[1])
    expect(east).toBeGreaterThan(box[2])
    expect(north).toBeGreaterThan(box[3])
    expect(north - south).toBeLessThan(0.14)
  })

  it('never goes beyond the zooms of the map', () => {
    expect(viewOfBox([-180, -80, 180, 80]).zoom).toBe(5)
    expect(viewOfBox([-1, 52, -1, 52]).zoom).toBe(17)
  })
})
