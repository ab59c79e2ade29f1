import { categorySlugs } from '../../../shared/categories.ts'
import type { MonthFigures } from '../../../shared/figures/monthFigures.ts'
import { formatCount, formatList, formatMonth, formatShortMonth } from '../../../shared/figures/numbers.ts'
import type { SeriesMonth } from '../../../shared/figures/series.ts'
import { CategoryBars } from '../charts/CategoryBars.tsx'
import { usePage } from '../page.ts'
import { Disclosure } from './Disclosure.tsx'

/** A month's crimes by category beside the same month a year earlier; no verdict is drawn from the two. */
export function MonthOfCrimes({ figures, force }: { figures: MonthFigures; force: string }) {
  const { t, language } = usePage()
  const { shown, earlier, comparison } = figures
  const month = formatMonth(shown.month, language)
  const earlierMonth = formatMonth(earlier.month, language)
  if (!comparison)
    return <p class="patch-figure__lead">{t(`neighbourhood:noMonth_${absence(shown)}`, { force, month })}</p>
  const { total, earlierTotal, recorded, none } = comparison
  return (
    <>
      <h3 class="patch-figure__lead">
        {t('charts:recordedIn', { count: total, number: formatCount(total, language), month })}
      </h3>
      <p class="govuk-body">
        {earlierTotal === null
          ? t(`neighbourhood:noEarlierMonth_${absence(earlier)}`, { force, month: earlierMonth })
          : t('charts:recordedAYearEarlier', {
              count: earlierTotal,
              number: formatCount(earlierTotal, language),
              month: earlierMonth,
            })}
      </p>
      {recorded.length > 0 && (
        <CategoryBars
          rows={recorded}
          largest={comparison.largest}
          monthName={formatShortMonth(shown.month, language)}
          earlierName={earlierTotal === null ? null : formatShortMonth(earlier.month, language)}
        />
      )}
      {none.length > 0 && none.length < categorySlugs.length && (
        <p class="patch-figure__note">
          {t(earlierTotal === null ? 'charts:noneInMonth' : 'charts:noneInEither', {
            categories: formatList(
              none.map((category) => t(`categories:${category}`)),
              language,
            ),
          })}
        </p>
      )}
      <CategoryTable figures={figures} />
    </>
  )
}

/** Why a month has no figures, as its sentence is named. */
function absence(month: SeriesMonth): 'missing' | 'notLoaded' {
  return month.status === 'missing' ? 'missing' : 'notLoaded'
}

/** The same figures as a table, in the order in which they are published. */
function CategoryTable({ figures }: { figures: MonthFigures }) {
  const { t, language } = usePage()
  const { shown, earlier } = figures
  if (shown.status !== 'published') return null
  const cell = (count: number | undefined) => (count === undefined ? '–' : formatCount(count, language))
  return (
    <Disclosure summary={t('charts:showCategoryTable')}>
      <table class="govuk-table patch-table">
        <caption class="govuk-visually-hidden">
          {t('charts:categoryTable', { month: formatMonth(shown.month, language) })}
        </caption>
        <thead class="govuk-table__head">
          <tr>
            <th scope="col">{t('charts:category')}</th>
            <th scope="col" class="patch-table__number">
              {formatMonth(shown.month, language)}
            </th>
            <th scope="col" class="patch-table__number">
              {formatMonth(earlier.month, language)}
            </th>
          </tr>
        </thead>
        <tbody>
          {categorySlugs.map((category) => (
            <tr key={category}>
              <th scope="row">{t(`categories:${category}`)}</th>
              <td class="patch-table__number">{cell(shown.counts[category])}</td>
              <td class="patch-table__number">{cell(earlier.counts?.[category])}</td>
            </tr>
          ))}
          <tr class="patch-table__total">
            <th scope="row">{t('categories:all-crime')}</th>
            <td class="patch-table__number">{cell(shown.total)}</td>
            <td class="patch-table__number">{cell(earlier.total ?? undefined)}</td>
          </tr>
        </tbody>
      </table>
      {earlier.status !== 'published' && <p class="patch-figure__note">{t('charts:dashMeansNoFigures')}</p>}
    </Disclosure>
  )
}
