import {
  boxAround,
  boxMetres,
  boxZoom,
  circleRadius,
  type DrawnMap,
  drawnCircles,
  drawnMarks,
  drawnMetresPath,
  drawnPath,
  type Position,
  placesByName,
  sampleCounts,
} from '../../shared/figures/smallMap.ts'
import type { Month } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { type BasemapLines, basemapAttribution, basemapIn, countedPoints, outlineRings } from './queries.ts'

/** The layers of the basemap that a small map shows. */
const layers = ['park', 'water', 'road'] as const

/**
 * The small map of a neighbourhood, ready to be drawn; null when it has no outline.
 * @param month the month whose circles are drawn; undefined draws none
 * @param marked where the team can be found: longitude, latitude
 */
export async function drawnMap(
  published: Context['published'],
  neighbourhoodId: number,
  month: Month | undefined,
  marked: readonly Position[],
): Promise<DrawnMap | null> {
  const rings = await outlineRings(published, neighbourhoodId)
  const box = boxAround(rings.flat())
  if (!box) return null
  const metres = boxMetres(box)
  const [features, attribution, places] = await Promise.all([
    basemapIn(published, metres, boxZoom(box), layers),
    basemapAttribution(published, metres),
    month ? countedPoints(published, neighbourhoodId, month) : [],
  ])
  const drawn = (layer: (typeof layers)[number], area: boolean) =>
    drawnMetresPath(
      features.filter((feature) => feature.layer === layer && feature.area === area).flatMap(linesOf),
      box,
      area,
    )
  const { circles, largest } = drawnCircles(places, box)
  return {
    outline: drawnPath(rings, box, true),
    parks: drawn('park', true),
    water: drawn('water', true),
    waterways: drawn('water', false),
    roads: drawn('road', false),
    circles,
    marks: drawnMarks(marked, box),
    samples: sampleCounts(largest).map((count) => ({ count, radius: circleRadius(count, largest) })),
    places: placesByName(places),
    attribution: features.length > 0 ? attribution : [],
  }
}

function linesOf(feature: BasemapLines) {
  return feature.lines
}
