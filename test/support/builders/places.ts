import { sql } from 'kysely'
import type { Database } from '../../../server/database/database.ts'
import { pointAt } from '../../../server/database/geo.ts'
import { foldName } from '../../../shared/search/foldName.ts'
import type { Place } from './crime.ts'

/** Stores a postcode; without a place it lies in the middle of `doggerBox`. */
export async function aPostcode(database: Database, postcode: string, at: Place = [2.3, 54.7]): Promise<void> {
  await sql`
    insert into postcode (postcode, location)
    values (${postcode.replace(/ /g, '')}, ${pointAt(...at)})`.execute(database.kysely)
}

interface SearchEntryGiven {
  kind?: 'neighbourhood' | 'place' | 'street'
  name: string
  detail?: string
  force?: string
  neighbourhoodId?: number
  at?: Place
}

/** Stores a name that the search box knows; without particulars a street that belongs nowhere. */
export async function aSearchEntry(database: Database, given: SearchEntryGiven): Promise<void> {
  await sql`
    insert into search_entry (kind, name, name_folded, detail, force_id, neighbourhood_id, location)
    values (${given.kind ?? 'street'}, ${given.name}, ${foldName(given.name)}, ${given.detail ?? ''},
      ${given.force ?? null}::text, ${given.neighbourhoodId ?? null}::integer,
      ${given.at ? pointAt(...given.at) : sql`null::geometry`})`.execute(database.kysely)
}

/** Says that a list of postcodes was loaded at an instant. */
export async function aPostcodeFile(database: Database, loadedAt: string): Promise<void> {
  await sql`
    insert into import_file (source, name, sha256, row_count, loaded_count, loaded_at)
    values ('postcodes', 'codepo_gb.zip', 'postcodes', 1, 1, ${loadedAt}::timestamptz)`.execute(database.kysely)
}
