import { sql } from 'kysely'
import type { About, Link, Member, PartKind, Station, TeamPage } from '../../shared/team/teamPage.ts'
import type { Database, Handle } from '../database/database.ts'
import { plainLine } from '../neighbourhoods/plainText.ts'
import { type PublicRows, typedOfMarkup } from './publicRows.ts'

type Reader = Database['kysely']

/** What a team is working on. Revision 0: nobody has changed anything yet, and it is what the tables hold. */
export interface Draft {
  page: TeamPage
  revision: number
  changedBy: string | null
  changedAt: Date | null
  /** Everyone who changed it since the last version. */
  editedBy: string[]
}

/** The draft of a neighbourhood; of one that has none, what its public page is made of now. */
export async function draftOf(reader: Reader, neighbourhoodId: number): Promise<Draft> {
  return (
    (await heldDraft(reader, neighbourhoodId, false)) ?? {
      page: await loadedPage(reader, neighbourhoodId),
      revision: 0,
      changedBy: null,
      changedAt: null,
      editedBy: [],
    }
  )
}

/** The draft, held until the transaction's end so that nobody changes it meanwhile; it is begun when there is none. */
export async function holdDraft(handle: Handle, neighbourhoodId: number, by: string, now: Date): Promise<Draft> {
  const held = await heldDraft(handle.kysely, neighbourhoodId, true)
  if (held) return held
  const content = JSON.stringify(await loadedPage(handle.kysely, neighbourhoodId))
  await sql`
    insert into team_page_draft (neighbourhood_id, content, revision, changed_by, changed_at)
    values (${neighbourhoodId}, ${content}::jsonb, 0, ${by}, ${now}) on conflict do nothing`.execute(handle.kysely)
  const begun = await heldDraft(handle.kysely, neighbourhoodId, true)
  if (!begun) throw new Error('The draft that was begun is not there')
  return begun
}

async function heldDraft(reader: Reader, neighbourhoodId: number, hold: boolean): Promise<Draft | undefined> {
  const query = reader
    .selectFrom('team_page_draft')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['content', 'revision', 'changed_by', 'changed_at', 'edited_by'])
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return undefined
  return {
    page: row.content,
    revision: row.revision,
    changedBy: row.revision === 0 ? null : row.changed_by,
    changedAt: row.revision === 0 ? null : row.changed_at,
    editedBy: row.edited_by,
  }
}

/** Writes a held draft that somebody has changed. */
export async function writeDraft(
  handle: Handle,
  neighbourhoodId: number,
  page: TeamPage,
  by: string,
  now: Date,
): Promise<void> {
  await sql`
    update team_page_draft set content = ${JSON.stringify(page)}::jsonb, revision = revision + 1, changed_by = ${by},
      changed_at = ${now},
      edited_by = case when ${by} = any(edited_by) then edited_by else array_append(edited_by, ${by}) end
    where neighbourhood_id = ${neighbourhoodId}`.execute(handle.kysely)
}

const tableOf = { members: 'team_member', stations: 'station', links: 'neighbourhood_link' } as const

