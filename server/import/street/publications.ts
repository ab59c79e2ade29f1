import { sql } from 'kysely'
import type { KnownForce } from '../../../shared/forces.ts'
import type { Handle } from '../../database/database.ts'
import { countedResolutions } from './hexagons.ts'

/** A force's month that is being written anew. */
export interface OpenPublication {
  id: number
  force: KnownForce
  /** YYYY-MM. */
  month: string
  /** Rows of the publication that this one takes the place of; undefined when there was none. */
  replacedRows: number | undefined
  /** Whether the force had not been here before. */
  isNewForce: boolean
}

/** Adds a force that crimes name. @returns whether it was not there yet */
export async function ensureForce(handle: Handle, force: KnownForce): Promise<boolean> {
  const added = await handle.kysely
    .insertInto('force')
    .values({ id: force.id, name: force.name, area_code: force.areaCode ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** Takes away what was published for a force's month, with everything counted from it, and begins it anew, with no rows yet. */
export async function replacePublication(
  handle: Handle,
  force: KnownForce,
  month: string,
  importFileId: number,
): Promise<OpenPublication> {
  const isNewForce = await ensureForce(handle, force)
  const firstDay = `${month}-01`
  const old = await handle.kysely
    .deleteFrom('publication')
    .where('force_id', '=', force.id)
    .where('month', '=', firstDay)
    .where('dataset', '=', 'street')
    .returning(['id', 'row_count'])
    .executeTakeFirst()
  if (old) await deleteRows(handle, old.id, firstDay)
  const { id } = await handle.kysely
    .insertInto('publication')
    .values({
      force_id: force.id,
      month: firstDay,
      dataset: 'street',
      row_count: 0,
      placed_count: 0,
      import_file_id: importFileId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, force, month, replacedRows: old?.row_count, isNewForce }
}

/** The month comes first in the indexes of the large tables: its rows are looked through, and none of another month. */
async function deleteRows(handle: Handle, publicationId: number, firstDay: string): Promise<void> {
  await sql`
    delete from hexagon_count
    where resolution = any(${countedResolutions}::smallint[]) and month = ${firstDay} and publication_id = ${publicationId}
  `.execute(handle.kysely)
  for (const table of ['crime', 'force_count', 'neighbourhood_count'] as const)
    await sql`
      delete from ${sql.table(table)} where month = ${firstDay} and publication_id = ${publicationId}
    `.execute(handle.kysely)
}
