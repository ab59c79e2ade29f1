import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categorySlugs } from '../categories.ts'
import { addMonths, type Month, monthsBetween } from '../month.ts'
import { dateInWords } from '../time/words.ts'
import { compareCategories } from './comparison.ts'
import { formatCsv } from './csv.ts'
import { monthFigures, neededMonths } from './monthFigures.ts'
import { formatCount, formatList, formatShare, formatShortMonth } from './numbers.ts'
import { buildSeries, type CountRow, fromFirstLoaded, gaps, monthStatus, seriesMonths } from './series.ts'

const published = new Set<Month>(['2026-02', '2026-03', '2026-06'])
const rows: CountRow[] = [
  { month: '2026-02', category: 'drugs', count: 2 },
  { month: '2026-02', category: 'drugs', count: 3 },
  { month: '2026-04', category: 'drugs', count: 9 },
  { month: '2026-06', category: 'burglary', count: 4 },
]

describe('the status of a month', () => {
  it('is missing between published months and not loaded outside them', () => {
    const statuses = monthsBetween('2026-01', '2026-07').map((month) => monthStatus(month, published))
    expect(statuses).toEqual(['not-loaded', 'published', 'published', 'missing', 'missing', 'published', 'not-loaded'])
    expect(monthStatus('2026-01', new Set())).toBe('not-loaded')
  })
})

describe('a series', () => {
  const series = buildSeries(monthsBetween('2026-01', '2026-07'), published, rows)

  it('has null where nothing was published, and zero where something was and none of it here', () => {
    expect(series.map((entry) => entry.total)).toEqual([null, 5, 0, null, null, 4, null])
    expect(series[2]?.counts?.burglary).toBe(0)
  })

  it('has the runs of months without figures', () => {
    expect(gaps(series)).toEqual([
      { first: 0, last: 0 },
      { first: 3, last: 4 },
      { first: 6, last: 6 },
    ])
  })

  it('may leave out what came before the first month that was loaded', () => {
    expect(fromFirstLoaded(series)[0]?.month).toBe('2026-02')
    expect(fromFirstLoaded(buildSeries(['2026-01'], new Set(), []))).toEqual([])
  })

  it('has 36 months, the last included', () => {
    const months = seriesMonths('2026-09')
    expect([months.length, months[0], months.at(-1)]).toEqual([36, '2023-10', '2026-09'])
  })

  it('adds up: every incident of a published month once, of another never', () => {
    const months = seriesMonths('2026-09')
    const someRows = fc.array(
      fc.record({
        month: fc.constantFrom(...months, addMonths('2026-09', 1)),
        category: fc.constantFrom(...categorySlugs),
        count: fc.integer({ min: 1, max: 500 }),
      }),
    )
    fc.assert(
      fc.property(someRows, fc.subarray(months), (given, some) => {
        const held = new Set(some)
        const built = buildSeries(months, held, given)
        const expected = given.filter((row) => held.has(row.month)).reduce((sum, row) => sum + row.count, 0)
        expect(built.reduce((sum, entry) => sum + (entry.total ?? 0), 0)).toBe(expected)
        for (const entry of built) {
          expect(entry.total === null).toBe(!held.has(entry.month))
          if (entry.status === 'published')
            expect(Object.values(entry.counts).reduce((sum, count) => sum + count, 0)).toBe(entry.total)
        }
      }),
    )
  })
})

describe('a month beside another', () => {
  const [now, earlier, none] = buildSeries(['2026-06', '2026-02', '2026-04'], published, rows)

  it('is sorted by count, with what was recorded in neither month apart', () => {
    if (now?.status !== 'published') throw new Error('published')
    const compared = compareCategories(now, earlier)
    expect(compared).toMatchObject({ total: 4, earlierTotal: 5, largest: 5 })
    expect(compared.recorded).toEqual([
      { category: 'burglary', count: 4, earlier: 0 },
      { category: 'drugs', count: 0, earlier: 5 },
    ])
    expect(compared.none).toHaveLength(12)
  })

  it('has null for a month without figures, not zero', () => {
    if (now?.status !== 'published') throw new Error('published')
    const compared = compareCategories(now, none)
    expect(compared.earlierTotal).toBeNull()
    expect(compared.recorded).toEqual([{ category: 'burglary', count: 4, earlier: null }])
  })
})

describe('the figures of a page', () => {
  it('show an unpublished month as such, the series still ending at the newest', () => {
    const figures = monthFigures(published, '2026-04', rows)
    expect(figures.shown.status).toBe('missing')
    expect(figures.comparison).toBeNull()
    expect(figures.series.at(-1)).toMatchObject({ month: '2026-06', total: 4 })
    expect(figures.choices).toEqual(['2026-06', '2026-03', '2026-02'])
  })

  it('want the months of the series and of the comparison, each once', () => {
    expect(neededMonths('2026-06', '2026-06')).toHaveLength(36)
    expect(neededMonths('2020-06', '2026-06')).toHaveLength(38)
  })
})

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(formatCount(12345, 'en')).toBe('12,345')
    expect(formatShare(21, 1000, 'en')).toBe('2.1%')
    expect(formatShare(21, 100, 'cy')).toBe('21%')
    expect(formatShare(0, 0, 'en')).toBe('0%')
    expect(dateInWords(new Date('2022-09-22T12:00:00Z'), 'en')).toBe('22 September 2022')
    expect(formatList(['Abbey', 'Castle', 'Eyres'], 'en')).toBe('Abbey, Castle and Eyres')
    expect(formatList(['Abbey', 'Castle'], 'cy')).toBe('Abbey, Castle')
    expect(formatShortMonth('2022-01', 'cy')).toBe('Ion 2022')
  })
})

describe('CSV', () => {
  it('quotes what needs it and disarms formulas', () => {
    expect(formatCsv([['a', 'b,c', 'd"e', '=1+1', '']])).toBe('a,"b,c","d""e",\'=1+1,\r\n')
  })
})
