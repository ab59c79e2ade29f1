import { describe, expect, it } from 'vitest'
import type { MeasuredFinding, QuarterResult } from './result.ts'
import { trendOf } from './trend.ts'

const share = (part: number, whole: number): MeasuredFinding => ({
  measured: true,
  met: true,
  value: part / whole,
  unit: 'share',
  counted: { part, whole },
  sentences: [],
})
const results = (...findings: (MeasuredFinding | null)[]): QuarterResult[] =>
  findings.map((finding, index) => ({
    quarter: `${2026 - index}-Q1` as const,
    explanation: null,
    entered: null,
    ...(finding
      ? { state: 'met' as const, finding }
      : { state: 'not-measured' as const, reason: 'noMessages' as const }),
  }))

describe('a trend', () => {
  it('is said in words only when chance does not explain it', () => {
    expect(trendOf(results(share(95, 100), share(70, 100)))?.direction).toBe('higher')
    expect(trendOf(results(share(70, 100), share(95, 100)))?.direction).toBe('lower')
    expect(trendOf(results(share(9, 10), share(7, 10)))?.direction).toBeNull()
    expect(trendOf(results(share(5, 5), share(5, 5)))?.direction).toBeNull()
  })

  it('is never said in words of what is not a share', () => {
    const days = (value: number): MeasuredFinding => ({ measured: true, met: true, value, unit: 'days', sentences: [] })
    expect(trendOf(results(days(1), days(90)))?.direction).toBeNull()
    expect(trendOf(results(days(1), share(1, 2)))).toBeNull()
  })

  it('passes over quarters that were not measured, and needs two that were', () => {
    expect(trendOf(results(null, share(1, 2), null, share(1, 2)))?.before.quarter).toBe('2023-Q1')
    expect(trendOf(results(share(1, 2), null))).toBeNull()
  })
})
