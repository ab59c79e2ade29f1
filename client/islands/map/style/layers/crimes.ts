import type { ExpressionSpecification } from 'maplibre-gl'
import { circleOfOne, largestCircle } from '../../../../../shared/map/circles.ts'
import { stepsOfResolution } from '../../../../../shared/map/steps.ts'
import { firstPointZoom, type HexagonResolution } from '../../../../../shared/map/zoomRules.ts'
import type { Layers, Look } from '../look.ts'

/** Hexagons in five steps of one hue, below the zoom of points; their edge stands out from the ground where the palest step does not. */
export const hexagons: Layers = (look) => [
  {
    id: 'hexagons',
    type: 'fill',
    source: 'crime',
    'source-layer': 'hexagons',
    maxzoom: firstPointZoom,
    paint: {
      'fill-color': hexagonColour(look),
      'fill-opacity': 0.85,
      'fill-outline-color': look.palette.circle,
    },
  },
]

/** A circle a map point: its area is as its count, with a thin paper outline so that stacks read. */
export const points: Layers = ({ palette, chosenPoint }) => {
  const circle = { type: 'circle', source: 'crime', 'source-layer': 'points', minzoom: firstPointZoom } as const
  return [
    {
      ...circle,
      id: 'points',
      // Small ones lie on large ones, so that each can be reached.
      layout: { 'circle-sort-key': ['-', 0, ['get', 'count']] },
      paint: {
        'circle-radius': circleRadiusExpression,
        'circle-color': palette.circle,
        'circle-opacity': 0.82,
        'circle-stroke-color': palette.paper,
        'circle-stroke-width': 1,
      },
    },
    {
      ...circle,
      id: 'point-chosen',
      filter: ['==', ['id'], chosenPoint ?? -1],
      paint: {
        'circle-radius': circleRadiusExpression,
        'circle-color': palette.circle,
        'circle-stroke-color': palette.chosen,
        'circle-stroke-width': 4,
      },
    },
  ]
}

/** `circleRadius` of shared/map/circles.ts as an expression; a test holds them together. */
export const circleRadiusExpression: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...circleOfOne.flatMap(([zoom, radius]) => [
    zoom,
    ['min', largestCircle, ['*', radius, ['sqrt', ['get', 'count']]]] as ExpressionSpecification,
  ]),
] as unknown as ExpressionSpecification

/** The colour of a hexagon by its count, with the steps of the resolution that each zoom shows. */
export function hexagonColour({ palette, category }: Pick<Look, 'palette' | 'category'>): ExpressionSpecification {
  const [first, ...rest] = palette.quantities
  const colour = (resolution: HexagonResolution) => {
    const [, ...bounds] = stepsOfResolution(resolution, category)
    return ['step', ['get', 'count'], first, ...bounds.flatMap((bound, index) => [bound, rest[index]])]
  }
  return ['step', ['zoom'], colour(5), 7, colour(6), 9, colour(7), 11, colour(8)] as unknown as ExpressionSpecification
}
