import { categorySlugs } from '../../shared/categories.ts'
import { formatCount, formatMonth, formatShortMonth } from '../../shared/figures/numbers.ts'
import type { PointAnswer, PointMonth } from '../../shared/map/answers.ts'
import { addMonths, firstDay, type Month, monthsBetween } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { categoryId } from '../tiles/schemas.ts'
import { translator } from '../web/translate.ts'
import { type MapMonth, mapMonths } from './mapMonths.ts'
import { type MapPoint, mapPointById, type PointCountRow, pointHistory, pointsSharing } from './mapPointQueries.ts'
import type { AskedPoint } from './mapSchemas.ts'
import { nameIn, streetName } from './mapView.ts'

/** How many months the history of a point goes back. */
const monthsShown = 36

/**
 * What is recorded at a map point: in the month, by category, and month by month.
 * @throws NOT_FOUND when there is no such point
 */
export async function pointAnswer(context: Context, asked: AskedPoint): Promise<PointAnswer> {
  const { month, category, language } = asked
  const { published } = context
  const dataVersion = await context.dataVersion()
  const point = await mapPointById(published, asked.id)
  if (!point) throw new AppError('NOT_FOUND')
  const known = await mapMonths(published)
  const shown = monthsToShow(known, point.neighbourhood?.force, month)
  const rows = await pointHistory(published, point, [...new Set([...shown, month])].map(firstDay))
  const sharing = await pointsSharing(published, point, firstDay(month), categoryId(category))
  const publishedBy = publishers(point, rows, known)
  const ofMonth = (of: Month) => rows.filter((row) => row.month === of)
  const sum = (some: readonly PointCountRow[]) => some.reduce((total, row) => total + row.count, 0)
  const countOf = (of: Month, some: readonly PointCountRow[]) => (some.length > 0 || publishedBy(of) ? sum(some) : null)
  const t = translator(language)
  const total = countOf(month, ofMonth(month))
  const name = formatMonth(month, language)
  return {
    dataVersion,
    id: point.id,
    street: streetName(point.street),
    longitude: point.longitude,
    latitude: point.latitude,
    month,
    category,
    neighbourhood: point.neighbourhood && {
      force: point.neighbourhood.force,
      code: point.neighbourhood.code,
      name: nameIn(language, point.neighbourhood.name, point.neighbourhood.nameWelsh) ?? point.neighbourhood.name,
    },
    total,
    byCategory: categorySlugs
      .map((slug) => ({
        category: slug,
        name: t(`categories:${slug}`),
        count: sum(ofMonth(month).filter((row) => row.category === slug)),
      }))
      .filter((row) => row.count > 0)
      .sort((one, other) => other.count - one.count),
    months: shown.map((of): PointMonth => {
      const wanted = ofMonth(of).filter((row) => category === 'all-crime' || row.category === category)
      return { month: of, label: formatShortMonth(of, language), count: countOf(of, wanted) }
    }),
    sharing: sharing.map((other) => ({ ...other, street: streetName(other.street) })),
    texts: {
      total:
        total === null
          ? t('map:pointNoFigures', { month: name })
          : t('map:pointTotal', {
              crimes: t('map:crimes', { count: total, number: formatCount(total, language) }),
              month: name,
            }),
      months: t('map:pointMonths', { category: t(`categories:${category}`) }),
    },
  }
}

/**
 * The months to the newest that the point's force published, no further back than its first. Of a point in nobody's outline the forces
 * that published the month that is looked at count: others may hold quite other years.
 */
function monthsToShow(known: readonly MapMonth[], force: string | undefined, asked: Month): Month[] {
  const forces = force === undefined ? (known.find((one) => one.month === asked)?.forces ?? []) : [force]
  const theirs = known.filter((one) => forces.some((id) => one.forces.includes(id)))
  const newest = theirs.at(-1)?.month ?? asked
  // The month that is looked at is among them, unless it lies so far off that nothing else would be.
  const last = asked > newest && addMonths(asked, 1 - monthsShown) <= newest ? asked : newest
  const first = theirs[0]?.month ?? last
  return monthsBetween(addMonths(last, 1 - monthsShown), last).filter((month) => month >= first)
}

/** Whether figures of a month are there for a point: of the force whose neighbourhood it is in, else of any that recorded there. */
function publishers(point: MapPoint, rows: readonly PointCountRow[], known: readonly MapMonth[]) {
  const forces = point.neighbourhood ? [point.neighbourhood.force] : [...new Set(rows.map((row) => row.force))]
  const byMonth = new Map(known.map((month) => [month.month, month.forces]))
  return (month: Month) => forces.some((force) => byMonth.get(month)?.includes(force))
}
