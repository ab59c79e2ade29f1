import type { Handle } from '../../database/database.ts'
import { BinaryRows, daysFrom2000 } from './binaryRows.ts'
import type { Hexagon } from './hexagons.ts'
import type { KnownPoint } from './mapPoints.ts'
import type { OpenPublication } from './publications.ts'

/** Categories are numbered below this, so that a place and a category make one number. */
const categoryLimit = 32
/** Beyond this many counts in memory they are written; a later count of the same place and category is then a row of its own. */
const mostHeld = 500_000

/** The counts of one publication. */
interface PublicationCounts {
  publication: OpenPublication
  all: Int32Array
  unplaced: Int32Array
  /** By `place * categoryLimit + category`. */
  byPlace: Map<number, number>
}

/** Counts on their way into the database. */
export interface TakenCounts {
  /** Rows of hexagon_count in binary. */
  hexagons: Buffer
  /** Rows of neighbourhood_count as text. */
  neighbourhoods: string[]
}

/**
 * Counts the rows of a load by publication, place and category while they pass, so that no table is read again to count them.
 * Readers of counts always sum, so several rows of one key (in a file of more than half a million counts) do no harm.
 */
export class LoadCounts {
  private readonly byPublication = new Map<number, PublicationCounts>()
  private held = 0

  /** @param place number of the place in the dictionary */
  add(publication: OpenPublication, place: number, isPlaced: boolean, categoryId: number): void {
    const counts = this.countsOf(publication)
    counts.all[categoryId] = (counts.all[categoryId] as number) + 1
    if (!isPlaced) {
      counts.unplaced[categoryId] = (counts.unplaced[categoryId] as number) + 1
      return
    }
    const key = place * categoryLimit + categoryId
    const count = counts.byPlace.get(key)
    if (count === undefined) this.held++
    counts.byPlace.set(key, (count ?? 0) + 1)
  }

  /** Whether so many are held that they are to be written. */
  get isFull(): boolean {
    return this.held > mostHeld
  }

  /** Rows and rows without a place of a publication. */
  totals(publication: OpenPublication): { rows: number; unplaced: number } {
    const { all, unplaced } = this.countsOf(publication)
    const sum = (list: Int32Array) => list.reduce((total, count) => total + count, 0)
    return { rows: sum(all), unplaced: sum(unplaced) }
  }

  /** Incidents of a publication by place number, of those not yet written. */
  placeWeights(publication: OpenPublication): Map<number, number> {
    const weights = new Map<number, number>()
    for (const [key, count] of this.countsOf(publication).byPlace) {
      const place = Math.floor(key / categoryLimit)
      weights.set(place, (weights.get(place) ?? 0) + count)
    }
    return weights
  }

  /**
   * Takes the held counts, by hexagon and by neighbourhood, ready to be written.
   * @param pointOf the map point of a place number
   */
  take(pointOf: (place: number) => KnownPoint): TakenCounts | undefined {
    if (this.held === 0) return undefined
    const hexagons = new BinaryRows(hexagonColumns, hexagonValueBytes, 4096)
    const neighbourhoods: string[] = []
    for (const { publication, byPlace } of this.byPublication.values()) {
      const placed = [...byPlace].map(([key, count]) => ({
        point: pointOf(Math.floor(key / categoryLimit)),
        category: key % categoryLimit,
        count,
      }))
      writeHexagons(hexagons, publication, placed)
      neighbourhoods.push(...neighbourhoodLines(publication, placed))
      byPlace.clear()
    }
    this.held = 0
    return { hexagons: hexagons.finished(), neighbourhoods }
  }

  /** Writes counts that were taken. */
  async write(handle: Handle, taken: TakenCounts): Promise<void> {
    await handle.copyIn(
      'hexagon_count (resolution, month, cell, hexagon, publication_id, count, category_counts)',
      'format binary',
      [taken.hexagons],
    )
    if (taken.neighbourhoods.length > 0) await this.addNeighbourhoodCounts(handle, taken.neighbourhoods)
  }

