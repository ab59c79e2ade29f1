import { bold, type Layers, nameIn, ofClass, regular } from '../look.ts'

/** Names of streets, from zoom 14. They lie under the circles, which matter more. */
export const streetNames: Layers = ({ palette, language }) => [
  {
    id: 'street-name',
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'road',
    minzoom: 14,
    filter: ['has', 'name'],
    layout: {
      'symbol-placement': 'line',
      'text-field': nameIn(language),
      'text-font': regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 17, 14],
    },
    paint: { 'text-color': palette.inkQuiet, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  },
]

/** Names of water, parks and places; suburbs have none of their own, as neighbourhoods are named there. */
export const names: Layers = ({ palette, language }) => [
  {
    id: 'water-name',
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'water',
    filter: ['has', 'name'],
    layout: { 'text-field': nameIn(language), 'text-font': regular, 'text-size': 12, 'text-letter-spacing': 0.05 },
    paint: { 'text-color': palette.waterName, 'text-halo-color': palette.water, 'text-halo-width': 1 },
  },
  {
    id: 'park-name',
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'park',
    minzoom: 14,
    filter: ['has', 'name'],
    layout: { 'text-field': nameIn(language), 'text-font': regular, 'text-size': 12 },
    paint: { 'text-color': palette.parkName, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
  },
  {
    id: 'place-name',
    type: 'symbol',
    source: 'basemap',
    'source-layer': 'place',
    maxzoom: 15,
    filter: ['!', ofClass('suburb')],
    layout: {
      'text-field': nameIn(language),
      'text-font': ['case', ofClass('city', 'town'), ['literal', bold], ['literal', regular]],
      'text-size': ['case', ofClass('city', 'town'), 15, 13],
      'text-max-width': 8,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  },
]
