import { latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import type { Database } from '../../../server/database/database.ts'
import { moveDataVersion } from '../../../server/database/dataVersion.ts'
import type { OutlineSource } from '../../../server/database/tables.ts'
import type { CategorySlug } from '../../../shared/categories.ts'
import { mortonCell, worldPixel } from '../../../shared/geography/mercator.ts'
import { firstDay, type Month } from '../../../shared/month.ts'

/** A place in degrees: longitude, latitude. */
export type Place = readonly [number, number]

interface ForceGiven {
  id?: string
  name?: string
  invented?: boolean
  url?: string
  telephone?: string
}

/** Stores a force; without particulars "Dogger Constabulary", invented. */
export async function aForce(database: Database, given: ForceGiven = {}): Promise<string> {
  const id = given.id ?? 'dogger'
  await database.kysely
    .insertInto('force')
    .values({
      id,
      name: given.name ?? 'Dogger Constabulary',
      is_invented: given.invented ?? true,
      url: given.url ?? null,
      telephone: given.telephone ?? null,
    })
    .execute()
  return id
}

interface NeighbourhoodGiven {
  force?: string
  code?: string
  name?: string
  nameWelsh?: string
  description?: string
  url?: string
  contacts?: Record<string, string>
  residents?: number
  /** West, south, east and north of a rectangle in degrees; undefined leaves the neighbourhood without an outline. */
  box?: readonly [number, number, number, number] | undefined
  source?: OutlineSource
  areaNames?: string[]
}

/** The rectangle of a neighbourhood that has none given: 0.04 by 0.02 degrees on the Dogger Bank. */
export const doggerBox = [2.28, 54.69, 2.32, 54.71] as const

/** Stores a neighbourhood with a rectangular outline and gives its id. */
export async function aNeighbourhood(database: Database, given: NeighbourhoodGiven = {}): Promise<number> {
  const { id } = await database.kysely
    .insertInto('neighbourhood')
    .values({
      force_id: given.force ?? 'dogger',
      code: given.code ?? 'SP1',
      name: given.name ?? 'Silver Pit',
      name_cy: given.nameWelsh ?? null,
      description: given.description ?? null,
      url_force: given.url ?? null,
      contact_details: JSON.stringify(given.contacts ?? {}),
      residents: given.residents ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const box = 'box' in given ? given.box : doggerBox
  if (!box) return id
  const [west, south, east, north] = box
  await sql`
    insert into neighbourhood_outline (neighbourhood_id, outline, source, area_names)
    values (${id}, st_multi(st_makeenvelope(${west}::double precision, ${south}::double precision,
      ${east}::double precision, ${north}::double precision, 4326)),
      ${given.source ?? 'police'}, ${sql.val(`{${(given.areaNames ?? []).map((name) => JSON.stringify(name)).join(',')}}`)}::text[])
  `.execute(database.kysely)
  return id
}

/** Incidents of one category at one map point; without `at` they have no place. */
export interface IncidentsGiven {
  at?: Place
  street?: string
  category?: CategorySlug
  count?: number
}

/**
 * Stores what a force published for a month: every incident, and the counts that pages and tiles read. Points are put in
 * the neighbourhood whose outline holds them. The data version moves.
 */
export async function aPublication(
  database: Database,
  given: { force?: string; month: Month; incidents?: IncidentsGiven[]; publishedAt?: string },
): Promise<void> {
  const force = given.force ?? 'dogger'
  const incidents = (given.incidents ?? []).map((one) => ({ category: 'burglary' as const, count: 1, ...one }))
  const total = (list: typeof incidents) => list.reduce((sum, one) => sum + one.count, 0)
  await database.transaction(async (handle) => {
    const { kysely } = handle
    const file = await kysely
      .insertInto('import_file')
      .values({
        source: 'street',
        name: `${given.month}-${force}-street.csv`,
        sha256: `${force} ${given.month}`,
        row_count: total(incidents),
        loaded_count: total(incidents),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const publication = await kysely
      .insertInto('publication')
      .values({
        force_id: force,
        month: firstDay(given.month),
        dataset: 'street',
        row_count: total(incidents),
        placed_count: total(incidents.filter((one) => one.at)),
        import_file_id: file.id,
        ...(given.publishedAt ? { published_at: new Date(given.publishedAt) } : {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const one of incidents) {
      const point = one.at ? await mapPoint(handle, one.at, one.street ?? 'On or near Outer Row') : null
      await sql`
        insert into crime (publication_id, month, category_id, map_point_id, cell)
        select ${publication.id}::integer, ${firstDay(given.month)}::date, category.id, map_point.id, map_point.cell
        from category left join map_point on map_point.id = ${point}::integer
        cross join generate_series(1, ${one.count}::integer) where slug = ${one.category}`.execute(kysely)
    }
    await countAgain(handle, publication.id, force)
    await moveDataVersion(handle)
  })
}

type Handle = Parameters<Parameters<Database['transaction']>[0]>[0]

async function mapPoint({ kysely }: Handle, [longitude, latitude]: Place, street: string): Promise<number> {
  const { x, y } = worldPixel(longitude, latitude)
  const hexagon = BigInt.asIntN(64, BigInt(`0x${latLngToCell(latitude, longitude, 9)}`)).toString()
  const { rows } = await sql<{ id: number }>`
    insert into map_point (longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon,
      neighbourhood_id)
    values (${Math.round(longitude * 1e6)}, ${Math.round(latitude * 1e6)}, ${street}, ${x}, ${y}, ${mortonCell(x, y)},
      ${hexagon}::bigint,
      (select neighbourhood_id from neighbourhood_outline
       where st_covers(outline, st_setsrid(st_makepoint(${longitude}::double precision, ${latitude}::double precision), 4326))
       order by st_area(outline) limit 1))
    on conflict (cell, street_name, longitude_microdegrees, latitude_microdegrees)
      do update set neighbourhood_id = excluded.neighbourhood_id
    returning id`.execute(kysely)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('A map point was not stored')
  return id
}

/** Writes the counts of a publication from its incidents, hexagons apart. */
async function countAgain({ kysely }: Handle, publication: number, force: string): Promise<void> {
  await sql`
    insert into force_count (publication_id, force_id, month, category_id, count, unplaced_count)
    select publication_id, ${force}, month, category_id, count(*), count(*) filter (where map_point_id is null)
    from crime where publication_id = ${publication} group by publication_id, month, category_id`.execute(kysely)
  await sql`
    insert into neighbourhood_count (neighbourhood_id, month, category_id, publication_id, count)
    select map_point.neighbourhood_id, crime.month, category_id, publication_id, count(*)
    from crime join map_point on map_point.id = map_point_id
    where publication_id = ${publication} and map_point.neighbourhood_id is not null
    group by 1, 2, 3, 4`.execute(kysely)
}