  /** Writes the counts by force; once, at the end. */
  async writeForceCounts(handle: Handle): Promise<void> {
    const lines: string[] = []
    for (const { publication, all, unplaced } of this.byPublication.values()) {
      for (const [category, count] of all.entries()) {
        if (count > 0)
          lines.push(
            `${publication.id}\t${publication.force.id}\t${publication.month}-01\t${category}\t${count}\t${unplaced[category]}\n`,
          )
      }
    }
    if (lines.length === 0) return
    await handle.copyIn(
      'force_count (publication_id, force_id, month, category_id, count, unplaced_count)',
      'format text',
      [Buffer.from(lines.join(''))],
    )
  }

  /** A neighbourhood's count has one row a key: one that was written before grows. */
  private async addNeighbourhoodCounts(handle: Handle, lines: string[]): Promise<void> {
    await handle.execute(`
      drop table if exists pg_temp.loaded_neighbourhood_count;
      create temp table loaded_neighbourhood_count (like neighbourhood_count) on commit drop`)
    await handle.copyIn('loaded_neighbourhood_count', 'format text', [Buffer.from(lines.join(''))])
    await handle.execute(`
      insert into neighbourhood_count as n (neighbourhood_id, month, category_id, publication_id, count)
      select neighbourhood_id, month, category_id, publication_id, count from loaded_neighbourhood_count
      on conflict (neighbourhood_id, month, category_id, publication_id) do update set count = n.count + excluded.count`)
  }

  private countsOf(publication: OpenPublication): PublicationCounts {
    let counts = this.byPublication.get(publication.id)
    if (!counts) {
      counts = {
        publication,
        all: new Int32Array(categoryLimit),
        unplaced: new Int32Array(categoryLimit),
        byPlace: new Map(),
      }
      this.byPublication.set(publication.id, counts)
    }
    return counts
  }
}

interface PlacedCount {
  point: KnownPoint
  category: number
  count: number
}

const hexagonColumns = 7
const hexagonValueBytes = 2 + 4 + 8 + 8 + 4 + 4

function writeHexagons(rows: BinaryRows, publication: OpenPublication, placed: PlacedCount[]): void {
  const days = daysFrom2000(publication.month)
  const byHexagon = new Map<Hexagon, Int32Array>()
  const countsOf = (hexagon: Hexagon) => {
    let counts = byHexagon.get(hexagon)
    if (!counts) {
      counts = new Int32Array(categoryLimit)
      byHexagon.set(hexagon, counts)
    }
    return counts
  }
  for (const { point, category, count } of placed) {
    const counts = countsOf(point.hexagon)
    counts[category] = (counts[category] as number) + count
  }
  // What is added while a Map is walked is walked too: so the counts of each resolution go into the next coarser one.
  for (const [{ parent }, counts] of byHexagon) {
    if (!parent) continue
    const sums = countsOf(parent)
    for (const [category, count] of counts.entries()) sums[category] = (sums[category] as number) + count
  }
  const inOrder = [...byHexagon].sort(([a], [b]) => a.resolution - b.resolution || a.cell - b.cell)
  for (const [hexagon, counts] of inOrder) {
    rows.row()
    rows.smallint(hexagon.resolution)
    rows.integer(days)
    rows.bigint(hexagon.cell)
    rows.wideBigint(hexagon.id)
    rows.integer(publication.id)
    rows.integer(counts.reduce((total, count) => total + count, 0))
    rows.integers(counts.subarray(1, 1 + counts.findLastIndex((count) => count > 0)))
  }
}

function neighbourhoodLines(publication: OpenPublication, placed: PlacedCount[]): string[] {
  const counts = new Map<number, number>()
  for (const { point, category, count } of placed) {
    if (point.neighbourhoodId === 0) continue
    const key = point.neighbourhoodId * categoryLimit + category
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return [...counts].map(
    ([key, count]) =>
      `${Math.floor(key / categoryLimit)}\t${publication.month}-01\t${key % categoryLimit}\t${publication.id}\t${count}\n`,
  )
}
