import { scaleLinear } from 'd3-scale'
import type { ComparedCategory } from '../../../shared/figures/comparison.ts'
import { formatCount } from '../../../shared/figures/numbers.ts'
import { usePage } from '../page.ts'
import { percent } from './percent.ts'

interface Props {
  rows: readonly ComparedCategory[]
  /** What the full width stands for. */
  largest: number
  /** Names of the two months, short; the earlier one is null where it has no figures. */
  monthName: string
  earlierName: string | null
}

/**
 * Bars from zero, one a category, with the same month a year earlier as an upright tick. The numbers stand beside each
 * bar as text, so the drawing itself is hidden from screen readers.
 */
export function CategoryBars({ rows, largest, monthName, earlierName }: Props) {
  const { t, language } = usePage()
  const scale = scaleLinear()
    .domain([0, Math.max(1, largest)])
    .range([0, 1])
  return (
    <div class={earlierName ? 'patch-bars' : 'patch-bars patch-bars--one'}>
      <p class="patch-bars__head" aria-hidden="true">
        <span class="patch-bars__count">
          <svg class="patch-bars__sample" aria-hidden="true" width="18" height="12">
            <rect class="patch-bars__fill" width="18" height="12" />
          </svg>{' '}
          {monthName}
        </span>
        {earlierName && (
          <span class="patch-bars__earlier">
            <svg class="patch-bars__sample" aria-hidden="true" width="8" height="18">
              <line class="patch-bars__halo" x1="4" x2="4" y1="0" y2="18" />
              <line class="patch-bars__tick" x1="4" x2="4" y1="0" y2="18" />
            </svg>{' '}
            {earlierName}
          </span>
        )}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so */}
      <ul class="patch-bars__rows" role="list">
        {rows.map(({ category, count, earlier }) => (
          <li class="patch-bars__row" key={category} data-category={category}>
            <span class="patch-bars__label">{t(`categories:${category}`)}</span>
            <span class="patch-bars__count">
              <span class="govuk-visually-hidden">{monthName}: </span>
              {formatCount(count, language)}
            </span>
            {earlierName && earlier !== null && (
              <span class="patch-bars__earlier">
                <span class="govuk-visually-hidden">, {earlierName}: </span>
                {formatCount(earlier, language)}
              </span>
            )}
            <svg class="patch-bars__drawing" aria-hidden="true">
              <rect class="patch-bars__track" y="5" width="100%" height="14" />
              <rect class="patch-bars__fill" y="5" width={percent(scale(count))} height="14" />
              {earlier !== null && (
                <>
                  <line
                    class="patch-bars__halo"
                    x1={percent(scale(earlier))}
                    x2={percent(scale(earlier))}
                    y1="1"
                    y2="23"
                  />
                  <line
                    class="patch-bars__tick"
                    x1={percent(scale(earlier))}
                    x2={percent(scale(earlier))}
                    y1="1"
                    y2="23"
                  />
                </>
              )}
              <line class="patch-bars__zero" x1="0" x2="0" y1="0" y2="24" />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  )
}
