import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Handle } from '../../database/database.ts'
import { lineBlocks } from '../csvLines.ts'
import { csvLineProblem } from '../csvProblems.ts'
import { RejectedRows } from '../rejectedRows.ts'
import { checkStop, type ImportRun, type SourceFile } from '../source.ts'
import { keepableText, utf8Text } from '../text.ts'
import { daysFrom2000 } from './binaryRows.ts'
import { LoadCounts, type TakenCounts } from './counts.ts'
import {
  batchRows,
  type CrimeBatch,
  giveBack,
  identifierBytes,
  readIdentifier,
  rowsByPlace,
  takeBatch,
} from './crimeBatch.ts'
import { type CrimeKeys, crimeRows, crimeTarget } from './crimeCopy.ts'
import { Dictionary } from './dictionary.ts'
import type { StreetLayout } from './layout.ts'
import type { KnownPoint, PointsByKey } from './mapPoints.ts'
import { type Period, parsePeriod } from './parts.ts'
import { type OpenPublication, replacePublication } from './publications.ts'
import { cutRow, type RowGroups } from './rowScanner.ts'
import type { StreetMemory } from './streetMemory.ts'

/** After so many rows other work of the process gets its turn. */
const rowsBetweenTurns = 256
const rejectedHeld = 5000

/** The file before, of which the database may not show yet what it has written. */
export interface FileBefore {
  readonly added: PointsByKey
  readonly publications: ReadonlyMap<string, OpenPublication>
  /** Settles when it is loaded for good; rejects when it will not be. */
  readonly loaded: Promise<void>
}

/** One street file on its way into the database: read in batches, which may begin before its transaction does, then written in it. */
export class StreetLoad {
  readonly rejected = new RejectedRows()
  readonly counts = new LoadCounts()
  readonly publications = new Map<string, OpenPublication>()
  /** Rows by the old name that their crime type had. */
  readonly oldNames = new Map<string, number>()
  rows = 0
  loaded = 0
  /** Map points that were new to the database, by their key. */
  readonly added: PointsByKey = new Map()
  oddIdentifiers = 0

  readonly memory: StreetMemory
  private readonly layout: StreetLayout
  private readonly signal: AbortSignal
  private readonly periods: Dictionary<Period | undefined>
  private readonly periodPublications: OpenPublication[] = []
  private readonly periodDays: number[] = []
  private readonly groups: RowGroups = { start: 0, identifierEnd: 0, periodEnd: 0, placeEnd: 0, areaEnd: 0, end: 0 }
  private batch: CrimeBatch | undefined
  private isRead = false
  /** The batch that the database is taking. */
  private copying: Promise<unknown> = Promise.resolve()

  constructor(layout: StreetLayout, memory: StreetMemory, signal: AbortSignal, latestMonth: string) {
    this.layout = layout
    this.memory = memory
    this.signal = signal
    this.periods = new Dictionary((raw) => parsePeriod(raw, latestMonth), undefined)
  }

  /** Reads the file, a batch at a time; batches are to be written in their order. */
  async *batches(file: SourceFile, progress: ImportRun['progress']): AsyncGenerator<CrimeBatch> {
    let bytes = 0
    for await (const block of lineBlocks(file.read())) {
      yield* this.readBlock(block.text, block.firstLine)
      bytes += block.text.length
      progress(bytes, this.rows)
    }
    this.isRead = true
    yield this.takeFilled()
  }

  /**
   * Writes all batches inside one transaction. It reads on, and in the end returns, while the database still takes in what it has been
   * handed: `finishWriting` waits for that.
   * @param onRead called when the last batch has been read
   */
  async write(
    handle: Handle,
    importFileId: number,
    batches: AsyncGenerator<CrimeBatch>,
    first: Promise<IteratorResult<CrimeBatch, void>>,
    onRead: () => void,
    before: FileBefore,
  ): Promise<void> {
    try {
      let isTold = false
      for (let next = await first; !next.done; ) {
        const following = batches.next()
        following.catch(() => {}) // told when its turn comes
        if (this.isRead && !isTold) onRead()
        isTold = this.isRead
        await this.writeBatch(handle, importFileId, next.value, before)
        next = await following
      }
    } catch (error) {
      await this.copying.catch(() => {}) // the first error is the one to tell
      throw error
    }
  }

  /** Ends the writing: waits for the last batch, and writes what has been counted by place. */
  async finishWriting(handle: Handle): Promise<void> {
    const taken = this.takeCounts()
    await this.copying
    if (taken) await this.counts.write(handle, taken)
  }

  private async *readBlock(text: string, firstLine: number): AsyncGenerator<CrimeBatch> {
    let line = firstLine - 1
    let nextQuote = text.indexOf('"')
    for (let start = 0; start < text.length; ) {
      const lineFeed = text.indexOf('\n', start)
      const end = text.charCodeAt(lineFeed - 1) === 13 && lineFeed > start ? lineFeed - 1 : lineFeed
      if (nextQuote !== -1 && nextQuote < start) nextQuote = text.indexOf('"', start)
      line++
      if (line > 1 && end > start) {
        this.readRow(text, start, end, nextQuote !== -1 && nextQuote < end, line)
        if (this.batch?.rows === batchRows || this.rejected.waiting >= rejectedHeld) yield this.takeFilled()
        if (this.rows % rowsBetweenTurns === 0) {
          await nextTurn()
          checkStop(this.signal)
        }
      }
      start = lineFeed + 1
    }
  }

