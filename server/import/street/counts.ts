import { sql } from 'kysely'
import type { Handle } from '../../database/database.ts'

/** Categories are numbered below this, so that a place and a category make one number. */
const categoryLimit = 32
/** Beyond this many counts in memory they are put aside in the database. */
const mostHeld = 500_000

/** Incidents of one publication by category. */
interface CategoryCounts {
  all: number[]
  unplaced: number[]
}

/** Counts the rows of a load by publication, place and category while they pass, so that no table of crimes is read again. */
export class LoadCounts {
  private readonly byCategory = new Map<number, CategoryCounts>()
  private readonly byPlace = new Map<number, Map<number, number>>()
  private held = 0

  /** @param place number of the place in the dictionary; its id is asked for when counts are written */
  add(publicationId: number, place: number, isPlaced: boolean, categoryId: number): void {
    let counts = this.byCategory.get(publicationId)
    if (!counts) {
      counts = { all: new Array(categoryLimit).fill(0), unplaced: new Array(categoryLimit).fill(0) }
      this.byCategory.set(publicationId, counts)
      this.byPlace.set(publicationId, new Map())
    }
    counts.all[categoryId] = (counts.all[categoryId] ?? 0) + 1
    if (!isPlaced) {
      counts.unplaced[categoryId] = (counts.unplaced[categoryId] ?? 0) + 1
      return
    }
    const places = this.byPlace.get(publicationId) as Map<number, number>
    const key = place * categoryLimit + categoryId
    const count = places.get(key)
    if (count === undefined) this.held++
    places.set(key, (count ?? 0) + 1)
  }

  /** Whether so many are held that `putAside` is due. */
  get isFull(): boolean {
    return this.held > mostHeld
  }

  /** Rows and rows without a place of a publication. */
  totals(publicationId: number): { rows: number; unplaced: number } {
    const counts = this.byCategory.get(publicationId)
    const sum = (list: number[] = []) => list.reduce((total, count) => total + count, 0)
    return { rows: sum(counts?.all), unplaced: sum(counts?.unplaced) }
  }

  /** Incidents of a publication by place number, of those not yet put aside. */
  placeWeights(publicationId: number): Map<number, number> {
    const weights = new Map<number, number>()
    for (const [key, count] of this.byPlace.get(publicationId) ?? []) {
      const place = Math.floor(key / categoryLimit)
      weights.set(place, (weights.get(place) ?? 0) + count)
    }
    return weights
  }

  /** Writes the held counts by place to a temporary table. */
  async putAside(handle: Handle, mapPointId: (place: number) => number): Promise<void> {
    await handle.execute(`create temp table if not exists loaded_count
      (publication_id integer, map_point_id integer, category_id smallint, count integer) on commit drop`)
    const lines: string[] = []
    for (const [publicationId, places] of this.byPlace) {
      for (const [key, count] of places) {
        const place = Math.floor(key / categoryLimit)
        lines.push(`${publicationId}\t${mapPointId(place)}\t${key % categoryLimit}\t${count}\n`)
      }
      places.clear()
    }
    this.held = 0
    await handle.copyIn('loaded_count', 'format text', [Buffer.from(lines.join(''))])
  }

  /** Writes every count table from what was put aside. The publications must be there. */
  async write(handle: Handle): Promise<void> {
    await this.writeForceCounts(handle)
    await handle.execute('analyze loaded_count')
    await sql`
      insert into point_count (month, cell, map_point_id, category_id, publication_id, count)
      select b.month, p.cell, c.map_point_id, c.category_id, c.publication_id, sum(c.count)
      from loaded_count c
      join publication b on b.id = c.publication_id
      join map_point p on p.id = c.map_point_id
      group by b.month, p.cell, c.map_point_id, c.category_id, c.publication_id
      order by b.month, p.cell`.execute(handle.kysely)
    await sql`
      insert into hexagon_count (resolution, month, cell, hexagon, category_id, publication_id, count)
      select h.resolution, b.month, h.cell, h.hexagon, s.category_id, s.publication_id, s.count
      from (
        select c.publication_id, hexagon_parent(p.hexagon, r) as hexagon, c.category_id, sum(c.count) as count
        from loaded_count c
        join map_point p on p.id = c.map_point_id
        cross join generate_series(5, 8) r
        group by 1, 2, 3
      ) s
      join publication b on b.id = s.publication_id
      join hexagon h on h.hexagon = s.hexagon
      order by h.resolution, b.month, h.cell`.execute(handle.kysely)
    await sql`
      insert into neighbourhood_count (neighbourhood_id, month, category_id, publication_id, count)
      select p.neighbourhood_id, b.month, c.category_id, c.publication_id, sum(c.count)
      from loaded_count c
      join publication b on b.id = c.publication_id
      join map_point p on p.id = c.map_point_id
      where p.neighbourhood_id is not null
      group by p.neighbourhood_id, b.month, c.category_id, c.publication_id`.execute(handle.kysely)
    await handle.execute('drop table loaded_count')
  }

  private async writeForceCounts(handle: Handle): Promise<void> {
    const lines: string[] = []
    for (const [publicationId, counts] of this.byCategory) {
      for (const [categoryId, count] of counts.all.entries()) {
        if (count > 0) lines.push(`${publicationId}\t${categoryId}\t${count}\t${counts.unplaced[categoryId]}\n`)
      }
    }
    await handle.execute(`create temp table loaded_force_count
      (publication_id integer, category_id smallint, count integer, unplaced integer) on commit drop`)
    await handle.copyIn('loaded_force_count', 'format text', [Buffer.from(lines.join(''))])
    await sql`
      insert into force_count (publication_id, force_id, month, category_id, count, unplaced_count)
      select c.publication_id, b.force_id, b.month, c.category_id, c.count, c.unplaced
      from loaded_force_count c join publication b on b.id = c.publication_id`.execute(handle.kysely)
    await handle.execute('drop table loaded_force_count')
  }
}
