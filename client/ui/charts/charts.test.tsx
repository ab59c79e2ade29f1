import fc from 'fast-check'
import { type HTMLElement, parse } from 'node-html-parser'
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { translator } from '../../../server/web/translate.ts'
import { categorySlugs } from '../../../shared/categories.ts'
import { compareCategories } from '../../../shared/figures/comparison.ts'
import { buildSeries, type CountRow, type SeriesMonth } from '../../../shared/figures/series.ts'
import { type Month, monthsBetween } from '../../../shared/month.ts'
import { PageContext } from '../page.ts'
import { CategoryBars } from './CategoryBars.tsx'
import { SeriesLine } from './SeriesLine.tsx'

const rendered = (content: ComponentChild): HTMLElement =>
  parse(
    renderToString(
      <PageContext.Provider value={{ language: 'en', t: translator('en'), path: '/', dataVersion: '1' }}>
        {content}
      </PageContext.Provider>,
    ),
  )

const number = (element: HTMLElement | null | undefined, attribute: string) =>
  Number.parseFloat(element?.getAttribute(attribute) ?? 'none')

function month(counts: number[], name: Month = '2026-09'): SeriesMonth & { status: 'published' } {
  const rows = categorySlugs.map((category, index): CountRow => ({ month: name, category, count: counts[index] ?? 0 }))
  const [entry] = buildSeries([name], new Set([name]), rows)
  if (entry?.status !== 'published') throw new Error('The month is published')
  return entry
}

const bars = (now: number[], earlier?: number[]) => {
  const { recorded, largest } = compareCategories(month(now), earlier && month(earlier, '2025-09'))
  return rendered(
    <CategoryBars rows={recorded} largest={largest} monthName="Sept 2026" earlierName={earlier ? 'Sept 2025' : null} />,
  ).querySelectorAll('.patch-bars__row')
}

describe('bars by category', () => {
  it('have lengths in proportion to the counts, which add up to the total', () => {
    const count = fc.integer({ min: 0, max: 5000 })
    const counts = fc.array(count, { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(counts, counts, (now, earlier) => {
        const largest = Math.max(...now, ...earlier)
        const rows = bars(now, earlier)
        const widths = rows.map((row) => number(row.querySelector('.patch-bars__drawing .patch-bars__fill'), 'width'))
        const written = rows.map((row) =>
          Number(row.querySelector('.patch-bars__count')?.lastChild?.textContent.replace(',', '')),
        )
        expect(written.reduce((sum, value) => sum + value, 0)).toBe(now.reduce((sum, value) => sum + value, 0))
        widths.forEach((width, index) => {
          expect(width).toBeCloseTo((100 * (written[index] ?? 0)) / Math.max(1, largest), 1)
        })
        expect(widths).toEqual([...widths].sort((a, b) => b - a))
      }),
      { numRuns: 50 },
    )
  })

  it('set a year earlier as a tick, and none where that month has no figures', () => {
    const [row] = bars([0, 0, 10], [0, 0, 20])
    expect(number(row?.querySelector('.patch-bars__fill'), 'width')).toBe(50)
    expect(row?.querySelector('.patch-bars__tick')?.getAttribute('x1')).toBe('100%')
    expect(bars([0, 0, 10])[0]?.querySelector('.patch-bars__tick')).toBeNull()
  })

  it('carry no inline style', () => {
    expect(bars([1, 2, 3], [3, 2, 1]).some((row) => row.outerHTML.includes('style='))).toBe(false)
  })
})

const line = (totals: (number | null)[]) => {
  const months = monthsBetween('2024-01', '2030-01').slice(0, totals.length)
  const published = new Set(months.filter((_, index) => totals[index] !== null))
  const rows = months.map((name, index): CountRow => ({ month: name, category: 'drugs', count: totals[index] ?? 0 }))
  return rendered(
    <SeriesLine series={buildSeries(months, published, rows)} label="Recorded" summary="A line" id="chart" />,
  )
}
const heights = (chart: HTMLElement) =>
  [...(chart.querySelector('.patch-line__line')?.getAttribute('d') ?? '').matchAll(/[ML,]?([\d.]+),([\d.]+)/g)].map(
    (match) => Number(match[2]),
  )

describe('the line of months', () => {
  it('has its zero at the bottom and heights in proportion to the totals', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 36 }), (totals) => {
        const chart = line(totals)
        expect(chart.querySelector('.patch-line__zero')?.getAttribute('y1')).toBe('100%')
        const largest = Math.max(...totals)
        const above = heights(chart).map((y) => 100 - y)
        expect(above).toHaveLength(totals.length)
        const top = Math.max(...above)
        above.forEach((height, index) => {
          if (largest > 0) expect(height / top).toBeCloseTo((totals[index] ?? 0) / largest, 2)
          else expect(height).toBe(0)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('breaks where months are missing and hatches them, each run once', () => {
    const chart = line([5, 6, null, null, 7, null, 8])
    expect(chart.querySelector('.patch-line__line')?.getAttribute('d')?.match(/M/g)).toHaveLength(3)
    const hatched = chart.querySelectorAll('.patch-line__gap')
    expect(hatched.map((gap) => [number(gap, 'x'), number(gap, 'width')])).toEqual([
      [25, 33.33],
      [75, 16.67],
    ])
    for (const gap of hatched) expect(gap.getAttribute('fill')).toBe('url(#chart-hatch)')
    expect(heights(chart)).toHaveLength(4)
  })

  it('names its last point with its number and month', () => {
    expect(line([5, 1200, null, 7]).querySelector('.patch-line__name')?.textContent).toBe('7 in Apr 2024')
    expect(line([5, 1200, null]).querySelector('.patch-line__name')?.textContent).toBe('1,200 in Feb 2024')
  })

  it('is told in words to those who do not see it', () => {
    const chart = line([5, 6])
    const drawing = chart.querySelector('[role=img]')
    expect(chart.querySelector(`#${drawing?.getAttribute('aria-labelledby')}`)?.textContent).toBe('A line')
  })
})
