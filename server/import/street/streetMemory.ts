import { sql } from 'kysely'
import type { Database, Handle } from '../../database/database.ts'
import { withoutEntities } from '../text.ts'
import type { Seen } from './crimeBatch.ts'
import { Dictionary } from './dictionary.ts'
import type { StreetLayout } from './layout.ts'
import { type KnownPoint, knownPoints, type PointKey, type PointsByKey } from './mapPoints.ts'
import { type Area, type Place, parseArea, parseGridPlace, parseKind, parsePlace } from './parts.ts'

/** A kind of incident as crimes are written: numbers, and the outcome's name until it has one. */
export interface KnownKind {
  categoryId: number
  /** The crime type as spelt, when it is an old name of its category. */
  oldName: string | undefined
  outcome: string | undefined
  context: string | undefined
}

const noKind: KnownKind = { categoryId: 0, oldName: undefined, outcome: undefined, context: undefined }

/** What files of one layout have said so far in a run, with the ids that the database gave for it. */
export class StreetMemory {
  readonly places: Dictionary<Place>
  readonly areas = new Dictionary<Area>(parseArea, undefined)
  readonly kinds: Dictionary<KnownKind>
  /** Ids by number; 0 where there is none. */
  readonly areaIds: number[] = []
  readonly outcomeIds: number[] = []
  /** By place number; undefined where there is no place. */
  readonly points: (KnownPoint | undefined)[] = []
  /** Longitude and latitude in degrees by place number; undefined where there is no place. */
  readonly positions: ([number, number] | undefined)[] = []
  private outcomes: Map<string, number> | undefined

  private constructor(layout: StreetLayout, categories: Categories) {
    this.places = new Dictionary(layout.nationalGrid ? parseGridPlace : parsePlace, undefined)
    this.kinds = new Dictionary((raw) => {
      const part = parseKind(raw, layout.outcome)
      if ('problem' in part) return part
      const { crimeType, outcome, context } = part.value
      const category = categories.get(crimeType.toLowerCase())
      if (!category) return { problem: `the crime type “${crimeType.slice(0, 60)}” is not known` }
      const oldName = crimeType.toLowerCase() === category.name.toLowerCase() ? undefined : crimeType
      return { value: { categoryId: category.id, oldName, outcome, context } }
    }, noKind)
  }

  /** Reads which categories the database knows. */
  static async begin(database: Database, layout: StreetLayout): Promise<StreetMemory> {
    const categories = await database.kysely
      .selectFrom('category_name as n')
      .innerJoin('category as c', 'c.id', 'n.category_id')
      .select(['n.name_folded', 'c.id', 'c.name'])
      .execute()
    return new StreetMemory(layout, new Map(categories.map(({ name_folded, id, name }) => [name_folded, { id, name }])))
  }

  get isFull(): boolean {
    return this.places.isFull || this.areas.isFull || this.kinds.isFull
  }

  /** How much has been seen so far. */
  seen(): Seen {
    return { places: this.places.size, areas: this.areas.size, kinds: this.kinds.size }
  }

  /** Forgets every id, because the transaction that gave some of them was rolled back; they are got again when next needed. */
  forgetIds(): void {
    this.points.length = 0
    this.positions.length = 0
    this.areaIds.length = 0
    this.outcomeIds.length = 0
    this.outcomes = undefined
  }

  /**
   * Gets ids for everything that a batch may name and has none yet. What is read ahead of it is left: it may be of another file.
   * @param unseen map points that the database may not show yet
   * @returns the map points that were new to the database
   */
  async resolve(handle: Handle, seen: Seen, unseen: PointsByKey): Promise<PointsByKey> {
    await this.resolveAreas(handle, seen.areas)
    await this.resolveOutcomes(handle, seen.kinds)
    return this.resolvePlaces(handle, seen.places, unseen)
  }

