import { formatCount } from '../../../shared/figures/numbers.ts'
import type { DrawnMap, NamedPlace } from '../../../shared/figures/smallMap.ts'
import { drawingHeight, drawingWidth } from '../../../shared/figures/smallMap.ts'
import { Disclosure } from '../figures/Disclosure.tsx'
import { usePage } from '../page.ts'
import { Ground } from './Ground.tsx'

interface Props {
  map: DrawnMap
  title: string
  description: string
  /** What the squares mark, where it is not the team's own places. */
  legend?: string
}

const markSide = 12

/** The neighbourhood's outline with a circle at each map point, drawn on the server; the page needs no script for it. */
export function SmallMap({ map, title, description, legend }: Props) {
  const { t, language } = usePage()
  const largest = map.samples.at(-1)
  return (
    <div class="patch-small-map">
      <svg class="patch-small-map__drawing" role="img" aria-labelledby="small-map-title small-map-description">
        <title id="small-map-title">{title}</title>
        <desc id="small-map-description">{description}</desc>
        <svg aria-hidden="true" viewBox={`0 0 ${drawingWidth} ${drawingHeight}`} width="100%" height="100%">
          <Ground map={map} />
        </svg>
        {map.circles.map((circle) => (
          <circle
            class="patch-small-map__circle"
            key={`${circle.xPercent} ${circle.yPercent}`}
            cx={`${circle.xPercent}%`}
            cy={`${circle.yPercent}%`}
            r={circle.radius}
          />
        ))}
        {map.marks.map((mark) => (
          // A square around the position: its corner is there, and moved back by half its size.
          <rect
            class="patch-small-map__mark"
            key={`${mark.xPercent} ${mark.yPercent}`}
            x={`${mark.xPercent}%`}
            y={`${mark.yPercent}%`}
            width={markSide}
            height={markSide}
            transform={`translate(${-markSide / 2} ${-markSide / 2})`}
          />
        ))}
      </svg>
      {map.marks.length > 0 && (
        <p class="patch-small-map__legend">
          <span class="patch-small-map__sample">
            <svg aria-hidden="true" width={markSide + 2} height={markSide + 2}>
              <rect class="patch-small-map__mark" x={1} y={1} width={markSide} height={markSide} />
            </svg>{' '}
            {legend ?? t('team:mapMarks', { count: map.marks.length })}
          </span>
        </p>
      )}
      {largest && (
        <p class="patch-small-map__legend">
          <span>{t('charts:circleLegend')}</span>
          {map.samples.map(({ count, radius }) => (
            <span class="patch-small-map__sample" key={count}>
              <svg aria-hidden="true" width={2 * radius + 2} height={2 * radius + 2}>
                <circle class="patch-small-map__circle" cx={radius + 1} cy={radius + 1} r={radius} />
              </svg>{' '}
              {formatCount(count, language)}
            </span>
          ))}
        </p>
      )}
      {map.attribution.length > 0 && <p class="patch-small-map__attribution">{map.attribution.join(' · ')}</p>}
    </div>
  )
}

/** What the circles show, as a table by street name. */
export function PlacesTable({ places, caption }: { places: readonly NamedPlace[]; caption: string }) {
  const { t, language } = usePage()
  if (places.length === 0) return null
  return (
    <Disclosure summary={t('charts:showPlacesTable')}>
      <table class="govuk-table patch-table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr>
            <th scope="col">{t('charts:mapPoint')}</th>
            <th scope="col" class="patch-table__number">
              {t('charts:recordedCrimes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.street}>
              <th scope="row">{place.street || t('charts:unnamedPoints')}</th>
              <td class="patch-table__number">{formatCount(place.count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}
