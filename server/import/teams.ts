import { sql } from 'kysely'
import { z } from 'zod'
import type { Handle } from '../database/database.ts'
import type { Head } from './head.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { type FileOutcome, FileRefused, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { utf8Text } from './text.ts'

const format = 'our-patch/teams/1'
const largestBytes = 256 * 1024 ** 2

const text = z
  .string()
  .nullish()
  .transform((value) => value || null)
const contacts = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {})
const coordinate = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .nullish()

const person = z.object({ name: z.string().min(1), rank: text, bio: text, contact_details: contacts })
const station = z.object({
  name: z.string().min(1),
  type: text,
  address: text,
  postcode: text,
  latitude: coordinate,
  longitude: coordinate,
  telephone: text,
  description: text,
  opening_hours: text,
})
const link = z.object({ url: z.url({ protocol: /^https?$/ }), title: z.string().min(1), description: text })
const neighbourhood = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  name: z.string().min(1),
  name_cy: text,
  description: text,
  url_force: text,
  contact_details: contacts,
  links: z.array(link).default([]),
  locations: z.array(station).default([]),
  people: z.array(person).default([]),
})
const force = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: z.string().min(1),
  url: text,
  telephone: text,
  description: text,
  invented: z.boolean().default(false),
})
const teams = z.object({ format: z.literal(format), force, neighbourhoods: z.array(z.unknown()) })

type Force = z.infer<typeof force>
type Neighbourhood = z.infer<typeof neighbourhood>

/** A force with its neighbourhoods' teams, contacts, stations and links: the shape that the generator writes. */
export const teamsSource: Source = {
  name: 'teams',
  rank: 2,
  recognise: (head: Head) =>
    new RegExp(`"format"\\s*:\\s*"${format}"`).test(head.text.slice(0, 4000)) ? inOneGo(loadTeams) : undefined,
}

async function loadTeams(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const content = teams.safeParse(await wholeJson(file))
  if (!content.success)
    throw new FileRefused(`its team file does not hold together: ${z.prettifyError(content.error).split('\n')[0]}`)
  const good: Neighbourhood[] = []
  for (const [index, entry] of content.data.neighbourhoods.entries()) {
    const parsed = neighbourhood.safeParse(entry)
    if (parsed.success) good.push(parsed.data)
    else
      rejected.add(
        index + 1,
        `neighbourhood ${index + 1} does not hold together: ${z.prettifyError(parsed.error).split('\n')[0]}`,
        JSON.stringify(entry),
      )
  }
  run.progress(file.bytes, good.length)
  return applyReference('teams', file, run, { rejected, derivations: ['search'] }, async (handle) => {
    let changed = await writeForce(handle, content.data.force)
    const own = await publishedByTeams(handle, content.data.force.id)
    for (const entry of good) changed += await writeNeighbourhood(handle, content.data.force.id, entry, own)
    const kept = good.filter((entry) => own.has(entry.id)).map((entry) => entry.id)
    if (kept.length > 0) run.warn(keptWords(file.name, kept))
    return { loaded: good.length, changed }
  })
}

async function writeForce(handle: Handle, entry: Force): Promise<number> {
  const { rows } = await sql`
    insert into force as f (id, name, url, telephone, description, is_invented)
    values (${entry.id}, ${entry.name}, ${entry.url}, ${entry.telephone}, ${entry.description}, ${entry.invented})
    on conflict (id) do update set name = excluded.name, url = excluded.url, telephone = excluded.telephone,
      description = excluded.description, is_invented = excluded.is_invented
      where (f.name, f.url, f.telephone, f.description, f.is_invented)
        is distinct from (excluded.name, excluded.url, excluded.telephone, excluded.description, excluded.is_invented)
    returning 1`.execute(handle.kysely)
  return rows.length
}

/**
 * Codes of a force's neighbourhoods whose teams have published a page of their own: an import leaves those pages alone. The rows are held
 * first, so that a team that publishes meanwhile is either seen here or comes after.
 */
async function publishedByTeams(handle: Handle, forceId: string): Promise<Set<string>> {
  await sql`select from neighbourhood where force_id = ${forceId} order by id for no key update`.execute(handle.kysely)
  const { rows } = await sql<{ code: string }>`
    select code from neighbourhood n where force_id = ${forceId}
      and exists (select from team_page_version v where v.neighbourhood_id = n.id)`.execute(handle.kysely)
  return new Set(rows.map((row) => row.code))
}

const namedInWarning = 5

function keptWords(file: string, codes: string[]): string {
  const more = codes.length - namedInWarning
  const named = codes.slice(0, namedInWarning).join(', ') + (more > 0 ? ` and ${more} more` : '')
  return `${file}: description, contacts, people, stations and links were left as their teams published them here, for ${named}`
}

