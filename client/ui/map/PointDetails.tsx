import { formatCount } from '../../../shared/figures/numbers.ts'
import type { PointAnswer } from '../../../shared/map/answers.ts'
import { mapPath } from '../../../shared/map/view.ts'
import { type CrimeMapProps, fill, inLanguage, insteadOf, type MapActions } from './props.ts'
import { neighbourhoodPath } from './ViewTable.tsx'

type Props = Pick<CrimeMapProps, 'language' | 'words' | 'view'> & {
  point: PointAnswer
  actions: MapActions | undefined
}

/** What is recorded at a map point: the month by category, then month by month, and what a point stands for. */
export function PointDetails({ language, words, view, point, actions }: Props) {
  const { point: _open, ...closed } = view
  const { neighbourhood } = point
  return (
    <section class="patch-card patch-point" aria-labelledby="point-name">
      <div class="patch-point__head">
        <h2 class="govuk-heading-m" id="point-name" tabIndex={-1}>
          {point.street || words.unnamedPoint}
        </h2>
        <a
          class="govuk-link patch-point__close"
          href={inLanguage(language, mapPath(closed))}
          {...insteadOf(actions && (() => actions.onClosePoint()))}
        >
          {words.close}
        </a>
      </div>
      <p class="govuk-body patch-point__total">{point.texts.total}</p>
      {point.byCategory.length > 0 && (
        <table class="govuk-table patch-map__table">
          <caption class="govuk-table__caption govuk-table__caption--s">{words.byCategory}</caption>
          <tbody class="govuk-table__body">
            {point.byCategory.map((row) => (
              <tr class="govuk-table__row" key={row.category}>
                <th scope="row" class="govuk-table__header patch-map__name">
                  {row.name}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{formatCount(row.count, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MonthBars language={language} words={words} point={point} />
      {point.sharing.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.sharing}</h3>
          <ul class="govuk-list">
            {point.sharing.map((other) => (
              <li key={other.id}>
                <a
                  class="govuk-link"
                  href={inLanguage(language, mapPath({ ...view, point: other.id }))}
                  {...insteadOf(actions && (() => actions.onPoint(other.id)))}
                >
                  {other.street || words.unnamedPoint}
                </a>{' '}
                ({formatCount(other.count, language)})
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body-s patch-quiet">{words.standsForArea}</p>
      {neighbourhood && (
        <p class="govuk-body-s">
          <a class="govuk-link" href={neighbourhoodPath(language, neighbourhood)}>
            {fill(words.openNeighbourhood, { name: neighbourhood.name })}
          </a>
        </p>
      )}
    </section>
  )
}

const barWidth = 8
const chartHeight = 56

/** A bar a month from zero, hatched where there are no figures, with the same as a table beneath. */
function MonthBars({ language, words, point }: Pick<Props, 'language' | 'words' | 'point'>) {
  const most = Math.max(1, ...point.months.map((month) => month.count ?? 0))
  const width = Math.max(1, point.months.length) * barWidth
  return (
    <>
      <h3 class="govuk-heading-s" id="point-months">
        {words.monthByMonth}
      </h3>
      <p class="patch-point__most" aria-hidden="true">
        {formatCount(most, language)}
      </p>
      <svg
        class="patch-point__bars"
        viewBox={`0 0 ${width} ${chartHeight + 2}`}
        aria-hidden="true"
        preserveAspectRatio="none"
      >
        <defs>
          <pattern id="point-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="patch-point__hatch" width="2" height="6" />
          </pattern>
        </defs>
        {point.months.map(({ month, count }, index) => {
          const height = count === null ? chartHeight : (count / most) * chartHeight
          return (
            <rect
              key={month}
              class={month === point.month ? 'patch-point__bar patch-point__bar--shown' : 'patch-point__bar'}
              x={index * barWidth + 1}
              y={chartHeight - height}
              width={barWidth - 2}
              height={height}
              {...(count === null ? { fill: 'url(#point-hatch)', class: 'patch-point__none' } : {})}
            />
          )
        })}
        <line class="patch-point__axis" x1="0" x2={width} y1={chartHeight + 0.5} y2={chartHeight + 0.5} />
      </svg>
      <p class="patch-point__ends" aria-hidden="true">
        <span>{point.months[0]?.label}</span>
        <span>{point.months.at(-1)?.label}</span>
      </p>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{point.texts.months}</span>
        </summary>
        <table class="govuk-table patch-map__table">
          <caption class="govuk-visually-hidden">{point.texts.months}</caption>
          <tbody class="govuk-table__body">
            {[...point.months].reverse().map(({ month, label, count }) => (
              <tr class="govuk-table__row" key={month}>
                <th scope="row" class="govuk-table__header patch-map__name">
                  {label}
                </th>
                <td class={`govuk-table__cell govuk-table__cell--numeric${count === null ? ' patch-missing' : ''}`}>
                  {count === null ? words.noFigures : formatCount(count, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
