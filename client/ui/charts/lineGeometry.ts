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
}

/** Lays out a series; the vertical axis always starts at zero and ends at a round number. */
export function lineGeometry(series: readonly SeriesMonth[]): LineGeometry {
  const largest = Math.max(1, ...series.map((entry) => entry.total ?? 0))
  const scale = scaleLinear().domain([0, largest]).nice(4).range([1, 0])
  const step = series.length > 1 ? 1 / (series.length - 1) : 1
  const points = series.map((entry, index) => ({
    x: index * step,
    y: entry.total === null ? undefined : scale(entry.total),
  }))
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
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: scale(value) })),
    last: series.findLastIndex((entry) => entry.status === 'published'),
  }
}
