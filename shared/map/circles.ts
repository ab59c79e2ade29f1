/** Radius in CSS pixels of the circle of one crime, by zoom; between two zooms it grows evenly. Areas are as the counts. */
export const circleOfOne = [
  [12, 2.6],
  [14, 3.8],
  [17, 6],
] as const

/** No circle grows beyond this radius, in CSS pixels. */
export const largestCircle = 44

/** The radius in CSS pixels of a point's circle, as the map draws it. */
export function circleRadius(count: number, zoom: number): number {
  return Math.min(largestCircle, radiusOfOne(zoom) * Math.sqrt(count))
}

/** Counts whose circles the legend shows. */
export const sampleCounts = [1, 10, 40] as const

function radiusOfOne(zoom: number): number {
  const [first] = circleOfOne
  let [lowZoom, lowRadius]: readonly [number, number] = first
  for (const [stopZoom, stopRadius] of circleOfOne) {
    if (zoom <= stopZoom) {
      if (stopZoom === lowZoom) return stopRadius
      return lowRadius + ((stopRadius - lowRadius) * (zoom - lowZoom)) / (stopZoom - lowZoom)
    }
    ;[lowZoom, lowRadius] = [stopZoom, stopRadius]
  }
  return lowRadius
}
