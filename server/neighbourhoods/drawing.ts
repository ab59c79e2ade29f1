import {
  boxAround,
  boxMetres,
  boxZoom,
  circleRadius,
  type DrawnMap,
  drawnCircles,
  drawnMetresPath,
  drawnPath,
  sampleCounts,
} from '../../shared/figures/smallMap.ts'
import type { Month } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { type BasemapLines, basemapAttribution, basemapIn, countedPoints, outlineRings } from './queries.ts'

/** The layers of the basemap that a small map shows, by how they are drawn. */
const parkLayers = ['park', 'landcover', 'landuse']
const waterLayers = ['water']
const waterwayLayers = ['waterway']
const roadLayers = ['road']
const layers = [...parkLayers, ...waterLayers, ...waterwayLayers, ...roadLayers]

/**
 * The small map of a neighbourhood, ready to be drawn; null when it has no outline.
 * @param month the month whose circles are drawn; undefined draws none
 */
export async function drawnMap(
  published: Context['published'],
  neighbourhoodId: number,
  month: Month | undefined,
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
  const drawn = (wanted: readonly string[], area: boolean) =>
    drawnMetresPath(
      features.filter((feature) => wanted.includes(feature.layer) && feature.area === area).flatMap(linesOf),
      box,
      area,
    )
  const { circles, largest } = drawnCircles(places, box)
  return {
    outline: drawnPath(rings, box, true),
    parks: drawn(parkLayers, true),
    water: drawn(waterLayers, true),
    waterways: drawn([...waterLayers, ...waterwayLayers], false),
    roads: drawn(roadLayers, false),
    circles,
    samples: sampleCounts(largest).map((count) => ({ count, radius: circleRadius(count, largest) })),
    places,
    attribution: features.length > 0 ? attribution : [],
  }
}

function linesOf(feature: BasemapLines) {
  return feature.lines
}
