/** Rows that go to the database together: some 4 MB of COPY. */
export const batchRows = 32_768

/** 64 hexadecimal digits. */
export const identifierBytes = 32

/** How many distinct texts of each kind had been seen when a batch was full: it holds no number beyond. */
export interface Seen {
  places: number
  areas: number
  kinds: number
}

/** A batch of sound rows, held as numbers of dictionary entries. */
export class CrimeBatch {
  rows = 0
  seen: Seen = { places: 0, areas: 0, kinds: 0 }
  readonly period = new Int32Array(batchRows)
  readonly place = new Int32Array(batchRows)
  readonly area = new Int32Array(batchRows)
  readonly kind = new Int32Array(batchRows)
  readonly hasIdentifier = new Uint8Array(batchRows)
  readonly identifiers = new Uint8Array(batchRows * identifierBytes)
}

const spare: CrimeBatch[] = []

/** An empty batch: one that was given back, or a new one. */
export function takeBatch(): CrimeBatch {
  const batch = spare.pop() ?? new CrimeBatch()
  batch.rows = 0
  return batch
}

/** Gives a batch back that nobody reads any more. */
export function giveBack(batch: CrimeBatch): void {
  if (spare.length < 3) spare.push(batch)
}

/**
 * The rows of a batch in the order of their places' cells, those without a place last: near crimes are then written next to each other,
 * which makes the index cheap to extend and a neighbourhood cheap to read.
 */
export function rowsByPlace(batch: CrimeBatch, cellOf: (place: number) => number | undefined): Int32Array {
  const { places } = batch.seen
  const rowsOf = new Int32Array(places)
  const seen: number[] = []
  for (let row = 0; row < batch.rows; row++) {
    const place = batch.place[row] as number
    if (rowsOf[place] === 0) seen.push(place)
    rowsOf[place] = (rowsOf[place] as number) + 1
  }
  seen.sort((a, b) => (cellOf(a) ?? Infinity) - (cellOf(b) ?? Infinity))
  const nextOf = new Int32Array(places)
  let next = 0
  for (const place of seen) {
    nextOf[place] = next
    next += rowsOf[place] as number
  }
  const order = new Int32Array(batch.rows)
  for (let row = 0; row < batch.rows; row++) {
    const place = batch.place[row] as number
    const at = nextOf[place] as number
    order[at] = row
    nextOf[place] = at + 1
  }
  return order
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
