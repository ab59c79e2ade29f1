import { formatCount } from '../../../shared/figures/numbers.ts'
import { circleRadius, sampleCounts } from '../../../shared/map/circles.ts'
import { hexagonSteps, stepRanges } from '../../../shared/map/steps.ts'
import { mapKind } from '../../../shared/map/zoomRules.ts'
import { type CrimeMapProps, fill } from './props.ts'

type Props = Pick<CrimeMapProps, 'language' | 'words' | 'view' | 'answer'>

/** What colours, circles and hatching mean at the zoom that is shown, from the same rules that draw them. */
export function MapLegend({ language, words, view, answer }: Props) {
  return (
    <div class="patch-legend">
      {mapKind(view.zoom) === 'points' ? (
        <Circles language={language} words={words} view={view} />
      ) : (
        <Hexagons language={language} words={words} view={view} />
      )}
      {answer.missing.length > 0 && (
        <p class="patch-legend__line">
          <span class="patch-legend__swatch patch-missing" aria-hidden="true" />
          {words.legendMissing}
        </p>
      )}
    </div>
  )
}

function Circles({ language, words, view }: Pick<Props, 'language' | 'words' | 'view'>) {
  return (
    <>
      <p class="patch-legend__title">{words.legendCircles}</p>
      <ul class="patch-legend__samples">
        {sampleCounts.map((count) => {
          const radius = circleRadius(count, view.zoom)
          return (
            <li key={count}>
              <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden="true">
                <circle class="patch-legend__circle" cx={radius + 1} cy={radius + 1} r={radius} />
              </svg>
              {formatCount(count, language)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Hexagons({ language, words, view }: Pick<Props, 'language' | 'words' | 'view'>) {
  return (
    <>
      <p class="patch-legend__title">
        {words.legendHexagons}
        <span class="patch-legend__ends">
          {words.fewer} – {words.more}
        </span>
      </p>
      <ol class="patch-legend__steps">
        {stepRanges(hexagonSteps(view.zoom, view.category)).map(({ low, high }, index) => (
          <li key={low}>
            <span class={`patch-legend__step patch-legend__step--${index + 1}`} aria-hidden="true" />
            {rangeText(words, formatCount(low, language), high === undefined ? undefined : formatCount(high, language))}
          </li>
        ))}
      </ol>
    </>
  )
}

function rangeText(words: Props['words'], low: string, high: string | undefined): string {
  if (high === undefined) return fill(words.orMore, { low })
  return low === high ? low : fill(words.range, { low, high })
}
