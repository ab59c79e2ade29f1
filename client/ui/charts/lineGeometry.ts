import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { gaps, type SeriesMonth } from '../../../shared/figures/series.ts'

/** Where the parts of a line chart lie, as shares (0 to 1) of its width from the left and of its height from the top. */
export interface LineGeometry {
  /** The line on a field of 100 by 100, broken where months have no figures. */
  path: string
  gaps: { from: number; to: number }[]
  /** Values at which the field is ruled, 0 first. */
  rules: { value: number; y: number }[]
  points: { x: number; y: number | undefined }[]
  /** Index of the last month with figures; -1 when there is none. */
  last: number
  /** Height above which the name of the last point is clear of the line: the highest point of the half before it. */
  nameY: number
}

/** Room above the highest point, for the name of the last one. */
const headroom = 1.2

/** Lays out a series; the vertical axis always starts at zero. */
export function lineGeometry(series: readonly SeriesMonth[]): LineGeometry {
  const largest = Math.max(1, ...series.map((entry) => entry.total ?? 0))
  const scale = scaleLinear()
    .domain([0, largest * headroom])
    .range([1, 0])
  const step = series.length > 1 ? 1 / (series.length - 1) : 1
  const points = series.map((entry, index) => ({
    x: index * step,
    y: entry.total === null ? undefined : scale(entry.total),
  }))
  const last = series.findLastIndex((entry) => entry.status === 'published')
  const path = line<(typeof points)[number]>()
    .defined((point) => point.y !== undefined)
    .x((point) => point.x * 100)
    .y((point) => (point.y ?? 0) * 100)
    .digits(2)(points)
  return {
    path: path ?? '',
    points,
    gaps: gaps(series).map(({ first, last }) => ({
      from: Math.max(0, (first - 0.5) * step),
      to: Math.min(1, (last + 0.5) * step),
    })),
    rules: scale
      .ticks(3)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: scale(value) })),
    last,
    nameY: highestBefore(points.slice(0, last + 1)),
  }
}

function highestBefore(points: readonly { x: number; y: number | undefined }[]): number {
  const from = (points.at(-1)?.x ?? 0) - 0.5
  return Math.min(1, ...points.flatMap((point) => (point.y !== undefined && point.x >= from ? [point.y] : [])))
}
