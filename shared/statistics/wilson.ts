/** The 97.5th centile of the normal distribution: for an interval of 95 %. */
const z = 1.959963984540054

/**
 * Wilson's score interval of a share (95 %): where the share behind a count lies, sound for small counts and near 0 and 1.
 * @param part how many of `whole`
 * @see Wilson 1927; Newcombe 1998, method 3
 */
export function wilsonInterval(part: number, whole: number): { low: number; high: number } {
  if (whole <= 0) return { low: 0, high: 1 }
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const scale = 1 + (z * z) / whole
  return {
    low: part === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: part === whole ? 1 : Math.min(1, (middle + reach) / scale),
  }
}
