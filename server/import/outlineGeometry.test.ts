import { describe, expect, it } from 'vitest'
import { outlineRings } from './outlineGeometry.ts'

const triangle = [
  [0, 50],
  [1, 50],
  [1, 51],
]

describe('an outline', () => {
  it('is closed where the file left it open, and loses its heights', () => {
    const rings = outlineRings({
      type: 'Polygon',
      coordinates: [
        [
          [0, 50, 7],
          [1, 50, 7],
          [1, 51, 7],
        ],
      ],
    })
    expect(rings).toEqual([
      [
        [
          [0, 50],
          [1, 50],
          [1, 51],
          [0, 50],
        ],
      ],
    ])
  })

  it('may be many polygons, or a collection that holds some', () => {
    const many = { type: 'MultiPolygon', coordinates: [[triangle], [triangle]] }
    expect(outlineRings(many)).toHaveLength(2)
    const point = { type: 'Point', coordinates: [0, 50] }
    expect(outlineRings({ type: 'GeometryCollection', geometries: [many, point] })).toHaveLength(2)
  })

  it.each([
    [null, 'the feature has no geometry'],
    [{ type: 'Point', coordinates: [0, 50] }, 'the geometry is no polygon'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 50],
            [1, 51],
          ],
        ],
      },
      'a ring has fewer than three points',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            ['a', 50],
            [1, 51],
            [1, 52],
          ],
        ],
      },
      'the geometry is no polygon',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [458000, 304000],
            [459000, 304000],
            [459000, 305000],
          ],
        ],
      },
      'its coordinates are not longitude and latitude in degrees',
    ],
  ])('is refused when it is %j', (geometry, sentence) => {
    expect(outlineRings(geometry)).toBe(sentence)
  })
})
