import { sql } from 'kysely'
import { hashSecretText } from '../accounts/secrets.ts'
import type { Database } from '../database/database.ts'
import type { ConcernStanding, Topic } from './rules.ts'

type Reader = Database['kysely']

/** A public map point, in degrees (EPSG:4326). */
export interface PublicPoint {
  id: number
  /** As published: "On or near Abbey Lane"; '' where it has no name. */
  street: string
  longitude: number
  latitude: number
}

/** A concern with what it names. Nothing here says who put it forward. */
export interface Concern extends ConcernStanding {
  id: number
  neighbourhoodId: number
  topic: Topic
  language: 'en' | 'cy'
  /** null once erased. */
  words: string | null
  point: PublicPoint | null
  /** Devices that backed it. */
  backings: number
  receivedAt: Date
  shownAt: Date | null
  /** When it came into its state. */
  since: Date
  reason: string
  mergedInto: number | null
  /** How many were merged into it. */
  merged: number
  /** When the last of them was; null where none was. */
  lastMergedAt: Date | null
  priority: { id: number; issue: string; closedOn: string | null } | null
  takenUpAt: Date | null
  revision: number
}

/** A concern with the address of its sender: for letters, never for pages. */
export interface ConcernWithAddress extends Concern {
  email: string | null
}

const columns = sql`c.id, c.neighbourhood_id as "neighbourhoodId", c.state, c.topic, c.language, c.words, c.backings,
  c.received_at as "receivedAt", c.shown_at as "shownAt", c.state_since as since, c.reason, c.merged_into as "mergedInto",
  c.priority_id as "priorityId", c.taken_up_at as "takenUpAt", c.erased_at as "erasedAt", c.revision,
  (select count(*)::int from concern other where other.merged_into = c.id) as merged,
  (select max(other.state_since) from concern other where other.merged_into = c.id) as "lastMergedAt",
  case when p.id is not null then json_build_object('id', p.id, 'street', p.street_name,
    'longitude', p.longitude_microdegrees / 1e6::double precision,
    'latitude', p.latitude_microdegrees / 1e6::double precision) end as point,
  case when y.id is not null then json_build_object('id', y.id, 'issue', y.issue, 'closedOn', y.closed_on) end as priority`
const tables = sql`concern c left join map_point p on p.id = c.map_point_id left join priority y on y.id = c.priority_id`

/** The concerns that everyone sees, those that the most devices back first. */
export async function shownConcerns(reader: Reader, neighbourhoodId: number): Promise<Concern[]> {
  const { rows } = await sql<Concern>`
    select ${columns} from ${tables} where c.neighbourhood_id = ${neighbourhoodId} and c.state = 'shown'
    order by c.backings desc, c.shown_at, c.id`.execute(reader)
  return rows
}

/** How many concerns of a neighbourhood are in a state. */
export async function countConcerns(
  reader: Reader,
  neighbourhoodId: number,
  state: 'waiting' | 'shown',
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from concern where neighbourhood_id = ${neighbourhoodId} and state = ${state}`.execute(
    reader,
  )
  return rows[0]?.n ?? 0
}

const settledShown = 50

/** What a team moderates: every concern that waits or is shown, and those that were settled last. */
export async function moderatedConcerns(reader: Reader, neighbourhoodId: number): Promise<Concern[]> {
  const { rows } = await sql<Concern>`
    (select ${columns} from ${tables} where c.neighbourhood_id = ${neighbourhoodId} and c.state in ('waiting', 'shown')
      order by c.received_at, c.id)
    union all
    (select ${columns} from ${tables} where c.neighbourhood_id = ${neighbourhoodId} and c.state not in ('waiting', 'shown')
      order by c.state_since desc, c.id limit ${settledShown})`.execute(reader)
  return rows
}

/** One concern of a neighbourhood. */
export async function concernOf(reader: Reader, neighbourhoodId: number, id: number): Promise<Concern | undefined> {
  const { rows } = await sql<Concern>`
    select ${columns} from ${tables} where c.id = ${id} and c.neighbourhood_id = ${neighbourhoodId}`.execute(reader)
  return rows[0]
}

/** The concern of a private link, unless it is erased. */
export async function concernOfLink(reader: Reader, secret: string): Promise<ConcernWithAddress | undefined> {
  const { rows } = await sql<ConcernWithAddress>`
    select ${columns}, c.email from ${tables}
    where c.link_hash = ${hashSecretText(secret)} and c.erased_at is null`.execute(reader)
  return rows[0]
}

/** Whom a change of a concern is told: its sender, and those of the concerns that were merged into it; who gave an address. */
export async function sendersOf(
  reader: Reader,
  concernId: number,
): Promise<{ id: number; email: string; language: 'en' | 'cy'; receivedAt: Date }[]> {
  const { rows } = await sql<{ id: number; email: string; language: 'en' | 'cy'; receivedAt: Date }>`
    select id, email, language, received_at as "receivedAt" from concern
    where (id = ${concernId} or merged_into = ${concernId}) and email is not null order by id`.execute(reader)
  return rows
}

/** Of the shown concerns of a neighbourhood, those that a device backs; and how many of its own it has waiting or shown. */
export async function actsOfDevice(
  reader: Reader,
  neighbourhoodId: number,
  hash: Buffer,
): Promise<{ backed: number[]; open: number }> {
  const { rows } = await sql<{ backed: number[]; open: number }>`
    select
      array(select b.concern_id from concern_backing b join concern c on c.id = b.concern_id
        where b.device_hash = ${hash} and c.neighbourhood_id = ${neighbourhoodId} and c.state = 'shown') as backed,
      (select count(*)::int from concern where neighbourhood_id = ${neighbourhoodId} and device_hash = ${hash}
        and state in ('waiting', 'shown')) as open`.execute(reader)
  return rows[0] ?? { backed: [], open: 0 }
}

/** Whether a device has done anything here before. The hash holds the neighbourhood. */
export async function isKnownDevice(reader: Reader, hash: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from concern_backing where device_hash = ${hash} limit 1`.execute(reader)
  return rows.length > 0
}
