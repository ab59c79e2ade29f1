/** A share and the interval in which the true one lies with 95 % confidence. */
export interface ShareWithInterval {
  share: number
  low: number
  high: number
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959964

/**
 * The score interval of a share (E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 1927, 209–212): with p = part / whole and n = whole,
 *
 *     (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 *
 * It stays within 0 and 1 and is sound for few answers, and for shares of none or all. null when there is nothing to share.
 */
export function wilson(part: number, whole: number): ShareWithInterval | null {
  if (whole === 0) return null
  const share = part / whole
  const middle = share + z ** 2 / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))
  const scale = 1 + z ** 2 / whole
  return {
    share,
    low: Math.max(0, Math.min(share, (middle - reach) / scale)),
    high: Math.min(1, Math.max(share, (middle + reach) / scale)),
  }
}
