/** Parts of a postcode: what stands before the space and what stands after it. */
const outwardShapes = ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A'] as const
const inwardShape = '9AA'

/** Characters that people type for one another: the letter on the left, the digit on the right. */
const digitForLetter: Record<string, string> = { O: '0', I: '1', L: '1' }
const letterForDigit: Record<string, string> = { '0': 'O', '1': 'I' }

/** One way to read what was typed: the outward part, and as much of the inward part as is there. */
export interface PostcodeReading {
  outward: string
  inward: string
}

/** What a person typed, as a postcode or the beginning of one. */
export interface TypedPostcode {
  /** Whether it is a whole postcode, with its last three characters. */
  whole: boolean
  /** What it may stand for, likeliest first. */
  readings: PostcodeReading[]
}

/**
 * Reads a text as a UK postcode or the beginning of one: in any case, with any spaces, points or hyphens, with the letter O typed for
 * nought and I or L for one. Forms A9 9AA to AA9A 9AA: Royal Mail, "Programmers' guide to the Postcode Address File".
 * @returns undefined for what cannot be one; letters alone are a name, not a beginning
 */
export function readPostcode(text: string): TypedPostcode | undefined {
  const groups = text
    .toUpperCase()
    .split(/[\s.\-–,]+/)
    .filter((group) => group !== '')
  const compact = groups.join('')
  if (!/^[A-Z0-9]{2,7}$/.test(compact)) return undefined
  const spaceAt = groups.length === 2 ? groups[0]?.length : undefined
  const asTyped = splits(compact, spaceAt, false)
  const repaired = splits(compact, spaceAt, true).filter(
    (reading) => !asTyped.some((typed) => typed.outward === reading.outward && typed.inward === reading.inward),
  )
  for (const readings of [asTyped, repaired]) {
    const whole = readings.filter((reading) => reading.inward.length === 3)
    if (whole.length > 0) return { whole: true, readings: whole }
  }
  if (asTyped.length === 0 && !/\d/.test(compact)) return undefined
  const readings = [...asTyped, ...repaired]
  return readings.length > 0 ? { whole: false, readings } : undefined
}

/** A postcode with its space: LE11AA becomes LE1 1AA. */
export function formatPostcode(compact: string): string {
  return `${compact.slice(0, -3)} ${compact.slice(-3)}`
}

/** Every way to cut a text into an outward part and the beginning of an inward one, at its space if that is possible. */
function splits(compact: string, spaceAt: number | undefined, repair: boolean): PostcodeReading[] {
  const anywhere = [4, 3, 2].flatMap((length) => cutAt(compact, length, repair))
  const atSpace = spaceAt === undefined ? [] : anywhere.filter((reading) => reading.outward.length === spaceAt)
  return atSpace.length > 0 ? atSpace : anywhere
}

function cutAt(compact: string, length: number, repair: boolean): PostcodeReading[] {
  const inwardLength = compact.length - length
  if (inwardLength < 0 || inwardLength > 3) return []
  const inward = inShape(compact.slice(length), inwardShape.slice(0, inwardLength), repair)
  if (inward === undefined) return []
  const outwards = outwardShapes
    .filter((shape) => shape.length === length)
    .flatMap((shape) => inShape(compact.slice(0, length), shape, repair) ?? [])
  return [...new Set(outwards)].map((outward) => ({ outward, inward }))
}

/** The text in a shape of A (letter) and 9 (digit), or undefined. */
function inShape(text: string, shape: string, repair: boolean): string | undefined {
  if (text.length !== shape.length) return undefined
  let fitted = ''
  for (const [index, kind] of [...shape].entries()) {
    const typed = text[index] ?? ''
    const right = kind === '9' ? /\d/.test(typed) : /[A-Z]/.test(typed)
    const repaired = repair ? (kind === '9' ? digitForLetter[typed] : letterForDigit[typed]) : undefined
    const character = right ? typed : repaired
    if (character === undefined) return undefined
    fitted += character
  }
  return fitted
}