/**
 * Writes a neighbourhood; its team, stations and links are replaced as wholes, and only when they are other than before.
 * @param own codes of those whose teams keep their page themselves: of these only the names and the force's address are written
 */
async function writeNeighbourhood(
  handle: Handle,
  forceId: string,
  entry: Neighbourhood,
  own: ReadonlySet<string>,
): Promise<number> {
  const { kysely } = handle
  if (own.has(entry.id)) return renameNeighbourhood(handle, forceId, entry)
  const { rows: written } = await sql`
    insert into neighbourhood as n (force_id, code, name, name_cy, description, url_force, contact_details)
    values (${forceId}, ${entry.id}, ${entry.name}, ${entry.name_cy}, ${entry.description}, ${entry.url_force}, ${JSON.stringify(entry.contact_details)}::jsonb)
    on conflict (force_id, code) do update set name = excluded.name, name_cy = excluded.name_cy,
      description = excluded.description, url_force = excluded.url_force, contact_details = excluded.contact_details
      where (n.name, n.name_cy, n.description, n.url_force, n.contact_details)
        is distinct from (excluded.name, excluded.name_cy, excluded.description, excluded.url_force, excluded.contact_details)
    returning 1`.execute(kysely)
  const { id } = await kysely
    .selectFrom('neighbourhood')
    .select('id')
    .where('force_id', '=', forceId)
    .where('code', '=', entry.id)
    .executeTakeFirstOrThrow()
  const people = entry.people.map((member, position) => ({
    ...member,
    position,
    contact_details: JSON.stringify(member.contact_details),
  }))
  const stations = entry.locations.map((location, position) => ({
    ...location,
    kind: location.type ?? 'station',
    position,
  }))
  const links = entry.links.map((each, position) => ({ ...each, position }))
  const replaced = [
    await replaceWhole(
      handle,
      id,
      'team_member',
      people,
      'position integer, name text, rank text, bio text, contact_details text',
      sql`
      r.position, r.name, r.rank, r.bio as biography, r.contact_details::jsonb as contact_details`,
      'position, name, rank, biography, contact_details',
    ),
    await replaceWhole(
      handle,
      id,
      'station',
      stations,
      'position integer, name text, kind text, address text, postcode text, latitude float8, longitude float8, telephone text, description text, opening_hours text',
      sql`
      r.position, r.name, r.kind, r.address, r.postcode, st_setsrid(st_makepoint(r.longitude, r.latitude), 4326) as location,
      r.telephone, r.description, r.opening_hours`,
      'position, name, kind, address, postcode, location, telephone, description, opening_hours',
    ),
    await replaceWhole(
      handle,
      id,
      'neighbourhood_link',
      links,
      'position integer, url text, title text, description text',
      sql`
      r.position, r.url, r.title, r.description`,
      'position, url, title, description',
    ),
  ]
  return written.length + replaced.filter(Boolean).length
}

async function renameNeighbourhood(handle: Handle, forceId: string, entry: Neighbourhood): Promise<number> {
  const { rows } = await sql`
    update neighbourhood set name = ${entry.name}, name_cy = ${entry.name_cy}, url_force = ${entry.url_force}
    where force_id = ${forceId} and code = ${entry.id}
      and (name, name_cy, url_force) is distinct from (${entry.name}::text, ${entry.name_cy}::text, ${entry.url_force}::text)
    returning 1`.execute(handle.kysely)
  return rows.length
}

async function replaceWhole(
  handle: Handle,
  neighbourhoodId: number,
  table: 'team_member' | 'station' | 'neighbourhood_link',
  entries: object[],
  shape: string,
  values: ReturnType<typeof sql>,
  columns: string,
): Promise<boolean> {
  const wanted = sql`(select ${values} from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r (${sql.raw(shape)}))`
  const held = sql`(select ${sql.raw(columns)} from ${sql.table(table)} where neighbourhood_id = ${neighbourhoodId})`
  const { rows } = await sql<{ same: boolean }>`
    select not exists (${wanted} except ${held}) and not exists (${held} except ${wanted}) as same`.execute(
    handle.kysely,
  )
  if (rows[0]?.same) return false
  await sql`delete from ${sql.table(table)} where neighbourhood_id = ${neighbourhoodId}`.execute(handle.kysely)
  await sql`
    insert into ${sql.table(table)} (neighbourhood_id, ${sql.raw(columns)})
    select ${neighbourhoodId}, w.* from ${wanted} w order by w.position`.execute(handle.kysely)
  return true
}

async function wholeJson(file: SourceFile): Promise<unknown> {
  if (file.bytes > largestBytes) throw new FileRefused('it is larger than any list of teams')
  const chunks: Buffer[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  const content = utf8Text(Buffer.concat(chunks).toString('latin1'))
  try {
    return JSON.parse(content ?? '')
  } catch {
    throw new FileRefused('its JSON is broken, or ends before it is complete')
  }
}