  private readRow(text: string, start: number, end: number, quoted: boolean, line: number): void {
    this.rows++
    const { groups, memory } = this
    this.batch ??= takeBatch()
    const { batch } = this
    const cut = cutRow(text, start, end, quoted, this.layout, groups)
    if (cut !== undefined) {
      this.reject(text, start, end, line, cut)
      return
    }
    const period = this.periods.numberAt(text, groups.identifierEnd + 1, groups.periodEnd)
    const place = memory.places.numberAt(text, groups.periodEnd + 1, groups.placeEnd)
    const area = this.layout.area === 2 ? memory.areas.numberAt(text, groups.placeEnd + 1, groups.areaEnd) : -1
    const kind = memory.kinds.numberAt(text, groups.areaEnd + 1, end)
    const problem =
      this.periods.problems[period] ??
      memory.places.problems[place] ??
      memory.areas.problems[area] ??
      memory.kinds.problems[kind]
    if (problem !== undefined) {
      this.reject(text, start, end, line, problem)
      return
    }

    const row = batch.rows++
    batch.period[row] = period
    batch.place[row] = place
    batch.area[row] = area
    batch.kind[row] = kind
    batch.hasIdentifier[row] = 0
    if (groups.identifierEnd > start) {
      if (readIdentifier(text, start, groups.identifierEnd, batch.identifiers, row * identifierBytes))
        batch.hasIdentifier[row] = 1
      else this.oddIdentifiers++
    }
    const oldName = memory.kinds.values[kind]?.oldName
    if (oldName !== undefined) this.oldNames.set(oldName, (this.oldNames.get(oldName) ?? 0) + 1)
  }

  private reject(text: string, start: number, end: number, line: number, problem: string): void {
    const raw = text.slice(start, end)
    // Bytes that are no text are the fault to tell, whatever else they led to.
    const reason = utf8Text(raw) === undefined ? csvLineProblem(raw) : problem
    this.rejected.add(line, reason, keepableText(raw))
  }

  private takeFilled(): CrimeBatch {
    const filled = this.batch ?? takeBatch()
    filled.seen = this.memory.seen()
    this.batch = undefined
    return filled
  }

  private async writeBatch(handle: Handle, importFileId: number, batch: CrimeBatch, before: FileBefore): Promise<void> {
    checkStop(this.signal)
    await this.copying
    await this.rejected.write(handle, importFileId)
    if (batch.rows === 0) return giveBack(batch)
    await this.openPeriods(handle, importFileId, before)
    for (const [key, point] of await this.memory.resolve(handle, batch.seen, before.added)) this.added.set(key, point)
    const order = rowsByPlace(batch, (place) => this.memory.points[place]?.cell)
    const rows = crimeRows(batch, order, await reserveIds(handle), this.keys())
    // Once the database has been handed the rows, it takes them in while they are counted here and the next ones made ready.
    const handedOver = Promise.withResolvers<void>()
    this.copying = handle.copyIn(crimeTarget, 'format binary', oneAfterAnother([rows], handedOver.resolve))
    this.copying.catch(() => {}) // told by whoever waits for it
    await Promise.race([handedOver.promise, this.copying])
    this.countBatch(batch)
    this.loaded += batch.rows
    giveBack(batch)
    if (this.counts.isFull) await this.finishWriting(handle)
  }

  private takeCounts(): TakenCounts | undefined {
    return this.counts.take((place) => this.memory.points[place] as KnownPoint)
  }

  private async openPeriods(handle: Handle, importFileId: number, before: FileBefore): Promise<void> {
    for (let number = this.periodDays.length; number < this.periods.size; number++) {
      const period = this.periods.values[number]
      this.periodDays.push(period ? daysFrom2000(period.month) : 0)
      if (!period) continue
      const name = `${period.force.id} ${period.month}`
      if (before.publications.has(name)) await before.loaded // to be replaced in its turn
      const open =
        this.publications.get(name) ?? (await replacePublication(handle, period.force, period.month, importFileId))
      this.publications.set(name, open)
      this.periodPublications[number] = open
    }
  }

  private keys(): CrimeKeys {
    const { memory } = this
    return {
      publicationId: (period) => (this.periodPublications[period] as OpenPublication).id,
      monthDays: (period) => this.periodDays[period] as number,
      categoryId: (kind) => memory.kinds.values[kind]?.categoryId ?? 0,
      outcomeId: (kind) => memory.outcomeIds[kind] ?? 0,
      context: (kind) => memory.kinds.values[kind]?.context,
      mapPointId: (place) => memory.points[place]?.id ?? 0,
      cell: (place) => memory.points[place]?.cell ?? 0,
      lsoaId: (area) => memory.areaIds[area] ?? 0,
    }
  }

  private countBatch(batch: CrimeBatch): void {
    const { points, kinds } = this.memory
    for (let row = 0; row < batch.rows; row++) {
      const place = batch.place[row] as number
      this.counts.add(
        this.periodPublications[batch.period[row] as number] as OpenPublication,
        place,
        points[place] !== undefined,
        kinds.values[batch.kind[row] as number]?.categoryId ?? 0,
      )
    }
  }
}

/** The first of as many ids as a batch has room for: the steps of the sequence are that wide. */
async function reserveIds(handle: Handle): Promise<number> {
  const { rows } = await sql<{ first: number }>`select nextval('crime_id_seq') as first`.execute(handle.kysely)
  return rows[0]?.first as number
}

/** @param done is called when all has been taken */
function* oneAfterAnother(chunks: Uint8Array[], done: () => void): Generator<Uint8Array> {
  yield* chunks
  done()
}
