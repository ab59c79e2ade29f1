import { formatCount, formatShortMonth } from '../../../shared/figures/numbers.ts'
import type { SeriesMonth } from '../../../shared/figures/series.ts'
import { usePage } from '../page.ts'
import { Hatch } from './Hatch.tsx'
import { lineGeometry } from './lineGeometry.ts'
import { percent } from './percent.ts'

interface Props {
  series: readonly SeriesMonth[]
  /** What is counted, written on the line's field. */
  label: string
  /** The chart in a sentence, for those who do not see it. */
  summary: string
  id: string
}

/**
 * A line of monthly totals from zero, hatched where there are no figures. Positions are in per cent and text is in CSS
 * pixels, so the chart is as legible on a phone as on a desk.
 */
export function SeriesLine({ series, label, summary, id }: Props) {
  const { t, language } = usePage()
  const { path, gaps, rules, points, last, nameY } = lineGeometry(series)
  const lastPoint = points[last]
  const lastMonth = series[last]
  const hatch = `${id}-hatch`
  return (
    <div class="patch-line">
      <p class="patch-line__label" aria-hidden="true">
        {label}
      </p>
      <svg class="patch-line__values" aria-hidden="true">
        {rules.map(({ value, y }) => (
          <text class="patch-line__value" key={value} x="100%" y={percent(y)} dy="5" text-anchor="end">
            {formatCount(value, language)}
          </text>
        ))}
      </svg>
      <svg class="patch-line__drawing" role="img" aria-labelledby={`${id}-summary`}>
        <title id={`${id}-summary`}>{summary}</title>
        <Hatch id={hatch} />
        {gaps.map(({ from, to }) => (
          <rect
            class="patch-line__gap"
            key={from}
            x={percent(from)}
            width={percent(to - from)}
            height="100%"
            fill={`url(#${hatch})`}
          />
        ))}
        {rules.map(({ value, y }) => (
          <line
            class={value === 0 ? 'patch-line__zero' : 'patch-line__rule'}
            key={value}
            x2="100%"
            y1={percent(y)}
            y2={percent(y)}
          />
        ))}
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          class="patch-line__field"
        >
          <path class="patch-line__line" d={path} />
        </svg>
        {lastPoint?.y !== undefined && lastMonth?.status === 'published' && (
          <>
            <circle class="patch-line__last" cx={percent(lastPoint.x)} cy={percent(lastPoint.y)} r="5" />
            <text
              class="patch-line__name"
              x={percent(lastPoint.x)}
              y={percent(nameY)}
              dy="-12"
              text-anchor={lastPoint.x > 0.5 ? 'end' : 'start'}
            >
              {t('charts:lastPoint', {
                number: formatCount(lastMonth.total, language),
                month: formatShortMonth(lastMonth.month, language),
              })}
            </text>
          </>
        )}
      </svg>
      <AxisLabels series={series} />
    </div>
  )
}

/** The months under the field: the first, each January's year, and the last. */
function AxisLabels({ series }: { series: readonly SeriesMonth[] }) {
  const { language } = usePage()
  const end = series.length - 1
  return (
    <svg class="patch-line__axis" aria-hidden="true">
      {series.map(({ month }, index) => {
        const edge = index === 0 || index === end
        const share = end === 0 ? 0 : index / end
        if (!edge && !(month.endsWith('-01') && share > 0.25 && share < 0.75)) return null
        const x = percent(share)
        const crowded = !edge && (share < 0.35 || share > 0.65)
        return (
          <g key={month}>
            <line class="patch-line__mark" x1={x} x2={x} y1="0" y2="6" />
            <text
              class={crowded ? 'patch-line__month patch-line__month--wide' : 'patch-line__month'}
              x={x}
              y="22"
              text-anchor={index === 0 ? 'start' : index === end ? 'end' : 'middle'}
            >
              {edge ? formatShortMonth(month, language) : month.slice(0, 4)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
