import type { Layers } from '../look.ts'

/** Ground, water, parks and buildings: pale, so that the figures stand out. */
export const ground: Layers = ({ palette }) => [
  { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
  {
    id: 'land',
    type: 'fill',
    source: 'basemap',
    'source-layer': 'land',
    paint: { 'fill-color': ['match', ['get', 'class'], 'urban', palette.urban, palette.ground] },
  },
  {
    id: 'park',
    type: 'fill',
    source: 'basemap',
    'source-layer': 'park',
    paint: { 'fill-color': palette.park },
  },
  {
    id: 'water',
    type: 'fill',
    source: 'basemap',
    'source-layer': 'water',
    paint: { 'fill-color': palette.water },
  },
  {
    id: 'building',
    type: 'fill',
    source: 'basemap',
    'source-layer': 'building',
    minzoom: 15,
    paint: { 'fill-color': palette.building },
  },
]
