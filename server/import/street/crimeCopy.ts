import { type CrimeBatch, identifierBytes } from './crimeBatch.ts'

/** Columns in the order in which `crimeRows` writes them. */
export const crimeTarget =
  'crime (publication_id, month, category_id, map_point_id, lsoa_id, outcome_id, persistent_id, context)'
export const crimeCopyOptions = 'format binary'

/** What the numbers of a batch stand for in the database. 0 is null. */
export interface CrimeKeys {
  publicationId(period: number): number
  /** Days from 1 January 2000 to the first of the month. */
  monthDays(period: number): number
  categoryId(kind: number): number
  outcomeId(kind: number): number
  context(kind: number): string | undefined
  mapPointId(place: number): number
  lsoaId(area: number): number
}

const columns = 8
/** A row without its context: the number of columns, a length for each, and every value. */
const largestRowBytes = 2 + columns * 4 + 4 + 4 + 2 + 4 + 4 + 2 + identifierBytes
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const nothing = -1

/** The rows of a batch in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"). */
export function crimeRows(batch: CrimeBatch, keys: CrimeKeys): Buffer {
  const contexts = contextBytes(batch, keys)
  const buffer = Buffer.allocUnsafe(signature.length + batch.rows * largestRowBytes + contexts + 2)
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  signature.copy(buffer)
  let at = signature.length

  function integer(value: number): void {
    if (value === 0) {
      view.setInt32(at, nothing)
      at += 4
    } else {
      view.setInt32(at, 4)
      view.setInt32(at + 4, value)
      at += 8
    }
  }
  function small(value: number): void {
    if (value === 0) {
      view.setInt32(at, nothing)
      at += 4
    } else {
      view.setInt32(at, 2)
      view.setInt16(at + 4, value)
      at += 6
    }
  }

  for (let row = 0; row < batch.rows; row++) {
    const period = batch.period[row] as number
    const kind = batch.kind[row] as number
    view.setInt16(at, columns)
    at += 2
    integer(keys.publicationId(period))
    view.setInt32(at, 4)
    view.setInt32(at + 4, keys.monthDays(period))
    at += 8
    small(keys.categoryId(kind))
    integer(keys.mapPointId(batch.place[row] as number))
    integer(keys.lsoaId(batch.area[row] as number))
    small(keys.outcomeId(kind))
    if (batch.hasIdentifier[row] === 1) {
      view.setInt32(at, identifierBytes)
      const from = row * identifierBytes
      buffer.set(batch.identifiers.subarray(from, from + identifierBytes), at + 4)
      at += 4 + identifierBytes
    } else {
      view.setInt32(at, nothing)
      at += 4
    }
    const context = keys.context(kind)
    const written = context === undefined ? nothing : buffer.write(context, at + 4)
    view.setInt32(at, written)
    at += 4 + Math.max(0, written)
  }
  view.setInt16(at, -1)
  return buffer.subarray(0, at + 2)
}

function contextBytes(batch: CrimeBatch, keys: CrimeKeys): number {
  let bytes = 0
  for (let row = 0; row < batch.rows; row++) {
    const context = keys.context(batch.kind[row] as number)
    if (context !== undefined) bytes += Buffer.byteLength(context)
  }
  return bytes
}

/** Days from 1 January 2000, from which PostgreSQL counts, to the first of a month YYYY-MM. */
export function daysFrom2000(month: string): number {
  return (Date.parse(`${month}-01T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000
}
