import { sql } from 'kysely'
import { foldName } from '../../../shared/search/foldName.ts'
import type { Handle } from '../../database/database.ts'
import { stage } from '../staging.ts'

/** Names that stand at thousands of map points for a kind of place and lead nowhere. */
const kindsOfPlace = [
  'airport airfield',
  'bus coach station',
  'conference exhibition centre',
  'further higher educational building',
  'hospital',
  'nightclub',
  'park open space',
  'parking area',
  'pedestrian subway',
  'petrol station',
  'police station',
  'prison',
  'race track',
  'shopping area',
  'sports recreation area',
  'supermarket',
  'theatre concert hall',
  'motorway service area',
  'ferry terminal',
  'no location',
]

/**
 * Writes what the search box knows. The entries are made in a table aside and only the differences written, so that a load that
 * brought one new street does not write the country's.
 * @returns how many entries are other than before
 */
export async function deriveSearchEntries(handle: Handle): Promise<number> {
  await handle.execute(`
    drop table if exists pg_temp.wanted_entry;
    create temp table wanted_entry (kind text, name text, detail text, force_id text, neighbourhood_id integer,
      location geometry(Point, 4326), weight integer) on commit drop`)
  await addNeighbourhoods(handle)
  await addPlaces(handle)
  await addStreets(handle)
  await foldNames(handle)
  return writeDifferences(handle)
}

async function addNeighbourhoods(handle: Handle): Promise<void> {
  await sql`
    insert into wanted_entry
    select 'neighbourhood', t.name, f.name, n.force_id, n.id, n.centre, 300
    from neighbourhood n join force f on f.id = n.force_id
    cross join lateral (values (n.name), (n.name_cy)) t (name)
    where t.name <> '' and (t.name is distinct from n.name or t.name = n.name)
    group by t.name, f.name, n.force_id, n.id, n.centre`.execute(handle.kysely)
}

/** Places of the basemap, districts (from the names of their LSOAs, "Rutland 005A") and wards. */
async function addPlaces(handle: Handle): Promise<void> {
  await sql`
    insert into wanted_entry
    select 'place', t.name, coalesce(max(n.name), ''), max(n.force_id), max(n.id), st_transform(b.geometry, 4326),
      case when max(b.class) in ('city', 'town') then 250 else 200 end
    from basemap_feature b
    cross join lateral (values (b.name), (b.name_cy)) t (name)
    left join neighbourhood_outline o on st_intersects(o.outline, st_transform(b.geometry, 4326))
    left join neighbourhood n on n.id = o.neighbourhood_id
    where b.layer in ('place', 'places') and t.name <> '' and st_geometrytype(b.geometry) = 'ST_Point'
    group by t.name, b.geometry`.execute(handle.kysely)
  await sql`
    insert into wanted_entry
    select 'place', d.name, '', null, null, st_centroid(st_collect(d.middle)), 220
    from (select substring(name from '^(.+) \\d{3}[A-Z]$') as name, middle from area where kind = 'lsoa' and middle is not null) d
    where d.name is not null group by d.name`.execute(handle.kysely)
  await sql`
    insert into wanted_entry
    select 'place', w.name, coalesce(max(substring(l.name from '^(.+) \\d{3}[A-Z]$')), ''), max(n.force_id), max(n.id), w.middle, 150
    from area w
    left join area l on l.kind = 'lsoa' and st_intersects(l.outline, w.middle)
    left join neighbourhood_outline o on st_intersects(o.outline, w.middle)
    left join neighbourhood n on n.id = o.neighbourhood_id
    where w.kind = 'ward' and w.middle is not null
      and not exists (select 1 from neighbourhood same where same.name = w.name and same.id = o.neighbourhood_id)
    group by w.code, w.name, w.middle`.execute(handle.kysely)
}

/**
 * Streets of map points, one entry a neighbourhood (or, outside all, a district), at the middle of their points. Of a name in capitals
 * and the same in small letters the latter is shown: "C" sorts it last.
 */
async function addStreets(handle: Handle): Promise<void> {
  await sql`
    insert into wanted_entry
    select 'street', case when s.name = upper(s.name) then replace(initcap(s.name), '''S', '''s') else s.name end,
      coalesce(n.name, s.district, ''), n.force_id, n.id, st_setsrid(st_makepoint(s.longitude / 1e6, s.latitude / 1e6), 4326), 0
    from (
      select max(p.name collate "C") as name, p.neighbourhood_id, p.district,
        avg(p.longitude)::float8 as longitude, avg(p.latitude)::float8 as latitude
      from (
        select case when lower(left(m.street_name, 11) collate "C") = 'on or near ' then substr(m.street_name, 12) else m.street_name end as name,
          m.neighbourhood_id, m.longitude_microdegrees as longitude, m.latitude_microdegrees as latitude,
          case when m.neighbourhood_id is null and (select exists (select 1 from area where kind = 'lsoa')) then (
            select substring(l.name from '^(.+) \\d{3}[A-Z]$') from area l
            where l.kind = 'lsoa' and st_intersects(l.outline, m.location) order by l.code limit 1) end as district
        from map_point m where m.street_name <> ''
      ) p
      group by lower(p.name) collate "C", p.neighbourhood_id, p.district
    ) s left join neighbourhood n on n.id = s.neighbourhood_id`.execute(handle.kysely)
}

/** Names are folded here, by the same function that folds what people type. */
async function foldNames(handle: Handle): Promise<void> {
  const { rows } = await sql<{ name: string }>`select distinct name from wanted_entry`.execute(handle.kysely)
  await stage(
    handle,
    'folded_name',
    'name text, folded text',
    rows.map(({ name }) => [name, foldName(name)]),
  )
  await sql`
    delete from wanted_entry w using folded_name f
    where f.name = w.name and (f.folded = '' or (w.kind = 'street' and f.folded = any(${kindsOfPlace}::text[])))`.execute(
    handle.kysely,
  )
}

async function writeDifferences(handle: Handle): Promise<number> {
  const same = sql`e.kind = w.kind and e.name = w.name and e.detail = w.detail
    and e.neighbourhood_id is not distinct from w.neighbourhood_id and e.force_id is not distinct from w.force_id
    and e.weight = w.weight and st_asbinary(e.location) is not distinct from st_asbinary(w.location)`
  const held = await handle.kysely.selectFrom('search_entry').select('id').limit(1).execute()
  // With nothing to compare with, the index would cost more than the rows.
  if (held.length > 0) await handle.execute('create index on wanted_entry (name); analyze wanted_entry')
  const { rows: gone } = await sql`
    delete from search_entry e where not exists (select 1 from wanted_entry w where ${same}) returning 1`.execute(
    handle.kysely,
  )
  const { rows: added } = await sql`
    insert into search_entry (kind, name, name_folded, detail, force_id, neighbourhood_id, location, weight)
    select w.kind, w.name, f.folded, w.detail, w.force_id, w.neighbourhood_id, w.location, w.weight
    from wanted_entry w join folded_name f on f.name = w.name
    where not exists (select 1 from search_entry e where ${same})`
    .execute(handle.kysely)
    .then((result) => ({ rows: { length: Number(result.numAffectedRows ?? 0) } }))
  return gone.length + added.length
}
