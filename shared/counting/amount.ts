/**
 * An exact amount in a step of a count: a whole number, or text that is exact, either a decimal fraction (`12.34`) or a
 * fraction (`125/3`). It is never a rounded figure.
 */
export type Amount = number | string

/** Gives `value` × 10^-decimals exactly, without trailing noughts. */
export function decimalAmount(value: bigint, decimals: number): Amount {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return wholeOrText(fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`)
}

/** Gives a fraction in its lowest terms; `denominator` is above nought. */
export function fractionAmount(numerator: bigint, denominator: bigint): Amount {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  const [top, bottom] = [numerator / divisor, denominator / divisor]
  return wholeOrText(bottom === 1n ? `${top}` : `${top}/${bottom}`)
}

/** The nearest binary number, for drawing and for words only; no outcome may turn on it. */
export function drawnAs(amount: Amount): number {
  if (typeof amount === 'number') return amount
  const slash = amount.indexOf('/')
  if (slash < 0) return Number(amount)
  const [numerator, denominator] = [BigInt(amount.slice(0, slash)), BigInt(amount.slice(slash + 1))]
  const scaled = (numerator * 10n ** 15n) / denominator
  return Number(scaled) / 1e15
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function wholeOrText(text: string): Amount {
  const number = Number(text)
  return Number.isSafeInteger(number) && !text.includes('/') && !text.includes('.') ? number : text
}
