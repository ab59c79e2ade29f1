const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const nothing = -1
/** The number of the type integer in pg_type. */
const integerType = 23
const trailerBytes = 2

/**
 * Writes rows in PostgreSQL's binary COPY format (PostgreSQL manual, COPY, "Binary Format"): what the database need not parse it takes
 * in half the time.
 */
export class BinaryRows {
  private buffer: Buffer
  private view: DataView
  private at = signature.length
  private readonly columns: number
  private readonly rowBytes: number

  /**
   * @param columns number of columns of every row
   * @param rowBytes bytes of the longest row's values, without texts and arrays, which make room for themselves
   * @param rows rows to make room for at first
   */
  constructor(columns: number, rowBytes: number, rows: number) {
    this.columns = columns
    this.rowBytes = 2 + 4 * columns + rowBytes
    this.buffer = Buffer.allocUnsafe(signature.length + rows * this.rowBytes + trailerBytes)
    this.view = new DataView(this.buffer.buffer, this.buffer.byteOffset, this.buffer.byteLength)
    signature.copy(this.buffer)
  }

  /** Begins a row; its values follow in the order of the columns. */
  row(): void {
    this.makeRoom(this.rowBytes)
    this.view.setInt16(this.at, this.columns)
    this.at += 2
  }

  null(): void {
    this.view.setInt32(this.at, nothing)
    this.at += 4
  }

  smallint(value: number): void {
    this.view.setInt32(this.at, 2)
    this.view.setInt16(this.at + 4, value)
    this.at += 6
  }

  /** An integer, or a date as days from 1 January 2000. */
  integer(value: number): void {
    this.view.setInt32(this.at, 4)
    this.view.setInt32(this.at + 4, value)
    this.at += 8
  }

  /** A bigint below 2^53. */
  bigint(value: number): void {
    this.view.setInt32(this.at, 8)
    this.view.setInt32(this.at + 4, Math.floor(value / 2 ** 32))
    this.view.setUint32(this.at + 8, value % 2 ** 32)
    this.at += 12
  }

  wideBigint(value: bigint): void {
    this.view.setInt32(this.at, 8)
    this.view.setBigInt64(this.at + 4, value)
    this.at += 12
  }

  bytes(source: Uint8Array, from: number, to: number): void {
    this.view.setInt32(this.at, to - from)
    this.at += 4
    for (let index = from; index < to; index++) this.buffer[this.at++] = source[index] as number
  }

  text(value: string): void {
    this.makeRoom(4 + Buffer.byteLength(value) + this.rowBytes)
    const written = this.buffer.write(value, this.at + 4)
    this.view.setInt32(this.at, written)
    this.at += 4 + written
  }

  /** An array of integers: one dimension, counted from 1, without nulls. */
  integers(values: ArrayLike<number>): void {
    this.makeRoom(24 + 8 * values.length + this.rowBytes)
    const { view } = this
    view.setInt32(this.at, 20 + 8 * values.length)
    view.setInt32(this.at + 4, 1)
    view.setInt32(this.at + 8, 0)
    view.setInt32(this.at + 12, integerType)
    view.setInt32(this.at + 16, values.length)
    view.setInt32(this.at + 20, 1)
    this.at += 24
    for (let index = 0; index < values.length; index++) {
      view.setInt32(this.at, 4)
      view.setInt32(this.at + 4, values[index] as number)
      this.at += 8
    }
  }

  /** All rows, ended. */
  finished(): Buffer {
    this.view.setInt16(this.at, -1)
    return this.buffer.subarray(0, this.at + trailerBytes)
  }

  private makeRoom(bytes: number): void {
    if (this.at + bytes + trailerBytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(2 * this.buffer.length + bytes)
    this.buffer.copy(larger, 0, 0, this.at)
    this.buffer = larger
    this.view = new DataView(larger.buffer, larger.byteOffset, larger.byteLength)
  }
}

/** Days from 1 January 2000, from which PostgreSQL counts, to the first of a month YYYY-MM. */
export function daysFrom2000(month: string): number {
  return (Date.parse(`${month}-01T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000
}
