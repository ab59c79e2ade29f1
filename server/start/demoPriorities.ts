import { sql } from 'kysely'
import { londonDay, londonInstant } from '../../shared/time/london.ts'
import type { Database, Handle } from '../database/database.ts'
import { movePageVersion } from '../database/dataVersion.ts'
import { addAction, addEvent, addPriority, closePriority } from '../priorities/changes.ts'

type Inventions = ReturnType<typeof import('../../data/synthetic/priorities.ts').inventPriorities>

/** Publishes invented priorities, actions and dates for every neighbourhood of the invented force, once, dated from `now`. */
export async function loadDemoPriorities(database: Database, now: Date): Promise<void> {
  const { inventPriorities } = await import('../../data/synthetic/priorities.ts')
  const { DEMO_SEED } = await import('../../data/synthetic/index.ts')
  await database.transaction(async (handle) => {
    const isThere = await handle.kysely.selectFrom('priority').select('id').limit(1).executeTakeFirst()
    if (isThere) return
    for (const [index, place] of (await inventedPlaces(handle)).entries()) {
      const invented = inventPriorities({ ...place, byTheHarbour: index < 2 }, londonDay(now), DEMO_SEED)
      await publish(handle, place.id, invented, now)
    }
    await movePageVersion(handle)
  })
}

async function inventedPlaces(handle: Handle) {
  const { rows } = await sql<{
    id: number
    name: string
    streets: string[]
    sergeant: string | null
    station: string | null
  }>`
    select n.id, n.name,
      array(select s.name from search_entry s where s.kind = 'street' and s.neighbourhood_id = n.id
        order by s.weight desc, md5(s.name) limit 8) as streets,
      (select m.rank || ' ' || m.name from team_member m where m.neighbourhood_id = n.id and m.rank = 'Sergeant'
        order by m.position limit 1) as sergeant,
      (select s.address from station s where s.neighbourhood_id = n.id order by s.position limit 1) as station
    from neighbourhood n join force f on f.id = n.force_id where f.is_invented order by n.code`.execute(handle.kysely)
  return rows
}

async function publish(handle: Handle, neighbourhoodId: number, { priorities, events }: Inventions, now: Date) {
  for (const { actions, closedOn, outcome, ...priority } of priorities) {
    const id = await addPriority(handle, neighbourhoodId, priority, noon(priority.agreedOn))
    if (closedOn) await closePriority(handle, { id, revision: 1 }, { closedOn, outcome }, noon(closedOn))
    for (const action of actions)
      await addAction(handle, id, { ...action, owner: '' }, noon(action.doneOn ?? priority.agreedOn))
  }
  for (const { day, starts, ends, ...event } of events) {
    const startsAt = londonInstant(day, starts)
    const endsAt = londonInstant(day, ends)
    if (startsAt && endsAt)
      await addEvent(handle, neighbourhoodId, { ...event, onlineUrl: '', startsAt, endsAt }, weeksBefore(startsAt, now))
  }
}

/** When something of a day was published. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** Dates are announced eight weeks ahead; none is announced later than now. */
function weeksBefore(startsAt: Date, now: Date): Date {
  return new Date(Math.min(startsAt.getTime() - 56 * 86_400_000, now.getTime()))
}