/** An id that no part of the kind has had in any neighbourhood. */
export async function newPartId(handle: Handle, kind: Exclude<PartKind, 'about'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence(${tableOf[kind]}, 'id'))::integer as id`.execute(handle.kysely)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('A sequence gave no number')
  return id
}

/** A page made of what the tables hold: what an import has loaded, its markup turned into words. */
export async function loadedPage(reader: Reader, neighbourhoodId: number): Promise<TeamPage> {
  const at = <Table extends 'team_member' | 'station' | 'neighbourhood_link'>(table: Table) =>
    reader.selectFrom(table as 'team_member').where('neighbourhood_id', '=', neighbourhoodId)
  const neighbourhood = await reader
    .selectFrom('neighbourhood')
    .where('id', '=', neighbourhoodId)
    .select(['description', 'contact_details'])
    .executeTakeFirstOrThrow()
  const members = await at('team_member').selectAll().orderBy('position').execute()
  const { rows: stations } = await sql<LoadedStation>`
    select id, name, kind, address, postcode, st_x(location) as longitude, st_y(location) as latitude, telephone,
      opening_hours, description
    from station where neighbourhood_id = ${neighbourhoodId} order by position`.execute(reader)
  const links = await reader
    .selectFrom('neighbourhood_link')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['id', 'url', 'title', 'description'])
    .orderBy('position')
    .execute()
  const part = (id: number) => ({ id, revision: 0, removed: false })
  return {
    about: {
      ...part(0),
      description: typedOfMarkup(neighbourhood.description),
      contacts: wordsOf(neighbourhood.contact_details),
    } satisfies About,
    members: members.map(
      (member): Member => ({
        ...part(member.id),
        name: lineOf(member.name),
        rank: lineOf(member.rank),
        role: lineOf(member.role),
        hours: lineOf(member.hours),
        biography: typedOfMarkup(member.biography),
        contacts: wordsOf(member.contact_details),
        shown: true,
        photo: null,
      }),
    ),
    stations: stations.map(
      (station): Station => ({
        ...part(station.id),
        name: lineOf(station.name),
        kind: station.kind,
        address: typedOfMarkup(station.address).replace(/\n+/g, '\n'),
        postcode: lineOf(station.postcode),
        place:
          station.longitude === null || station.latitude === null
            ? null
            : { longitude: station.longitude, latitude: station.latitude },
        telephone: lineOf(station.telephone),
        openingHours: typedOfMarkup(station.opening_hours).replace(/\n+/g, '\n'),
        description: typedOfMarkup(station.description),
      }),
    ),
    links: links.map(
      (link): Link => ({
        ...part(link.id),
        url: link.url,
        title: lineOf(link.title),
        description: typedOfMarkup(link.description),
      }),
    ),
  }
}

interface LoadedStation {
  id: number
  name: string
  kind: string
  address: string | null
  postcode: string | null
  longitude: number | null
  latitude: number | null
  telephone: string | null
  opening_hours: string | null
  description: string | null
}

function lineOf(text: string | null): string {
  return plainLine(text) ?? ''
}

function wordsOf(contacts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(contacts).map(([kind, text]) => [kind, lineOf(text)]))
}

/** Writes what residents see: the rows of the public page, in place of those that were there. */
export async function writePublicRows(handle: Handle, neighbourhoodId: number, rows: PublicRows): Promise<void> {
  const { kysely } = handle
  await sql`
    update neighbourhood set description = ${rows.description}, contact_details = ${JSON.stringify(rows.contact_details)}::jsonb
    where id = ${neighbourhoodId}`.execute(kysely)
  for (const table of Object.values(tableOf))
    await sql`delete from ${sql.table(table)} where neighbourhood_id = ${neighbourhoodId}`.execute(kysely)
  await sql`
    insert into team_member (id, neighbourhood_id, position, name, rank, role, hours, biography, contact_details, photo_sha256, photo_alt)
    overriding system value
    select id, ${neighbourhoodId}::integer, position, name, rank, role, hours, biography, contact_details, photo_sha256, photo_alt
    from jsonb_to_recordset(${JSON.stringify(rows.team)}::jsonb) as r (id integer, position integer, name text, rank text,
      role text, hours text, biography text, contact_details jsonb, photo_sha256 text, photo_alt text)`.execute(kysely)
  await sql`
    insert into station (id, neighbourhood_id, position, name, kind, address, postcode, location, telephone, opening_hours, description)
    overriding system value
    select id, ${neighbourhoodId}::integer, position, name, kind, address, postcode,
      st_setsrid(st_makepoint(longitude, latitude), 4326), telephone, opening_hours, description
    from jsonb_to_recordset(${JSON.stringify(rows.stations)}::jsonb) as r (id integer, position integer, name text, kind text,
      address text, postcode text, longitude float8, latitude float8, telephone text, opening_hours text, description text)`.execute(
    kysely,
  )
  await sql`
    insert into neighbourhood_link (id, neighbourhood_id, position, url, title, description)
    overriding system value
    select id, ${neighbourhoodId}::integer, position, url, title, description
    from jsonb_to_recordset(${JSON.stringify(rows.links)}::jsonb) as r (id integer, position integer, url text, title text,
      description text)`.execute(kysely)
}
