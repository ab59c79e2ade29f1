import { wilson } from '../statistics/wilson.ts'
import type { Quarter } from './quarter.ts'
import type { MeasuredFinding, QuarterResult } from './result.ts'

/** What may be said of a value beside the last measured one: a direction only when the figures carry it. */
export interface Trend {
  direction: 'higher' | 'lower' | null
  now: { quarter: Quarter; finding: MeasuredFinding }
  before: { quarter: Quarter; finding: MeasuredFinding }
}

/**
 * The newest measured quarter beside the measured one before it, or null when there are not two of a kind.
 * @param results the latest first
 */
export function trendOf(results: readonly QuarterResult[]): Trend | null {
  const [now, before] = results.flatMap((result) =>
    result.state === 'met' || result.state === 'missed' ? [{ quarter: result.quarter, finding: result.finding }] : [],
  )
  if (!now || !before || now.finding.unit !== before.finding.unit) return null
  return { direction: directionOf(now.finding, before.finding), now, before }
}

/** A share is higher or lower when the 95 % interval of the difference leaves zero out (Newcombe 1998, method 10). */
function directionOf(now: MeasuredFinding, before: MeasuredFinding): Trend['direction'] {
  const later = now.counted && wilson(now.counted.part, now.counted.whole)
  const earlier = before.counted && wilson(before.counted.part, before.counted.whole)
  if (!later || !earlier) return null
  const difference = later.share - earlier.share
  const below = Math.hypot(later.share - later.low, earlier.high - earlier.share)
  const above = Math.hypot(later.high - later.share, earlier.share - earlier.low)
  if (difference - below > 0) return 'higher'
  if (difference + above < 0) return 'lower'
  return null
}
