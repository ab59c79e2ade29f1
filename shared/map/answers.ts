import type { CategoryFilter } from '../categories.ts'
import type { Month } from '../month.ts'
import type { MapBox } from './view.ts'
import type { MapKind } from './zoomRules.ts'

/** A map point in view. Its counts are of the month and category asked for. */
export interface PointRow {
  kind: 'point'
  id: number
  street: string
  neighbourhood: string | null
  longitude: number
  latitude: number
  count: number
}

/** A neighbourhood of which some part is in view, with the count of the whole of it; null where its force published nothing. */
export interface NeighbourhoodRow {
  kind: 'neighbourhood'
  force: string
  code: string
  name: string
  forceName: string
  count: number | null
}

/** The table of a view: the same figures as its tiles. Texts are in the language asked for. */
export interface ViewAnswer {
  dataVersion: string
  month: Month
  category: CategoryFilter
  box: MapBox
  kind: MapKind
  /** Recorded crimes that are drawn inside the box: at points, or in hexagons whose middle is inside. */
  total: number
  /** Points or hexagons that hold them. */
  places: number
  rows: (PointRow | NeighbourhoodRow)[]
  rowsInAll: number
  page: number
  pages: number
  /** Forces with an outline in the box and without figures for the month. */
  missing: { force: string; name: string }[]
  /** An invented force has an outline in the box. */
  invented: boolean
  texts: { summary: string; caption: string; order: string; missing: string | null; unplaced: string | null }
}

/** One month at a point; null where its force published nothing, which is not zero. */
export interface PointMonth {
  month: Month
  label: string
  count: number | null
}

/** What is recorded at a map point. */
export interface PointAnswer {
  dataVersion: string
  id: number
  street: string
  longitude: number
  latitude: number
  month: Month
  category: CategoryFilter
  neighbourhood: { force: string; code: string; name: string } | null
  /** All crimes at the point in the month; null where its force published nothing. */
  total: number | null
  byCategory: { category: CategoryFilter; name: string; count: number }[]
  /** Of the category asked for, oldest first. */
  months: PointMonth[]
  /** Other points at this very position. */
  sharing: { id: number; street: string; count: number }[]
  texts: { total: string; months: string }
}

/** Words of the map that do not depend on figures, in the page's language. `{low}` and `{high}` are filled in by the browser. */
export type MapWords = Record<
  | 'filters'
  | 'category'
  | 'month'
  | 'show'
  | 'mapLabel'
  | 'keys'
  | 'zoomIn'
  | 'zoomOut'
  | 'attribution'
  | 'starting'
  | 'needsScript'
  | 'needsWebGl'
  | 'couldNotStart'
  | 'couldNotFetch'
  | 'pointColumn'
  | 'neighbourhoodColumn'
  | 'forceColumn'
  | 'countColumn'
  | 'wholeCountColumn'
  | 'unnamedPoint'
  | 'noFigures'
  | 'nothingHere'
  | 'previous'
  | 'next'
  | 'pages'
  | 'legendCircles'
  | 'legendHexagons'
  | 'legendMissing'
  | 'legendWard'
  | 'fewer'
  | 'more'
  | 'range'
  | 'orMore'
  | 'details'
  | 'close'
  | 'byCategory'
  | 'monthByMonth'
  | 'sharing'
  | 'standsForArea'
  | 'howToRead'
  | 'howToReadText'
  | 'openNeighbourhood',
  string
>
