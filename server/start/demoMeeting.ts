import { sql } from 'kysely'
import { formatPostcode } from '../../shared/places/postcode.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import type { Handle } from '../database/database.ts'
import { makeChairLink } from '../live/chair.ts'
import { beginningOf } from '../meetings/agenda.ts'
import { meetingPath } from '../meetings/bodies.ts'
import { chairLinkPath } from '../meetings/chairLinks.ts'
import { addMeeting } from '../meetings/changes.ts'
import { isOver } from '../meetings/published.ts'
import { isPlanned, meetingsOf, type PlannedRow } from '../meetings/queries.ts'
import type { MeetingForm } from '../meetings/schemas.ts'
import { holdDemoMeeting } from './demoHeld.ts'
import { askInventedQuestions } from './demoQuestions.ts'

/** A meeting of the invented force that can be joined and chaired at once. */
export interface DemoMeeting {
  /** Full address of its page. */
  page: string
  joinCode: string
  /** Full address of a private link that chairs it. */
  chair: string
}

const title = 'Priorities meeting'
const quarterMs = 15 * 60_000
const lastsMs = 90 * 60_000
const dayMs = 86_400_000

/**
 * Sees to it that an earlier meeting was held, and that the first neighbourhood of the invented force has a meeting that is open, and makes a link to chair it. One that nobody
 * began is moved to now; one that was held stays as it is, and another is made.
 * @returns null where no invented force is loaded
 */
export async function demoMeeting(context: Context, publicUrl: string): Promise<DemoMeeting | null> {
  const place = await firstInvented(context.database)
  if (!place) return null
  const now = context.clock()
  await changePages(context, (handle) => holdDemoMeeting(handle, place, now))
  const id = (await openMeeting(context, place.id, now)) ?? (await makeMeeting(context, place, publicUrl, now))
  return context.database.transaction(async (handle) => {
    const expiresAt = new Date(now.getTime() + dayMs)
    const text = await makeChairLink(handle, { meeting: id, name: 'A. Resident', madeBy: null, expiresAt }, now)
    const { join_code } = await handle.kysely
      .selectFrom('meeting')
      .where('id', '=', id)
      .select('join_code')
      .executeTakeFirstOrThrow()
    return {
      page: publicUrl + meetingPath(id),
      joinCode: join_code,
      chair: publicUrl + chairLinkPath(id, text),
    }
  })
}

/** A meeting that can be joined now, moved to now where nobody began it; undefined when there is none. */
async function openMeeting(context: Context, neighbourhoodId: number, now: Date): Promise<number | undefined> {
  const ours = (await meetingsOf(context.database.kysely, neighbourhoodId))
    .filter(isPlanned)
    .filter((row) => row.title === title && !row.cancelled_at)
  const open = ours.find((row) => !isOver(row, now) && row.starts_at.getTime() < now.getTime() + dayMs)
  if (open) return open.id
  const unused = ours.findLast((row) => row.meeting.phase === 'planned' && isOver(row, now))
  if (unused) await changePages(context, (handle) => moveTo(handle, unused, soon(now), now))
  return unused?.id
}

async function moveTo(handle: Handle, { id }: PlannedRow, startsAt: Date, now: Date): Promise<void> {
  await sql`
    update event set starts_at = ${startsAt}, ends_at = ${new Date(startsAt.getTime() + lastsMs)},
      revision = revision + 1, updated_at = ${now}
    where id = ${id}`.execute(handle.kysely)
}

async function makeMeeting(context: Context, place: InventedPlace, publicUrl: string, now: Date): Promise<number> {
  return changePages(context, async (handle) => {
    const { items, settings } = await beginningOf(handle.kysely, 'usual')
    const priorities = `${publicUrl}/neighbourhoods/${place.force}/${place.code}/priorities`
    const beginning = {
      settings,
      items: items.map((item, index) => ({
        ...item,
        lead: index === 3 ? (place.sergeant ?? '') : '',
        documents: index === 2 ? [{ title: 'What was agreed, and what was done', url: priorities }] : [],
      })),
    }
    const id = await addMeeting(handle, place.id, particulars(place, now), beginning, now)
    await askInventedQuestions(handle, id, place.street ?? 'the main street', now)
    return id
  })
}

function particulars(place: InventedPlace, now: Date): MeetingForm {
  const startsAt = soon(now)
  return {
    title,
    description: 'Come to the hall, or follow it from home. Everybody who lives or works here is welcome.',
    place: place.hall ?? `${place.name} Community Hall`,
    address: place.address ?? '',
    postcode: place.postcode ? formatPostcode(place.postcode) : '',
    location: place.location,
    onlineUrl: `https://meet.${place.force}.example/priorities`,
    accessNotes: 'Step-free by the side door. Hearing loop in the front rows. Parking behind the hall.',
    attendance: 'hybrid',
    startsAt,
    endsAt: new Date(startsAt.getTime() + lastsMs),
  }
}

/** The next quarter of an hour. */
function soon(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + 1) / quarterMs) * quarterMs)
}

type InventedPlace = NonNullable<Awaited<ReturnType<typeof firstInvented>>>

/** The invented force's first neighbourhood, and where its meetings are. */
async function firstInvented({ kysely }: Handle) {
  const { rows } = await sql<{
    id: number
    name: string
    code: string
    force: string
    hall: string | null
    address: string | null
    street: string | null
    sergeant: string | null
    postcode: string | null
    location: { longitude: number; latitude: number } | null
  }>`
    select n.id, n.name, n.code, n.force_id as force, hall.place as hall, hall.address,
      (select s.name from search_entry s where s.kind = 'street' and s.neighbourhood_id = n.id
        order by s.weight desc, md5(s.name) limit 1) as street,
      (select m.rank || ' ' || m.name from team_member m where m.neighbourhood_id = n.id and m.rank = 'Sergeant'
        order by m.position limit 1) as sergeant,
      near.postcode, near.location
    from neighbourhood n join force f on f.id = n.force_id
      left join lateral (select place, address from event
        where neighbourhood_id = n.id and kind = 'meeting' order by starts_at desc limit 1) hall on true
      left join lateral (select p.postcode, jsonb_build_object('longitude', st_x(p.location), 'latitude', st_y(p.location)) as location
        from neighbourhood_outline o join postcode p on st_covers(o.outline, p.location)
        where o.neighbourhood_id = n.id order by p.location <-> st_centroid(o.outline) limit 1) near on true
    where f.is_invented order by f.id, n.code limit 1`.execute(kysely)
  return rows[0]
}
