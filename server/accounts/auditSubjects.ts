import { type RawBuilder, sql } from 'kysely'
import { isQuarter } from '../../shared/standards/quarter.ts'
import { standardSets } from '../../shared/standards/sets/index.ts'
import { quarterName } from '../../shared/standards/words.ts'
import { partNames } from '../../shared/team/fields.ts'
import type { ListKind } from '../../shared/team/teamPage.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Database } from '../database/database.ts'
import { manageMinutesPath } from '../meetings/minutes/paths.ts'
import { messagePath } from '../messages/inboxView.ts'
import { plainLine } from '../neighbourhoods/plainText.ts'
import { homeOf } from '../team/view.ts'
import { translator } from '../web/translate.ts'
import type { ListedAuditEntry } from './auditQueries.ts'

type Reader = Database['kysely']
type Entry = Pick<ListedAuditEntry, 'action' | 'subject' | 'forceId' | 'neighbourhoodId' | 'code'>

/** What an entry was done to, as it is called now, and the page of the team's own that has it. */
export interface NamedThing {
  text: string
  path: string | null
}

/** Said of somebody whose account is no more. */
export const removedAccount = 'an account since removed'
/** Names of things are shortened to this many characters. */
const longestName = 80

/**
 * What entries were done to. Entries hold ids only: names are read now. Of a message there is the number, of a person the name and never
 * the address; priorities, dates and parts of a page are called as residents see them.
 */
export async function subjectsOf(reader: Reader, entries: readonly Entry[]): Promise<NamedThing[]> {
  const named = await Promise.all(namers.map((namer) => namer(reader, entries)))
  return entries.map((entry) => {
    for (const name of named) {
      const thing = name(entry)
      if (thing) return thing
    }
    return { text: 'something', path: null }
  })
}

/** Reads the names of all things of its kind that entries are about, and gives them; null for entries about others. */
type Namer = (reader: Reader, entries: readonly Entry[]) => Promise<(entry: Entry) => NamedThing | null>

/** A kind of thing that has a number and a row of its own, such as "priority 12". */
function numbered<Row extends { id: number }>(
  noun: string,
  query: (ids: RawBuilder<unknown>) => RawBuilder<Row>,
  name: (row: Row) => NamedThing,
  gone: (entry: Entry, id: number) => NamedThing,
): Namer {
  const pattern = new RegExp(`^${noun} (\\d{1,9})$`)
  const idOf = ({ subject }: Entry) => pattern.exec(subject)?.[1]
  return async (reader, entries) => {
    const ids = [...new Set(entries.flatMap((entry) => idOf(entry) ?? []))].map(Number)
    const rows = ids.length > 0 ? (await query(sql`any(${ids}::integer[])`).execute(reader)).rows : []
    const byId = new Map(rows.map((row) => [row.id, row]))
    return (entry) => {
      const id = idOf(entry)
      if (id === undefined) return null
      const row = byId.get(Number(id))
      return row ? name(row) : gone(entry, Number(id))
    }
  }
}

interface Placed {
  id: number
  name: string
  forceId: string
  code: string
}

/** A part of a team's page. Those that residents see have a row; others are called by their kind. */
function part(noun: string, kind: ListKind, query: (ids: RawBuilder<unknown>) => RawBuilder<Placed>): Namer {
  const path = (home: string | null, id: number) => home && `${home}/team/${kind}/${id}`
  return numbered(
    noun,
    query,
    ({ id, name, ...place }) => ({
      text: `the ${partNames[kind].one} “${shortened(plainLine(name) ?? '')}”`,
      path: path(homeOf(place), id),
    }),
    (entry, id) => ({ text: `a ${partNames[kind].one}`, path: path(homeOfEntry(entry), id) }),
  )
}

/** Somebody whose access was ended. Entries that hold no more than the number of the grant name nobody. */
const endedGrants: Namer = async (reader, entries) => {
  const personOf = ({ subject }: Entry) => /^grant \d+ of person (\S+)$/.exec(subject)?.[1]
  const ids = [...new Set(entries.flatMap((entry) => personOf(entry) ?? []))]
  const rows =
    ids.length > 0 ? await reader.selectFrom('person').where('id', 'in', ids).select(['id', 'name']).execute() : []
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (entry) => {
    if (!entry.subject.startsWith('grant ')) return null
    const person = personOf(entry)
    return { text: person === undefined ? 'somebody' : (names.get(person) ?? removedAccount), path: null }
  }
}

