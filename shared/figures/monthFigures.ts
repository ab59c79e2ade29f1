import { addMonths, type Month } from '../month.ts'
import { type Comparison, compareCategories } from './comparison.ts'
import { buildSeries, type CountRow, type SeriesMonth, seriesMonths } from './series.ts'

/** The figures of a place as a page shows them: one month beside a year earlier, and the series to the newest month. */
export interface MonthFigures {
  /** The month that is shown, with or without figures. */
  shown: SeriesMonth
  earlier: SeriesMonth
  /** null while the shown month has no figures. */
  comparison: Comparison | null
  series: SeriesMonth[]
  newestMonth: Month
  firstMonth: Month
  /** Months that have figures, newest first. */
  choices: Month[]
}

/** The months whose counts `monthFigures` wants, each once. */
export function neededMonths(shown: Month, newest: Month): Month[] {
  return [...new Set([...seriesMonths(newest), addMonths(shown, -12), shown])]
}

/**
 * @param published every month that the force published; there must be one
 * @param rows counts of the months of `neededMonths`
 */
export function monthFigures(published: ReadonlySet<Month>, shown: Month, rows: readonly CountRow[]): MonthFigures {
  const choices = [...published].sort().reverse()
  const [newestMonth, firstMonth] = [choices[0], choices.at(-1)]
  if (!newestMonth || !firstMonth) throw new Error('No month is published')
  const [earlier, now] = buildSeries([addMonths(shown, -12), shown], published, rows)
  if (!earlier || !now) throw new Error('A series has an entry for every month')
  return {
    shown: now,
    earlier,
    comparison: now.status === 'published' ? compareCategories(now, earlier) : null,
    series: buildSeries(seriesMonths(newestMonth), published, rows),
    newestMonth,
    firstMonth,
    choices,
  }
}
