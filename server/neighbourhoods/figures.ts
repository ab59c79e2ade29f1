import type { SeriesBody } from '../../shared/api/neighbourhoods.ts'
import { type MonthFigures, monthFigures, neededMonths } from '../../shared/figures/monthFigures.ts'
import { buildSeries, seriesMonths } from '../../shared/figures/series.ts'
import type { Month } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { forceCounts, neighbourhoodCounts, type PublishedMonth, publishedMonths } from '../crime/series.ts'
import { AppError } from '../errors.ts'
import {
  type Force,
  forceById,
  type Neighbourhood,
  neighbourhoodByCode,
  outlineSource,
  residentsSources,
} from './queries.ts'
import { figuresSource, residentsOf } from './rules.ts'

type Published = Context['published']

/** The neighbourhood of an address. @throws AppError FORCE_NOT_FOUND or NEIGHBOURHOOD_NOT_FOUND */
export async function requireNeighbourhood(published: Published, force: string, code: string): Promise<Neighbourhood> {
  const found = await neighbourhoodByCode(published, force, code)
  if (found) return found
  throw new AppError((await forceById(published, force)) ? 'NEIGHBOURHOOD_NOT_FOUND' : 'FORCE_NOT_FOUND')
}

/** The figures that a neighbourhood's page shows; null when its force has published nothing that is held here. */
export async function figuresOf(
  published: Published,
  neighbourhoodId: number,
  months: readonly PublishedMonth[],
  asked: Month | undefined,
): Promise<MonthFigures | null> {
  const newest = months.at(-1)?.month
  if (!newest) return null
  const shown = asked ?? newest
  const rows = await neighbourhoodCounts(published, neighbourhoodId, neededMonths(shown, newest))
  return monthFigures(new Set(months.map((entry) => entry.month)), shown, rows)
}

/** What is to be said of the publication behind a month that is shown. */
export function behindMonth(month: PublishedMonth | undefined) {
  return {
    unplaced: month ? { month: month.month, count: month.rowCount - month.placedCount, of: month.rowCount } : null,
    loadedAt: month?.loadedAt ?? null,
  }
}

/** The series of a neighbourhood, as its twin gives it. One without an outline has no month with figures. */
export async function neighbourhoodSeries(context: Context, force: string, code: string): Promise<SeriesBody> {
  const { published } = context
  const neighbourhood = await requireNeighbourhood(published, force, code)
  const [months, outline, sources] = await Promise.all([
    publishedMonths(published, force),
    outlineSource(published, neighbourhood.id),
    residentsSources(published, neighbourhood.id),
  ])
  const held = outline ? months : []
  return {
    ...(await seriesOf(context, neighbourhood.force, held, (asked) =>
      neighbourhoodCounts(published, neighbourhood.id, asked),
    )),
    neighbourhood: { id: neighbourhood.code, name: neighbourhood.name },
    counted: 'incidents-at-map-points-inside-the-outline',
    outline: outline ?? null,
    residents: residentsOf(neighbourhood.residents, sources),
  }
}

/** The series of a whole force, incidents without a place among it. @throws AppError FORCE_NOT_FOUND */
export async function forceSeries(context: Context, forceId: string): Promise<SeriesBody> {
  const { published } = context
  const force = await forceById(published, forceId)
  if (!force) throw new AppError('FORCE_NOT_FOUND')
  const months = await publishedMonths(published, forceId)
  return {
    ...(await seriesOf(context, force, months, (asked) => forceCounts(published, forceId, asked))),
    neighbourhood: null,
    counted: 'incidents-recorded-by-the-force',
    outline: null,
    residents: null,
  }
}

async function seriesOf(
  context: Context,
  force: Force,
  months: readonly PublishedMonth[],
  counts: (asked: readonly Month[]) => ReturnType<typeof forceCounts>,
): Promise<Pick<SeriesBody, 'force' | 'invented' | 'source' | 'asOf' | 'dataVersion' | 'months'>> {
  const newest = months.at(-1)?.month
  const asked = newest ? seriesMonths(newest) : []
  const shown = months.filter((entry) => asked.includes(entry.month))
  return {
    force: { id: force.id, name: force.name },
    invented: force.invented,
    source: figuresSource(force.invented),
    asOf: shown.length > 0 ? new Date(Math.max(...shown.map((entry) => entry.loadedAt.getTime()))).toISOString() : null,
    dataVersion: await context.dataVersion(),
    months: buildSeries(asked, new Set(months.map((entry) => entry.month)), await counts(asked)),
  }
}
