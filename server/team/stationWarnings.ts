import { sql } from 'kysely'
import type { Station } from '../../shared/team/teamPage.ts'
import type { ManagedNeighbourhood } from '../accounts/queries.ts'
import type { Database } from '../database/database.ts'
import { pointAt } from '../database/geo.ts'
import { placeOfPostcode } from './places.ts'

/** How far outside its neighbourhood a station may stand before somebody is asked to look again. */
const farMetres = 10_000

/** What is odd about where stations stand, a sentence each, by their ids. None of it is refused: a station can stand anywhere. */
export async function stationWarnings(
  reader: Database['kysely'],
  neighbourhood: Pick<ManagedNeighbourhood, 'id' | 'name'>,
  stations: readonly Station[],
): Promise<Map<number, string>> {
  const warnings = new Map<number, string>()
  for (const station of stations.filter(({ removed }) => !removed)) {
    const warning = await warningOf(reader, neighbourhood, station)
    if (warning) warnings.set(station.id, warning)
  }
  return warnings
}

async function warningOf(
  reader: Database['kysely'],
  { id, name }: Pick<ManagedNeighbourhood, 'id' | 'name'>,
  { postcode, place }: Station,
): Promise<string | null> {
  if (place) {
    const metres = await metresOutside(reader, id, place)
    if (metres === null || metres <= farMetres) return null
    return `It stands ${Math.round(metres / 1000)} km outside the outline of ${name}. If that is wrong, mend its postcode, or its longitude and latitude.`
  }
  if (postcode === '') return null
  if (await placeOfPostcode(reader, postcode))
    return 'It is not on the map. Open it and save it: its postcode places it.'
  return `It is not on the map, since this service does not know the postcode ${postcode}. Check it, or enter longitude and latitude.`
}

/** How far a point lies from the outline of a neighbourhood; 0 inside, null where no outline is held. */
async function metresOutside(
  reader: Database['kysely'],
  neighbourhoodId: number,
  { longitude, latitude }: NonNullable<Station['place']>,
): Promise<number | null> {
  const { rows } = await sql<{ metres: number }>`
    select st_distance(outline::geography, ${pointAt(longitude, latitude)}::geography) as metres
    from neighbourhood_outline where neighbourhood_id = ${neighbourhoodId}`.execute(reader)
  return rows[0]?.metres ?? null
}
