import type { MonthFigures } from '../../../shared/figures/monthFigures.ts'
import { formatCount, formatList, formatMonth } from '../../../shared/figures/numbers.ts'
import { fromFirstLoaded, type SeriesMonth } from '../../../shared/figures/series.ts'
import { SeriesLine } from '../charts/SeriesLine.tsx'
import { usePage } from '../page.ts'
import { Disclosure } from './Disclosure.tsx'

type WithFigures = SeriesMonth & { status: 'published' }

/** Up to 36 months as a line with its table; months without figures are hatched and named. */
export function MonthsInARow({ figures, force }: { figures: MonthFigures; force: string }) {
  const { t, language } = usePage()
  const series = fromFirstLoaded(figures.series)
  const published = series.filter((entry): entry is WithFigures => entry.status === 'published')
  const [first, last] = [published[0], published.at(-1)]
  const [from, to] = [series[0], series.at(-1)]
  if (!first || !last || !from || !to) return null
  const missing = series.filter((entry) => entry.status !== 'published')
  const name = (entry: SeriesMonth) => formatMonth(entry.month, language)
  const number = (entry: WithFigures) => formatCount(entry.total, language)
  const least = published.reduce((a, b) => (b.total < a.total ? b : a))
  const most = published.reduce((a, b) => (b.total > a.total ? b : a))
  return (
    <>
      <h3 class="patch-figure__lead" id="series">
        {t('charts:seriesTitle', { from: name(from), to: name(to) })}
      </h3>
      <SeriesLine
        id="series-chart"
        series={series}
        label={t('charts:seriesLabel')}
        summary={t('charts:seriesSummary', {
          first: name(first),
          firstNumber: number(first),
          last: name(last),
          lastNumber: number(last),
          least: number(least),
          leastMonth: name(least),
          most: number(most),
          mostMonth: name(most),
        })}
      />
      {series.length < figures.series.length && (
        <p class="patch-figure__note">{t('charts:seriesBegins', { month: name(from) })}</p>
      )}
      {missing.length > 0 && (
        <p class="patch-figure__note">
          {t('charts:seriesMissing', { force, months: formatList(missing.map(name), language) })}
        </p>
      )}
      <Disclosure summary={t('charts:showSeriesTable')}>
        <table class="govuk-table patch-table">
          <caption class="govuk-visually-hidden">{t('charts:seriesTitle', { from: name(from), to: name(to) })}</caption>
          <thead class="govuk-table__head">
            <tr>
              <th scope="col">{t('charts:month')}</th>
              <th scope="col" class="patch-table__number">
                {t('charts:recordedCrimes')}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map((entry) => (
              <tr key={entry.month}>
                <th scope="row">{name(entry)}</th>
                <td class="patch-table__number">
                  {entry.total === null ? t('charts:noFigures') : formatCount(entry.total, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </>
  )
}
