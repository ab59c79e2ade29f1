import { BinaryRows } from './binaryRows.ts'
import { type CrimeBatch, identifierBytes } from './crimeBatch.ts'

/** Columns in the order in which `crimeRows` writes them. */
export const crimeTarget =
  'crime (id, publication_id, month, category_id, map_point_id, cell, lsoa_id, outcome_id, persistent_id, context)'

/** What the numbers of a batch stand for in the database. 0 is null. */
export interface CrimeKeys {
  publicationId(period: number): number
  /** Days from 1 January 2000 to the first of the month. */
  monthDays(period: number): number
  categoryId(kind: number): number
  outcomeId(kind: number): number
  context(kind: number): string | undefined
  mapPointId(place: number): number
  /** Of the map point; asked only where there is one. */
  cell(place: number): number
  lsoaId(area: number): number
}

const columns = 10
const valueBytes = 8 + 4 + 4 + 2 + 4 + 8 + 4 + 2 + identifierBytes

/**
 * The rows of a batch, in the order given, for COPY in binary format.
 * @param firstId id of the first row; the next ones count on from it
 */
export function crimeRows(batch: CrimeBatch, order: Int32Array, firstId: number, keys: CrimeKeys): Buffer {
  const rows = new BinaryRows(columns, valueBytes, batch.rows)
  let id = firstId
  for (const row of order) {
    const period = batch.period[row] as number
    const kind = batch.kind[row] as number
    const place = batch.place[row] as number
    const mapPoint = keys.mapPointId(place)
    const lsoa = keys.lsoaId(batch.area[row] as number)
    const outcome = keys.outcomeId(kind)
    const context = keys.context(kind)
    rows.row()
    rows.bigint(id++)
    rows.integer(keys.publicationId(period))
    rows.integer(keys.monthDays(period))
    rows.smallint(keys.categoryId(kind))
    if (mapPoint === 0) {
      rows.null()
      rows.null()
    } else {
      rows.integer(mapPoint)
      rows.bigint(keys.cell(place))
    }
    if (lsoa === 0) rows.null()
    else rows.integer(lsoa)
    if (outcome === 0) rows.null()
    else rows.smallint(outcome)
    if (batch.hasIdentifier[row] === 1)
      rows.bytes(batch.identifiers, row * identifierBytes, (row + 1) * identifierBytes)
    else rows.null()
    if (context === undefined) rows.null()
    else rows.text(context)
  }
  return rows.finished()
}
