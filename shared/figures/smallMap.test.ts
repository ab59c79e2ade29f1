import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldPixel } from '../geography/mercator.ts'
import {
  boxAround,
  boxMetres,
  boxZoom,
  circleRadius,
  drawingHeight,
  drawingWidth,
  drawnCircles,
  drawnMetresPath,
  drawnPath,
  placesByName,
  sampleCounts,
} from './smallMap.ts'

const square = [
  [2.28, 54.69],
  [2.32, 54.69],
  [2.32, 54.71],
  [2.28, 54.71],
  [2.28, 54.69],
]
const box = boxAround(square)
if (!box) throw new Error('A square has a box')

const pathNumbers = (path: string) => [...path.matchAll(/-?\d+/g)].map((match) => Number(match[0]))

describe('the box of a small map', () => {
  it('has the drawing’s proportions and holds every position', () => {
    const position = fc.tuple(fc.double({ min: -8, max: 2, noNaN: true }), fc.double({ min: 50, max: 58, noNaN: true }))
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), (positions) => {
        const around = boxAround(positions)
        if (!around) throw new Error('Positions have a box')
        expect(around.width / around.height).toBeCloseTo(drawingWidth / drawingHeight, 6)
        for (const [longitude, latitude] of positions) {
          const { x, y } = worldPixel(longitude, latitude)
          expect(x).toBeGreaterThanOrEqual(around.west)
          expect(x).toBeLessThanOrEqual(around.west + around.width)
          expect(y).toBeGreaterThanOrEqual(around.north)
          expect(y).toBeLessThanOrEqual(around.north + around.height)
        }
      }),
    )
  })

  it('is nothing around nothing', () => {
    expect(boxAround([])).toBeUndefined()
  })

  it('knows its corners in metres and its zoom', () => {
    const [west, south, east, north] = boxMetres(box)
    // 2.3° E and 54.7° N in EPSG:3857
    expect((west + east) / 2).toBeCloseTo(256_034, -2)
    expect((south + north) / 2).toBeCloseTo(7_307_000, -4)
    expect(boxZoom(box)).toBeGreaterThan(12)
    expect(boxZoom(box)).toBeLessThan(15)
  })
})

describe('paths', () => {
  it('lie inside the drawing, the same from degrees and from metres', () => {
    const [x = -1, y = -1, across] = pathNumbers(drawnPath([square], box, true))
    expect(x).toBeGreaterThan(0)
    expect(y).toBeLessThan(drawingHeight)
    const metres = square.map(([longitude = 0, latitude = 0]) => [
      (longitude * Math.PI * 6_378_137) / 180,
      6_378_137 * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
    ])
    const [otherX = -1, otherY = -1, otherAcross] = pathNumbers(drawnMetresPath([metres], box, true))
    expect(Math.abs(otherX - x)).toBeLessThanOrEqual(1)
    expect(Math.abs(otherY - y)).toBeLessThanOrEqual(1)
    expect(otherAcross).toBeCloseTo(across ?? 0, -1)
  })

  it('leave out what is too small to see', () => {
    expect(
      drawnPath(
        [
          [
            [2.3, 54.7],
            [2.3000001, 54.7],
          ],
        ],
        box,
        false,
      ),
    ).toBe('')
  })
})

describe('circles', () => {
  it('have areas in proportion to counts, large enough to see', () => {
    expect(circleRadius(100, 100) ** 2 / circleRadius(25, 100) ** 2).toBeCloseTo(4, 1)
    expect(circleRadius(1, 1000)).toBe(2.5)
  })

  it('stack points of one position, the largest first', () => {
    const point = { longitude: 2.3, latitude: 54.7, street: 'A' }
    const { circles, largest } = drawnCircles(
      [
        { ...point, count: 2, longitude: 2.31 },
        { ...point, count: 3 },
        { ...point, street: 'B', count: 4 },
      ],
      box,
    )
    expect(largest).toBe(7)
    expect(circles).toHaveLength(2)
    expect(circles[0]).toMatchObject({ radius: circleRadius(7, 7) })
    expect(circles[0]?.xPercent).toBeCloseTo(50, 0)
    expect(circles[0]?.yPercent).toBeCloseTo(50, 0)
  })

  it('are told by street name, none ranked, those without a name together at the end', () => {
    const point = { longitude: 2.3, latitude: 54.7 }
    const points = [
      { ...point, street: 'On or near ', count: 40 },
      { ...point, street: 'On or near Outer Row', count: 2 },
      { ...point, street: 'On or near Inner Row', count: 1 },
      { ...point, street: '', count: 1 },
      { ...point, street: 'On or near Outer Row', count: 3 },
    ]
    expect(placesByName(points)).toEqual([
      { street: 'Inner Row', count: 1 },
      { street: 'Outer Row', count: 5 },
      { street: '', count: 41 },
    ])
  })

  it('have up to three samples in the legend, none above the largest', () => {
    expect(sampleCounts(0)).toEqual([])
    expect(sampleCounts(1)).toEqual([1])
    expect(sampleCounts(7)).toEqual([1, 2, 5])
    expect(sampleCounts(480)).toEqual([1, 50, 200])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (largest) => {
        const samples = sampleCounts(largest)
        expect(samples.length).toBeLessThanOrEqual(3)
        expect(Math.max(...samples)).toBeLessThanOrEqual(largest)
      }),
    )
  })
})
