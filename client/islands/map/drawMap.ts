import {
  type GeoJSONFeature,
  LngLatBounds,
  Map as MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { MapWords } from '../../../shared/map/answers.ts'
import type { MapBox, MapView } from '../../../shared/map/view.ts'
import { furthestZoom, nearestZoom } from '../../../shared/map/zoomRules.ts'
import { hatchPicture } from './hatchPicture.ts'
import { hatchImage } from './style/layers/neighbourhoods.ts'
import type { Look } from './style/look.ts'
import { mapStyle } from './style/mapStyle.ts'
import { dark, light } from './style/palette.ts'

setWorkerUrl(workerUrl)

/** Where the map is: degrees of its middle, and its zoom. */
export type Place = Pick<MapView, 'latitude' | 'longitude' | 'zoom'>
/** What is drawn, apart from the palette, which follows the reader's setting. */
export type Drawn = Omit<Look, 'palette'>

export interface MapListeners {
  /** The map has come to rest; the box is what the window shows. */
  onRest(place: Place, box: MapBox): void
  /** Every frame of a move, for the legend. */
  onZoom(zoom: number): void
  /** A circle was clicked. */
  onPoint(id: number): void
}

/** The drawn map, as the rest of the page sees it. */
export interface DrawnMap {
  draw(drawn: Drawn): void
  goTo(place: Place): void
  /** Moves only if the place is not well inside the window. */
  bringIntoView(longitude: number, latitude: number): void
  focus(): void
  remove(): void
}

/** A click this many pixels beside a circle still means it: fingers are wide. */
const clickReach = 8

/**
 * Draws the map; this file alone touches the map object.
 * @throws when the browser cannot draw it
 */
export function drawMap(
  container: HTMLElement,
  start: Place & { fit: MapBox | undefined },
  first: Drawn,
  words: MapWords,
  listeners: MapListeners,
): DrawnMap {
  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let drawn = first
  const style = () => mapStyle({ ...drawn, palette: darkness.matches ? dark : light })
  const map = new MapLibreMap({
    container,
    style: style(),
    center: [start.longitude, start.latitude],
    zoom: start.zoom,
    ...(start.fit ? { bounds: boundsOf(start.fit), fitBoundsOptions: { padding: 24 } } : {}),
    minZoom: furthestZoom,
    maxZoom: nearestZoom,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    reduceMotion: still.matches,
    attributionControl: { compact: container.clientWidth < 640 },
    locale: {
      'Map.Title': words.mapLabel,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'AttributionControl.ToggleAttribution': words.attribution,
    },
    // TileJSON names absolute addresses for programs elsewhere; this page asks the server that it came from.
    transformRequest: (url) => {
      const { pathname, search } = new URL(url, location.href)
      return { url: `${location.origin}${decodeURI(pathname)}${search}` }
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.setMissingStyleImageResolver((id) => {
    if (id === hatchImage && !map.hasImage(id)) map.addImage(id, hatchPicture((darkness.matches ? dark : light).hatch))
  })

  const redraw = () => map.setStyle(style(), { diff: true })
  const recolour = () => {
    if (map.hasImage(hatchImage)) map.removeImage(hatchImage)
    redraw()
  }
  darkness.addEventListener('change', recolour)

  map.on('zoom', () => listeners.onZoom(map.getZoom()))
  const rest = () => {
    // A printed page hides the map: what it showed on the screen stays in the table.
    if (container.clientWidth > 0) listeners.onRest(placeOf(map), boxOf(map))
  }
  map.on('moveend', rest)
  map.on('resize', rest)
  map.once('load', () => foldAttribution(container))
  map.on('click', (event) => {
    const nearest = nearestPoint(map, event)
    if (nearest !== undefined) listeners.onPoint(nearest)
  })
  map.on('mousemove', (event) => {
    map.getCanvas().classList.toggle('patch-map__over-point', nearestPoint(map, event) !== undefined)
  })

  rest()
  return {
    draw: (next) => {
      if (isSame(drawn, next)) return
      drawn = next
      redraw()
    },
    goTo: ({ longitude, latitude, zoom }) => map.jumpTo({ center: [longitude, latitude], zoom }),
    bringIntoView: (longitude, latitude) => {
      const { x, y } = map.project([longitude, latitude])
      const { clientWidth, clientHeight } = map.getContainer()
      const room = 24
      const inside = x > room && y > room && x < clientWidth - room && y < clientHeight - room
      if (!inside) map.panTo([longitude, latitude])
    },
    focus: () => map.getCanvas().focus(),
    remove: () => {
      darkness.removeEventListener('change', recolour)
      map.remove()
    },
  }
}

function isSame(drawn: Drawn, next: Drawn): boolean {
  return JSON.stringify(drawn) === JSON.stringify(next)
}

/** On a narrow map the sources start behind their button: opened they would cover a quarter of it. */
function foldAttribution(container: HTMLElement): void {
  const attribution = container.querySelector('.maplibregl-ctrl-attrib.maplibregl-compact')
  attribution?.removeAttribute('open')
  attribution?.classList.remove('maplibregl-compact-show')
}

function placeOf(map: MapLibreMap): Place {
  const { lng, lat } = map.getCenter()
  return { longitude: lng, latitude: lat, zoom: map.getZoom() }
}

function boxOf(map: MapLibreMap): MapBox {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

function boundsOf([west, south, east, north]: MapBox): LngLatBounds {
  return new LngLatBounds([west, south], [east, north])
}

/** The number of the point whose middle is nearest to the pointer, of those whose circle it touches. */
function nearestPoint(map: MapLibreMap, { point }: MapMouseEvent): number | undefined {
  if (!map.getLayer('points')) return undefined
  const touched = map.queryRenderedFeatures(
    [
      [point.x - clickReach, point.y - clickReach],
      [point.x + clickReach, point.y + clickReach],
    ],
    { layers: ['points'] },
  )
  const distance = (feature: GeoJSONFeature) => {
    if (feature.geometry.type !== 'Point') return Number.POSITIVE_INFINITY
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates
    const at = map.project([longitude, latitude])
    return Math.hypot(at.x - point.x, at.y - point.y)
  }
  const [nearest] = touched.sort((one, other) => distance(one) - distance(other))
  return typeof nearest?.id === 'number' ? nearest.id : undefined
}
