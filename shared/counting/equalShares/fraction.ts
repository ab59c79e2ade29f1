/** An exact number; the bottom is above nought. */
export interface Fraction {
  top: bigint
  bottom: bigint
}

/** The most by which rounding to a binary number changes it, as a part of it. */
export const rounding = 2 ** -53

/** The binary number next to a fraction of positive numbers, or nearly so: it is off by less than two roundings. */
export function near(top: bigint, bottom: bigint): number {
  if (top <= safe && bottom <= safe) return Number(top) / Number(bottom)
  const shift = Math.max(0, 64 + bits(bottom) - bits(top))
  return Number((top << BigInt(shift)) / bottom) * 2 ** -shift
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)

/** The length in bits, up to three too many. */
function bits(value: bigint): number {
  return value.toString(16).length * 4
}
