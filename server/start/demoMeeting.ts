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
import { isPlanned, meetingsOf, type PlannedRow, plannedMeeting } from '../meetings/queries.ts'
import type { MeetingForm } from '../meetings/schemas.ts'
import { dateToHold, holdDemoMeeting } from './demoHeld.ts'
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

/** Whoever chairs by the link that a start prints. */
const chairName = 'A. Resident'

/**
 * Sees to it that an earlier meeting was held, and that the first neighbourhood of the invented force has a meeting that is open, and makes a link
 * to chair it, which takes the place of the last start's. One that nobody began is moved to now; one that was held stays as it is, and another is
 * made. A start that finds all of it there reads three times and writes the link.
 * @returns null where no invented force is loaded
 */
export async function demoMeeting(context: Context, publicUrl: string): Promise<DemoMeeting | null> {
  const place = await firstInvented(context.database)
  if (!place) return null
  const now = context.clock()
  const due = await dateToHold(context.database, place, now)
  if (due)
    await changePages(context, async (handle) => holdDemoMeeting(handle, due, await particularsOf(handle, place)))
  const { id, joinCode } =
    (await openMeeting(context, place, now)) ?? (await makeMeeting(context, place, publicUrl, now))
  const text = await context.database.transaction((handle) => newChairLink(handle, id, now))
  return { page: publicUrl + meetingPath(id), joinCode, chair: publicUrl + chairLinkPath(id, text) }
}

/** A link of this start; the earlier ones, which nobody can read any more, end, so that the list of chairs does not grow. */
async function newChairLink(handle: Handle, meeting: number, now: Date): Promise<string> {
  await handle.kysely
    .updateTable('meeting_chair_link')
    .set({ ended_at: now })
    .where('meeting_id', '=', meeting)
    .where('name', '=', chairName)
    .where('made_by', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  const expiresAt = new Date(now.getTime() + dayMs)
  return makeChairLink(handle, { meeting, name: chairName, madeBy: null, expiresAt }, now)
}

interface OpenMeeting {
  id: number
  joinCode: string
}

/** A meeting that can be joined now, moved to now where nobody began it; undefined when there is none. */
async function openMeeting(context: Context, place: Place, now: Date): Promise<OpenMeeting | undefined> {
  const ours = (await meetingsOf(context.database.kysely, place.id))
    .filter(isPlanned)
    .filter((row) => row.title === title && !row.cancelled_at)
  const open = ours.find((row) => !isOver(row, now) && row.starts_at.getTime() < now.getTime() + dayMs)
  if (open) return { id: open.id, joinCode: open.meeting.joinCode }
  const unused = ours.findLast((row) => row.meeting.phase === 'planned' && isOver(row, now))
  if (unused) await changePages(context, (handle) => moveTo(handle, unused, soon(now), now))
  return unused && { id: unused.id, joinCode: unused.meeting.joinCode }
}

async function moveTo(handle: Handle, { id }: PlannedRow, startsAt: Date, now: Date): Promise<void> {
  await sql`
    update event set starts_at = ${startsAt}, ends_at = ${new Date(startsAt.getTime() + lastsMs)},
      revision = revision + 1, updated_at = ${now}
    where id = ${id}`.execute(handle.kysely)
}

async function makeMeeting(context: Context, at: Place, publicUrl: string, now: Date): Promise<OpenMeeting> {
  return changePages(context, async (handle) => {
    const place = await particularsOf(handle, at)
    const { items, settings } = await beginningOf(handle.kysely, 'usual')
    const priorities = `${publicUrl}/neighbourhoods/${at.force}/${at.code}/priorities`
    const beginning = {
      settings,
      items: items.map((item, index) => ({
        ...item,
        lead: index === 3 ? (place.sergeant ?? '') : '',
        documents: index === 2 ? [{ title: 'What was agreed, and what was done', url: priorities }] : [],
      })),
    }
    const id = await addMeeting(handle, at.id, formOf({ ...at, ...place }, now), beginning, now)
    await askInventedQuestions(handle, id, place.street ?? 'the main street', now)
    const made = await plannedMeeting(handle.kysely, id)
    if (!made) throw new Error('The meeting that was just made is not there')
    return { id, joinCode: made.meeting.joinCode }
  })
}

function formOf(place: Place & Particulars, now: Date): MeetingForm {
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

interface Place {
  id: number
  name: string
  code: string
  force: string
}

/** The invented force's first neighbourhood. */
async function firstInvented({ kysely }: Handle): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select n.id, n.name, n.code, n.force_id as force from neighbourhood n join force f on f.id = n.force_id
    where f.is_invented order by f.id, n.code limit 1`.execute(kysely)
  return rows[0]
}

/** Where its meetings are, and who and what is named in them. */
interface Particulars {
  hall: string | null
  address: string | null
  street: string | null
  sergeant: string | null
  postcode: string | null
  location: { longitude: number; latitude: number } | null
}

async function particularsOf({ kysely }: Handle, { id }: Place): Promise<Particulars> {
  const { rows } = await sql<Particulars>`
    select hall.place as hall, hall.address,
      (select s.name from search_entry s where s.kind = 'street' and s.neighbourhood_id = n.id
        order by s.weight desc, md5(s.name) limit 1) as street,
      (select m.rank || ' ' || m.name from team_member m where m.neighbourhood_id = n.id and m.rank = 'Sergeant'
        order by m.position limit 1) as sergeant,
      near.postcode, near.location
    from neighbourhood n
      left join lateral (select place, address from event
        where neighbourhood_id = n.id and kind = 'meeting' order by starts_at desc limit 1) hall on true
      left join lateral (select p.postcode, jsonb_build_object('longitude', st_x(p.location), 'latitude', st_y(p.location)) as location
        from neighbourhood_outline o join postcode p on st_covers(o.outline, p.location)
        where o.neighbourhood_id = n.id order by p.location <-> st_centroid(o.outline) limit 1) near on true
    where n.id = ${id}`.execute(kysely)
  const [row] = rows
  if (!row) throw new Error('The invented neighbourhood is gone')
  return row
}