/** A standard, "standard answer-messages", or its result for a quarter: the promise as published last, else as it stands in the draft. */
const standards: Namer = async (reader, entries) => {
  const about = ({ subject }: Entry) => /^standard ([a-z0-9-]+)(?: (\S+))?$/.exec(subject)
  const keys = [...new Set(entries.flatMap((entry) => about(entry)?.[1] ?? []))]
  const promises = new Map<string, string>()
  const nameOf = (owner: Pick<Entry, 'forceId' | 'neighbourhoodId'>, key: string) =>
    JSON.stringify([owner.forceId, owner.neighbourhoodId, key])
  if (keys.length > 0) {
    const forces = [...new Set(entries.flatMap((entry) => entry.forceId ?? []))]
    const { rows } = await sql<{ forceId: string; neighbourhoodId: number | null; key: string; promise: string }>`
      (select force_id as "forceId", neighbourhood_id as "neighbourhoodId", key, promise from standard_draft
        where force_id = any(${forces}::text[]) and key = any(${keys}::text[]))
      union all
      (select n.force_id, n.id, s.key, s.promise
        from standard s join standard_version v on v.id = s.version_id join neighbourhood n on n.id = v.neighbourhood_id
        where n.force_id = any(${forces}::text[]) and s.key = any(${keys}::text[]) order by v.number)`.execute(reader)
    // Of several the last counts: what is published stands behind what is drafted, by version.
    for (const row of rows) promises.set(nameOf(row, row.key), row.promise)
  }
  return (entry) => {
    const [, key, quarter] = about(entry) ?? []
    if (key === undefined) return null
    const promise = promises.get(nameOf(entry, key))
    const gone = /^\d+$/.test(key) ? 'a standard' : 'a standard since removed' // older entries hold the number of a draft
    const text = promise === undefined ? gone : `the standard “${shortened(promise)}”`
    if (quarter === undefined || !isQuarter(quarter)) return { text, path: standardsOf(entry) }
    return {
      text: `${text}, ${quarterName(translator('en'), quarter)}`,
      path: `${standardsOf(entry)}/results/${key}/${quarter}`,
    }
  }
}

/** What has no row of its own. */
const theRest: Namer = async () => (entry) => {
  const { action, subject } = entry
  const home = homeOfEntry(entry)
  if (subject === 'team page') return { text: `the ${partNames.about.one}`, path: home && `${home}/team/about` }
  const version = /^team page version (\d+)$/.exec(subject)?.[1]
  if (version) return { text: `version ${version}`, path: home && `${home}/team/versions/${version}` }
  const set = standardSets.find((one) => subject === `set ${one.id}`)
  if (set) return { text: `the set “${set.name}”`, path: standardsOf(entry) }
  // Two numbers, which the service counted itself.
  return action === 'message.erase' || action === 'concern.erase' ? { text: subject, path: null } : null
}

