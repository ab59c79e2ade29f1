/** Rows that go to the database together: some 4 MB of COPY. */
export const batchRows = 32_768

/** 64 hexadecimal digits. */
export const identifierBytes = 32

/** A batch of sound rows, held as numbers of dictionary entries. */
export class CrimeBatch {
  rows = 0
  readonly period = new Int32Array(batchRows)
  readonly place = new Int32Array(batchRows)
  readonly area = new Int32Array(batchRows)
  readonly kind = new Int32Array(batchRows)
  readonly hasIdentifier = new Uint8Array(batchRows)
  readonly identifiers = new Uint8Array(batchRows * identifierBytes)
}

const digitValue = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  const text = digit.toString(16)
  digitValue[text.charCodeAt(0)] = digit
  digitValue[text.toUpperCase().charCodeAt(0)] = digit
}

/**
 * Reads a Crime ID of 64 hexadecimal digits from `text[start..end)` into 32 bytes at `target[at]`.
 * @returns false when it is anything else
 */
export function readIdentifier(text: string, start: number, end: number, target: Uint8Array, at: number): boolean {
  if (end - start !== 2 * identifierBytes) return false
  let bad = 0
  for (let byte = 0; byte < identifierBytes; byte++) {
    const high = digitValue[text.charCodeAt(start + 2 * byte) & 0xff] as number
    const low = digitValue[text.charCodeAt(start + 2 * byte + 1) & 0xff] as number
    bad |= high | low
    target[at + byte] = (high << 4) | low
  }
  return bad >= 0
}
