import type { MonthCell, MonthYear } from '../../client/ui/MonthGrid.tsx'
import { addMonths, type Month, monthsBetween } from '../../shared/month.ts'

/** The months between the first and the last loaded one that are not loaded: missing, never zero. */
export function missingMonths(loaded: readonly Month[]): Month[] {
  const [first, last] = [loaded[0], loaded.at(-1)]
  if (!first || !last) return []
  const held = new Set(loaded)
  return monthsBetween(first, last).filter((month) => !held.has(month))
}

/** Loaded months as whole calendar years, each month loaded, missing between others, or before and after them. */
export function monthYears(loaded: readonly Month[]): MonthYear[] {
  const [first, last] = [loaded[0], loaded.at(-1)]
  if (!first || !last) return []
  const held = new Set(loaded)
  const state = (month: Month): MonthCell => {
    if (held.has(month)) return 'loaded'
    return month > first && month < last ? 'missing' : 'outside'
  }
  const years: MonthYear[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const january = `${year}-01` as Month
    years.push({ year, months: monthsBetween(january, addMonths(january, 11)).map(state) })
  }
  return years
}

/** Side of a map tile on the screen, and the width of map that a first look has. */
const tilePixels = 512
const viewPixels = 700

/**
 * Where the map shows a box as a whole: its middle in degrees and a zoom level of 512-pixel tiles.
 * @param bounds west, south, east, north in degrees (EPSG:4326)
 */
export function viewOf([west, south, east, north]: readonly [number, number, number, number]): {
  longitude: number
  latitude: number
  zoom: number
} {
  const latitude = (south + north) / 2
  // A degree of latitude is as long on a Web Mercator map as 1 / cos(latitude) degrees of longitude.
  const span = Math.max(east - west, (north - south) / Math.cos((latitude * Math.PI) / 180), 0.002)
  const zoom = Math.log2((viewPixels / tilePixels) * (360 / span))
  return { longitude: (west + east) / 2, latitude, zoom: Math.round(Math.min(zoom, 15) * 10) / 10 }
}
