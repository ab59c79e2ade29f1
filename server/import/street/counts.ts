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
      const byHexagon = new CategoryCounts<Hexagon>()
      const byNeighbourhood = new CategoryCounts<number>()
      for (const [key, count] of byPlace) {
        const point = pointOf(Math.floor(key / categoryLimit))
        const category = key % categoryLimit
        byHexagon.add(point.hexagon, category, count)
        if (point.neighbourhoodId !== 0) byNeighbourhood.add(point.neighbourhoodId, category, count)
      }
      writeHexagons(hexagons, publication, byHexagon)
      neighbourhoods.push(...neighbourhoodLines(publication, byNeighbourhood))
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

/** Counts by some key and by category, side by side in one array. */
class CategoryCounts<Key> {
  private readonly places = new Map<Key, number>()
  private counts = new Int32Array(64 * categoryLimit)

  add(key: Key, category: number, count: number): void {
    const at = this.placeOf(key) + category
    this.counts[at] = (this.counts[at] as number) + count
  }

  /** Adds all counts of one key to another's. */
  addAll(from: Key, to: Key): void {
    const [source, target] = [this.placeOf(from), this.placeOf(to)]
    const { counts } = this
    for (let category = 0; category < categoryLimit; category++)
      counts[target + category] = (counts[target + category] as number) + (counts[source + category] as number)
  }

  /** The keys; what is added while they are walked is walked too. */
  keys(): MapIterator<Key> {
    return this.places.keys()
  }

  /** A key's counts by category. */
  of(key: Key): Int32Array {
    const at = this.placeOf(key)
    return this.counts.subarray(at, at + categoryLimit)
  }

  private placeOf(key: Key): number {
    let place = this.places.get(key)
    if (place === undefined) {
      place = this.places.size * categoryLimit
      this.places.set(key, place)
      if (place === this.counts.length) {
        const larger = new Int32Array(2 * place)
        larger.set(this.counts)
        this.counts = larger
      }
    }
    return place
  }
}

const hexagonColumns = 7
const hexagonValueBytes = 2 + 4 + 8 + 8 + 4 + 4

/** @param byHexagon of the finest counted resolution; the coarser ones are added to it */
function writeHexagons(rows: BinaryRows, publication: OpenPublication, byHexagon: CategoryCounts<Hexagon>): void {
  const days = daysFrom2000(publication.month)
  for (const hexagon of byHexagon.keys()) if (hexagon.parent) byHexagon.addAll(hexagon, hexagon.parent)
  const inOrder = [...byHexagon.keys()].sort((a, b) => a.resolution - b.resolution || a.cell - b.cell)
  for (const hexagon of inOrder) {
    const counts = byHexagon.of(hexagon)
    let total = 0
    let last = 0
    for (let category = 1; category < categoryLimit; category++) {
      const count = counts[category] as number
      total += count
      if (count > 0) last = category
    }
    rows.row()
    rows.smallint(hexagon.resolution)
    rows.integer(days)
    rows.bigint(hexagon.cell)
    rows.wideBigint(hexagon.id)
    rows.integer(publication.id)
    rows.integer(total)
    rows.integers(counts.subarray(1, 1 + last))
  }
}

function neighbourhoodLines(publication: OpenPublication, byNeighbourhood: CategoryCounts<number>): string[] {
  const lines: string[] = []
  for (const neighbourhood of byNeighbourhood.keys())
    for (const [category, count] of byNeighbourhood.of(neighbourhood).entries())
      if (count > 0) lines.push(`${neighbourhood}\t${publication.month}-01\t${category}\t${publication.id}\t${count}\n`)
  return lines
}