  private async resolvePlaces(handle: Handle, end: number, unseen: PointsByKey): Promise<PointsByKey> {
    const first = this.points.length
    const places = this.places.values.slice(first, end)
    const degrees = await toDegrees(handle, places)
    const keys: PointKey[] = []
    for (const [index, place] of places.entries()) {
      const position = degrees[index]
      this.positions.push(position)
      if (!place || !position) continue
      keys.push({
        longitudeMicrodegrees: Math.round(position[0] * 1e6),
        latitudeMicrodegrees: Math.round(position[1] * 1e6),
        street: withoutEntities(place.street),
      })
    }
    const { points, added } = await knownPoints(handle, keys, unseen)
    let next = 0
    for (const position of degrees) this.points.push(position ? points[next++] : undefined)
    return added
  }

  private async resolveAreas(handle: Handle, end: number): Promise<void> {
    const first = this.areaIds.length
    const areas = this.areas.values.slice(first, end)
    const wanted = areas.filter((area) => area !== undefined)
    const idByCode = new Map<string, number>()
    if (wanted.length > 0) {
      const codes = wanted.map((area) => area.code)
      await sql`
        insert into lsoa (code, name)
        select distinct on (code) code, name from unnest(${codes}::text[], ${wanted.map((area) => area.name)}::text[]) as w (code, name)
        on conflict do nothing`.execute(handle.kysely)
      const held = await handle.kysely
        .selectFrom('lsoa')
        .select(['id', 'code'])
        .where(sql<boolean>`code = any(${codes}::text[])`)
        .execute()
      for (const row of held) idByCode.set(row.code, row.id)
    }
    for (const area of areas) this.areaIds.push(area ? (idByCode.get(area.code) ?? 0) : 0)
  }

  private async resolveOutcomes(handle: Handle, end: number): Promise<void> {
    this.outcomes ??= await readOutcomes(handle)
    for (const kind of this.kinds.values.slice(this.outcomeIds.length, end)) {
      const name = kind.outcome
      const folded = name?.toLowerCase() ?? ''
      if (name && !this.outcomes.has(folded)) {
        const added = await handle.kysely
          .insertInto('outcome_category')
          .values({ code: folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), name })
          .returning('id')
          .executeTakeFirstOrThrow()
        this.outcomes.set(folded, added.id)
      }
      this.outcomeIds.push(name ? (this.outcomes.get(folded) ?? 0) : 0)
    }
  }
}

async function readOutcomes(handle: Handle): Promise<Map<string, number>> {
  const rows = await handle.kysely.selectFrom('outcome_category').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}

type Categories = Map<string, { id: number; name: string }>

/** Longitude and latitude of places; those on the National Grid are turned by PostGIS, all in one statement. */
async function toDegrees(handle: Handle, places: Place[]): Promise<([number, number] | undefined)[]> {
  const positions: ([number, number] | undefined)[] = []
  const onGrid: { index: number; easting: number; northing: number }[] = []
  for (const [index, place] of places.entries()) {
    if (place && 'easting' in place) onGrid.push({ index, easting: place.easting, northing: place.northing })
    positions.push(
      place && 'longitudeMicrodegrees' in place
        ? [place.longitudeMicrodegrees / 1e6, place.latitudeMicrodegrees / 1e6]
        : undefined,
    )
  }
  if (onGrid.length === 0) return positions
  const { rows } = await sql<{ index: number; longitude: number; latitude: number }>`
    select index, st_x(point) as longitude, st_y(point) as latitude
    from (
      select index, st_transform(st_setsrid(st_makepoint(easting, northing), 27700), 4326) as point
      from unnest(${onGrid.map((place) => place.index)}::integer[], ${onGrid.map((place) => place.easting)}::float8[],
        ${onGrid.map((place) => place.northing)}::float8[]) as p (index, easting, northing)
    ) t`.execute(handle.kysely)
  for (const { index, longitude, latitude } of rows) positions[index] = [longitude, latitude]
  return positions
}
