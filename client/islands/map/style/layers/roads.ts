import type { ExpressionSpecification } from 'maplibre-gl'
import { type Layers, ofClass } from '../look.ts'

const main = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary']
const paths = ['footway', 'path', 'cycleway', 'track']

/** Widths in pixels of the screen, by zoom. */
const width = (atTwelve: number, atSeventeen: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  8,
  atTwelve / 3,
  12,
  atTwelve,
  17,
  atSeventeen,
]

/** Railways, paths, streets and main roads, an edge under each so that they read on pale ground. */
export const roads: Layers = ({ palette }) => {
  const line = {
    source: 'basemap',
    'source-layer': 'road',
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
  } as const
  const streets = ['!', ['in', ['get', 'class'], ['literal', [...main, ...paths]]]] as ExpressionSpecification
  return [
    {
      id: 'rail',
      type: 'line',
      source: 'basemap',
      'source-layer': 'rail',
      minzoom: 10,
      paint: { 'line-color': palette.rail, 'line-width': 1.2, 'line-dasharray': [4, 2] },
    },
    {
      ...line,
      id: 'path',
      minzoom: 15,
      filter: ofClass(...paths),
      paint: { 'line-color': palette.path, 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
    {
      ...line,
      id: 'street-edge',
      minzoom: 13,
      filter: streets,
      paint: { 'line-color': palette.roadEdge, 'line-width': width(2, 14) },
    },
    {
      ...line,
      id: 'main-road-edge',
      filter: ofClass(...main),
      paint: { 'line-color': palette.roadEdge, 'line-width': width(4, 20) },
    },
    { ...line, id: 'street', filter: streets, paint: { 'line-color': palette.road, 'line-width': width(1.2, 12) } },
    {
      ...line,
      id: 'main-road',
      filter: ofClass(...main),
      paint: { 'line-color': palette.mainRoad, 'line-width': width(2.8, 18) },
    },
  ]
}
