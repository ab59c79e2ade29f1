import fc from 'fast-check'
import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js'
import { expect, it } from 'vitest'
import { worldBits, worldPixel } from '../../shared/geography/mercator.ts'
import { firstPointZoom, firstTileZoom, hexagonResolution } from '../../shared/map/zoomRules.ts'
import { tilePixels } from './coveringRanges.ts'
import { hexagonReachPixels } from './crimeHexagons.ts'

it('finds a hexagon by its middle from every tile that one of its corners touches', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 49, max: 61, noNaN: true }),
      fc.double({ min: -8, max: 3, noNaN: true }),
      fc.integer({ min: firstTileZoom, max: firstPointZoom - 1 }),
      (latitude, longitude, zoom) => {
        const resolution = hexagonResolution(zoom)
        const hexagon = latLngToCell(latitude, longitude, resolution)
        const [middleLatitude, middleLongitude] = cellToLatLng(hexagon)
        const middle = worldPixel(middleLongitude, middleLatitude)
        const size = 2 ** (worldBits - zoom)
        for (const [cornerLatitude, cornerLongitude] of cellToBoundary(hexagon)) {
          const corner = worldPixel(cornerLongitude, cornerLatitude)
          const [column, row] = [Math.floor(corner.x / size), Math.floor(corner.y / size)]
          const reach = hexagonReachPixels(resolution, { zoom, column, row })
          const searched = tilePixels(zoom, column, row, reach)
          expect(middle.x).toBeGreaterThanOrEqual(searched.left)
          expect(middle.x).toBeLessThanOrEqual(searched.right)
          expect(middle.y).toBeGreaterThanOrEqual(searched.top)
          expect(middle.y).toBeLessThanOrEqual(searched.bottom)
        }
      },
    ),
  )
})
