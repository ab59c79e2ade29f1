import { highestMark } from './tally.ts'

/** A whole number from nought, written in digits only; null is none. More than fifteen digits give infinity. */
export function wholeNumber(text: string): number | null {
  if (text.length === 0) return null
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return null
    value = value * 10 + digit
  }
  return value < 1e15 ? value : Number.POSITIVE_INFINITY
}

/** `units` × 10^-decimals. */
export interface Decimal {
  units: bigint
  decimals: number
}

/** A decimal number as it is written, its noughts at the end kept: `-12.50` has two decimals. Null is none. */
export function readDecimal(text: string): Decimal | null {
  if (text.length > 40) return null
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return null
  const fraction = parts[3] ?? ''
  return { units: BigInt(`${parts[1]}${parts[2]}${fraction}`), decimals: fraction.length }
}

/** The same number in units of 10^-decimals, where `decimals` is no fewer than its own. */
export function unitsOf(value: Decimal, decimals: number): bigint {
  return value.units * 10n ** BigInt(decimals - value.decimals)
}

/** A mark or points: `units` × 10^-decimals, a safe whole number, without noughts at the end of its decimals. */
export interface Mark {
  units: number
  decimals: number
}

/** Marks with more decimals than this are not read: no real ballot has them, and sums must stay exact. */
export const mostDecimals = 6

/** Small whole marks, which most are: one object each for all ballots. */
const smallMarks: readonly Mark[] = Array.from({ length: 1001 }, (_, units) => ({ units, decimals: 0 }))

/** Reads a mark; `tooBig` is a number, but beyond the highest mark or with too many decimals. */
export function readMark(text: string): Mark | 'notANumber' | 'tooBig' {
  const whole = wholeNumber(text)
  if (whole !== null) return whole > highestMark ? 'tooBig' : (smallMarks[whole] ?? { units: whole, decimals: 0 })
  const value = readDecimal(text)
  if (!value) return text.length > 40 && /^-?\d+(?:\.\d+)?$/.test(text) ? 'tooBig' : 'notANumber'
  let { units, decimals } = value
  while (decimals > 0 && units % 10n === 0n) {
    units /= 10n
    decimals--
  }
  const absolute = units < 0n ? -units : units
  if (decimals > mostDecimals || absolute > BigInt(highestMark)) return 'tooBig'
  return { units: Number(units), decimals }
}

/** Below nought, nought or above, as `a` is less than, equal to or more than `b`. */
export function compareMarks(a: Mark, b: Mark): number {
  if (a.decimals === b.decimals) return a.units - b.units
  const difference = scaled(a) - scaled(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The sum, exactly, in units of 10^-mostDecimals. */
export function sumOfMarks(marks: readonly Mark[]): bigint {
  let whole = 0
  let parts = 0n
  for (const mark of marks) {
    if (mark.decimals === 0) whole += mark.units
    else parts += scaled(mark)
  }
  return BigInt(whole) * 10n ** BigInt(mostDecimals) + parts
}

/** In units of 10^-mostDecimals. */
export function scaled(mark: Mark): bigint {
  return BigInt(mark.units) * 10n ** BigInt(mostDecimals - mark.decimals)
}

/** As people write it. */
export function markText({ units, decimals }: Mark): string {
  if (decimals === 0) return String(units)
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
