import type { ExpressionSpecification } from 'maplibre-gl'
import { bold, type Layers, nameIn } from '../look.ts'

/** The picture that fills an area without figures. */
export const hatchImage = 'hatch'

/** Areas without figures, hatched: missing is never zero. */
export const missing: Layers = ({ missing }) => [
  {
    id: 'missing',
    type: 'fill',
    source: 'neighbourhoods',
    'source-layer': 'neighbourhoods',
    filter: ['in', ['get', 'force'], ['literal', [...missing]]],
    paint: { 'fill-pattern': hatchImage },
  },
]

/**
 * Outlines; broken lines where wards stand in for the force's own. These lie just inside their rings (clockwise on the screen):
 * two on one border would fill each other's gaps.
 */
export const outlines: Layers = ({ palette }) => {
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 0.5, 12, 1.4, 16, 2.2]
  const inside: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 0.5, 12, 1.5, 16, 2.5]
  const line = { type: 'line', source: 'neighbourhoods', 'source-layer': 'neighbourhoods' } as const
  return [
    {
      ...line,
      id: 'outline-police',
      filter: ['==', ['get', 'source'], 'police'],
      paint: { 'line-color': palette.outline, 'line-width': width },
    },
    {
      ...line,
      id: 'outline-ward',
      filter: ['==', ['get', 'source'], 'ward'],
      paint: {
        'line-color': palette.outline,
        'line-width': width,
        'line-dasharray': [4, 2],
        'line-offset': inside,
      },
    },
  ]
}

/** Names of neighbourhoods, where they fit. */
export const neighbourhoodNames: Layers = ({ palette, language }) => [
  {
    id: 'neighbourhood-name',
    type: 'symbol',
    source: 'neighbourhoods',
    'source-layer': 'neighbourhood-names',
    minzoom: 9,
    layout: {
      'text-field': nameIn(language),
      'text-font': bold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 14, 16],
      'text-max-width': 7,
      'text-padding': 4,
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.8,
    },
  },
]
