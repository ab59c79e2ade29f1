import { sql } from 'kysely'
import type { Handle } from '../database/database.ts'
import { pointAt } from '../database/geo.ts'
import { planMeeting } from '../live/plan.ts'
import { addEvent, changeEvent, type Seen } from '../priorities/changes.ts'
import type { EventForm } from '../priorities/schemas.ts'
import { placedStation } from '../team/places.ts'
import type { Beginning } from './agenda.ts'
import { addressWith } from './place.ts'
import type { Location } from './queries.ts'
import type { MeetingForm } from './schemas.ts'

/** Adds a meeting with its event, its join code and the first change of its log; gives its number. */
export async function addMeeting(
  handle: Handle,
  neighbourhoodId: number,
  form: MeetingForm,
  beginning: Beginning,
  now: Date,
): Promise<number> {
  const id = await addEvent(handle, neighbourhoodId, eventOf(form), now)
  await planMeeting(handle, id, { ...(await factsOf(handle, form, null)), ...beginning }, now)
  return id
}

/** Gives an event of kind 'meeting' an agenda, and changes it with it; false when it has moved on since it was seen. */
export async function planEvent(
  handle: Handle,
  seen: Seen,
  form: MeetingForm,
  beginning: Beginning,
  now: Date,
): Promise<boolean> {
  if (!(await changeEvent(handle, seen, eventOf(form), now))) return false
  const isThere = await handle.kysely.selectFrom('meeting').where('id', '=', seen.id).select('id').executeTakeFirst()
  if (isThere) return false
  await planMeeting(handle, seen.id, { ...(await factsOf(handle, form, null)), ...beginning }, now)
  return true
}

/** Changes when and where a meeting is and how people take part; false when it has moved on since it was seen. */
export async function changeMeeting(
  handle: Handle,
  seen: Seen,
  held: { postcode: string; location: Location | null },
  form: MeetingForm,
  now: Date,
): Promise<boolean> {
  if (!(await changeEvent(handle, seen, eventOf(form), now))) return false
  const { attendance, accessNotes, location } = await factsOf(handle, form, held)
  await sql`
    update meeting set attendance = ${attendance}, access_notes = ${accessNotes},
      location = ${location ? pointAt(...location) : sql`null`}
    where id = ${seen.id}`.execute(handle.kysely)
  return true
}

function eventOf({
  title,
  description,
  place,
  address,
  postcode,
  onlineUrl,
  startsAt,
  endsAt,
}: MeetingForm): EventForm {
  return {
    kind: 'meeting',
    title,
    description,
    place,
    address: addressWith(address, postcode),
    onlineUrl,
    startsAt,
    endsAt,
  }
}

/** A place that was typed stands; else it is that of the postcode, also where a new postcode stands beside a place that nobody touched. */
async function factsOf(
  handle: Handle,
  { attendance, accessNotes, postcode, location }: MeetingForm,
  held: { postcode: string; location: Location | null } | null,
) {
  const { place } = await placedStation(
    handle.kysely,
    held ? { postcode: held.postcode, place: held.location } : undefined,
    { postcode, place: location },
  )
  return {
    attendance,
    accessNotes,
    location: place && ([place.longitude, place.latitude] as const),
  }
}