const namers: readonly Namer[] = [
  part(
    'team member',
    'members',
    (ids) => sql`
      select m.id, m.name, n.force_id as "forceId", n.code
      from team_member m join neighbourhood n on n.id = m.neighbourhood_id where m.id = ${ids}`,
  ),
  part(
    'station',
    'stations',
    (ids) => sql`
      select s.id, s.name, n.force_id as "forceId", n.code
      from station s join neighbourhood n on n.id = s.neighbourhood_id where s.id = ${ids}`,
  ),
  part(
    'link',
    'links',
    (ids) => sql`
      select l.id, l.title as name, n.force_id as "forceId", n.code
      from neighbourhood_link l join neighbourhood n on n.id = l.neighbourhood_id where l.id = ${ids}`,
  ),
  numbered<Placed>(
    'priority',
    (ids) => sql`
      select p.id, p.issue as name, n.force_id as "forceId", n.code
      from priority p join neighbourhood n on n.id = p.neighbourhood_id where p.id = ${ids}`,
    ({ id, name, ...place }) => ({
      text: `the priority “${shortened(name)}”`,
      path: `${homeOf(place)}/priorities#priority-${id}`,
    }),
    () => ({ text: 'a priority since removed', path: null }),
  ),
  numbered<Placed & { priority: number }>(
    'action',
    (ids) => sql`
      select a.id, p.id as priority, p.issue as name, n.force_id as "forceId", n.code
      from priority_action a join priority p on p.id = a.priority_id join neighbourhood n on n.id = p.neighbourhood_id
      where a.id = ${ids}`,
    ({ priority, name, ...place }) => ({
      text: `an action on “${shortened(name)}”`,
      path: `${homeOf(place)}/priorities#priority-${priority}`,
    }),
    () => ({ text: 'an action since removed', path: null }),
  ),
  numbered<Placed & { startsAt: Date }>(
    'meeting',
    (ids) => sql`
      select e.id, e.title as name, e.starts_at as "startsAt", n.force_id as "forceId", n.code
      from event e join neighbourhood n on n.id = e.neighbourhood_id where e.id = ${ids}`,
    ({ id, name, startsAt, ...place }) => ({
      text: `the meeting “${shortened(name)}”, ${dateInWords(startsAt, 'en')}`,
      path: `${homeOf(place)}/meetings/${id}`,
    }),
    () => ({ text: 'a meeting since removed', path: null }),
  ),
  numbered<Placed & { startsAt: Date }>(
    'event',
    (ids) => sql`
      select e.id, e.title as name, e.starts_at as "startsAt", n.force_id as "forceId", n.code
      from event e join neighbourhood n on n.id = e.neighbourhood_id where e.id = ${ids}`,
    ({ id, name, startsAt, ...place }) => ({
      text: `the date “${shortened(name)}”, ${dateInWords(startsAt, 'en')}`,
      path: `${homeOf(place)}/priorities/dates#event-${id}`,
    }),
    () => ({ text: 'a date since removed', path: null }),
  ),
  numbered<{ id: number; name: string; startsAt: Date }>(
    'minutes of meeting',
    (ids) => sql`select id, title as name, starts_at as "startsAt" from event where id = ${ids}`,
    ({ id, name, startsAt }) => ({
      text: `the minutes of “${shortened(name)}”, ${dateInWords(startsAt, 'en')}`,
      path: manageMinutesPath(id),
    }),
    () => ({ text: 'the minutes of a meeting since removed', path: null }),
  ),
  numbered<Omit<Placed, 'name'>>(
    'concern',
    (ids) => sql`
      select c.id, n.force_id as "forceId", n.code
      from concern c join neighbourhood n on n.id = c.neighbourhood_id where c.id = ${ids}`,
    ({ id, ...place }) => ({ text: `concern ${id}`, path: `${homeOf(place)}/concerns/${id}` }),
    (_entry, id) => ({ text: `concern ${id}`, path: null }),
  ),
  numbered<Omit<Placed, 'name'>>(
    'message',
    (ids) => sql`
      select m.id, n.force_id as "forceId", n.code
      from message m join neighbourhood n on n.id = m.neighbourhood_id where m.id = ${ids}`,
    ({ id, ...place }) => ({ text: `message ${id}`, path: messagePath(place, id) }),
    (_entry, id) => ({ text: `message ${id}`, path: null }),
  ),
  numbered<{ id: number; name: string | null }>(
    'invitation',
    // The name on an accepted invitation is that of an account, and goes with it.
    (ids) => sql`
      select i.id, coalesce(p.name, case when i.accepted_at is null then i.name end) as name
      from invitation i left join person p on p.email = i.email where i.id = ${ids}`,
    ({ name }) => ({ text: name ?? removedAccount, path: null }),
    () => ({ text: 'somebody', path: null }),
  ),
  numbered<{ id: number; name: string; forceId: string | null }>(
    'token',
    (ids) => sql`select id, name, force_id as "forceId" from api_token where id = ${ids}`,
    ({ id, name, forceId }) => ({
      text: `token ${id} (${name})`,
      path: forceId === null ? null : `/manage/forces/${encodeURIComponent(forceId)}/tokens`,
    }),
    (_entry, id) => ({ text: `token ${id}`, path: null }),
  ),
  endedGrants,
  standards,
  theRest,
]

function homeOfEntry({ forceId, code }: Entry): string | null {
  return forceId !== null && code !== null ? homeOf({ forceId, code }) : null
}

/** Where an entry's standards are worked on: of its neighbourhood, else of its force. */
function standardsOf(entry: Entry): string {
  return `${homeOfEntry(entry) ?? `/manage/forces/${encodeURIComponent(entry.forceId ?? '')}`}/standards`
}

function shortened(name: string): string {
  return name.length <= longestName ? name : `${name.slice(0, longestName).replace(/\s+\S*$/, '')}…`
}
