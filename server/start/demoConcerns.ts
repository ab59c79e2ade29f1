import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { londonDay } from '../../shared/time/london.ts'
import { newSecretText } from '../accounts/secrets.ts'
import { countBackings } from '../concerns/backConcern.ts'
import { middlePoint } from '../concerns/pointQueries.ts'
import type { Database, Handle } from '../database/database.ts'
import { movePageVersion } from '../database/dataVersion.ts'

type Invented = ReturnType<typeof import('../../data/synthetic/concerns.ts').inventConcerns>[number]

/** Puts invented concerns forward in every neighbourhood of the invented force, once, dated from `now`. Call it after its priorities are there. */
export async function loadDemoConcerns(database: Database, now: Date): Promise<void> {
  const { inventConcerns } = await import('../../data/synthetic/concerns.ts')
  const { DEMO_SEED } = await import('../../data/synthetic/index.ts')
  await database.transaction(async (handle) => {
    const isThere = await handle.kysely.selectFrom('concern').select('id').limit(1).executeTakeFirst()
    if (isThere) return
    for (const place of await inventedPlaces(handle))
      for (const concern of inventConcerns(place, londonDay(now), DEMO_SEED)) await add(handle, place, concern)
    await movePageVersion(handle)
  })
}

interface InventedPlace {
  id: number
  name: string
  streets: string[]
  isSparse: boolean
  priority: number | null
}

async function inventedPlaces(handle: Handle): Promise<InventedPlace[]> {
  const { rows } = await sql<InventedPlace>`
    select n.id, n.name,
      array(select s.name from search_entry s where s.kind = 'street' and s.neighbourhood_id = n.id
        order by s.weight desc, md5(s.name) limit 8) as streets,
      not exists (select from team_member m where m.neighbourhood_id = n.id) as "isSparse",
      (select min(p.id) from priority p where p.neighbourhood_id = n.id and p.closed_on is null) as priority
    from neighbourhood n join force f on f.id = n.force_id where f.is_invented order by n.code`.execute(handle.kysely)
  return rows
}

async function add(handle: Handle, place: InventedPlace, concern: Invented): Promise<void> {
  const { street, putForwardOn, shownOn, devices } = concern
  const point = street === null ? undefined : await middlePoint(handle.kysely, place.id, [`On or near ${street}`])
  const since = noon(shownOn ?? putForwardOn)
  const takenUp = concern.isTakenUp ? place.priority : null
  const { id } = await handle.kysely
    .insertInto('concern')
    .values({
      neighbourhood_id: place.id,
      state: shownOn ? 'shown' : 'waiting',
      topic: concern.topic,
      language: 'en',
      words: concern.words,
      map_point_id: point ?? null,
      link_hash: createHash('sha256').update(newSecretText()).digest(), // nobody holds its link
      received_at: noon(putForwardOn),
      shown_at: shownOn === null ? null : since,
      state_since: since,
      priority_id: takenUp,
      taken_up_at: takenUp === null ? null : since,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into concern_backing (concern_id, device_hash)
    select ${id}::integer, decode(md5(${`device ${id} `} || n), 'hex') from generate_series(1, ${devices}::integer) n`.execute(
    handle.kysely,
  )
  await countBackings(handle, id)
}

/** When something of a day happened. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
