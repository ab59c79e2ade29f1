import { type Amount, fractionAmount } from '../amount.ts'

/** One amount less another, exactly. */
export function difference(a: Amount, b: Amount): Amount {
  const [left, right] = [asFraction(a), asFraction(b)]
  return fractionAmount(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom)
}

function asFraction(amount: Amount): { top: bigint; bottom: bigint } {
  if (typeof amount === 'number') return { top: BigInt(amount), bottom: 1n }
  const [top, bottom] = amount.split('/')
  if (bottom !== undefined) return { top: BigInt(top!), bottom: BigInt(bottom) }
  const [whole, decimals = ''] = amount.split('.')
  return { top: BigInt(whole! + decimals), bottom: 10n ** BigInt(decimals.length) }
}
