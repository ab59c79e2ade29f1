import { sql } from 'kysely'
import { forceOfArea, forceWithId } from '../../shared/forces.ts'
import type { Handle } from '../database/database.ts'
import { csvRows } from './csvRows.ts'
import type { Head } from './head.ts'
import { type Applied, applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { type FileOutcome, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { stage } from './staging.ts'
import { withoutEntities } from './text.ts'

const forceColumns = 'PFA,PFAn,PFAid'
const neighbourhoodColumns = 'PFA,PFNid,PFNn,PFN'

/** Police force areas (PFA, name, police.uk id) and police neighbourhoods (PFA, police.uk id, name): lists collected from police.uk. */
export const forceListSource: Source = {
  name: 'forces',
  rank: 1,
  recognise: (head: Head) => (head.fields.join(',') === forceColumns ? inOneGo(loadForces) : undefined),
}
export const neighbourhoodListSource: Source = {
  name: 'neighbourhoods',
  rank: 2,
  recognise: (head: Head) => (head.fields.join(',') === neighbourhoodColumns ? inOneGo(loadNeighbourhoods) : undefined),
}

/**
 * Adds forces that are not known here already. One that is known needs no row before it has a neighbourhood or a crime, so a list of the
 * whole country does not fill the pages with forces that hold nothing.
 */
async function loadForces(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const forces: { id: string; name: string; area_code: string }[] = []
  for await (const { line, text, fields } of csvRows(file, run, rejected, { fieldCount: 3, header: true })) {
    const [area_code = '', name = '', id = ''] = fields
    if (id === '') rejected.add(line, 'the area has no police.uk id', text)
    else if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) rejected.add(line, 'the police.uk id is not an id', text)
    else forces.push({ id, name: withoutEntities(name), area_code })
  }
  return applyReference('forces', file, run, { rejected, derivations: [] }, async (handle) => {
    let changed = 0
    for (const force of forces) {
      if (forceWithId(force.id)) continue
      const { rows: written } = await sql`
        insert into force as f (id, name, area_code) values (${force.id}, ${force.name}, ${force.area_code})
        on conflict (id) do update set area_code = excluded.area_code where f.area_code is distinct from excluded.area_code
        returning 1`.execute(handle.kysely)
      changed += written.length
    }
    return { loaded: forces.length, changed }
  })
}

async function loadNeighbourhoods(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const held = await run.database.kysely.selectFrom('force').select(['id', 'area_code', 'name']).execute()
  const byArea = new Map(held.map((force) => [force.area_code, force]))
  const good: NamedNeighbourhood[] = []
  for await (const { line, text, fields } of csvRows(file, run, rejected, { fieldCount: 4, header: true })) {
    const [area = '', code = '', name = ''] = fields
    const force = forceOfArea(area) ?? byArea.get(area)
    if (!force) rejected.add(line, 'no force is known for the police force area', text)
    else if (code === '' || name === '') rejected.add(line, 'the id or the name is blank', text)
    else good.push({ force: force.id, forceName: force.name, areaCode: area, code, name: withoutEntities(name) })
  }
  const content = { rejected, derivations: ['outlines' as const, 'points' as const, 'search' as const] }
  return applyReference('neighbourhoods', file, run, content, (handle) => addNeighbourhoods(handle, good, true))
}

/** A neighbourhood as a list names it. */
export interface NamedNeighbourhood {
  force: string
  forceName: string
  areaCode: string | null
  code: string
  name: string
}

/** Adds neighbourhoods and the forces they belong to; of those already there the name is brought up to date when `rename` says so. */
export async function addNeighbourhoods(
  handle: Handle,
  neighbourhoods: NamedNeighbourhood[],
  rename: boolean,
): Promise<Applied> {
  await stage(
    handle,
    'named_neighbourhood',
    'force text, force_name text, area_code text, code text, name text',
    neighbourhoods.map((row) => [row.force, row.forceName, row.areaCode, row.code, row.name]),
  )
  await sql`
    insert into force (id, name, area_code) select distinct on (force) force, force_name, area_code from named_neighbourhood
    on conflict do nothing`.execute(handle.kysely)
  const { rows } = await sql<{ changed: number }>`
    with written as (
      insert into neighbourhood as n (force_id, code, name)
      select distinct on (force, code) force, code, name from named_neighbourhood
      on conflict (force_id, code) do update set name = excluded.name where ${rename} and n.name <> excluded.name
      returning 1
    ) select count(*)::int as changed from written`.execute(handle.kysely)
  return { loaded: neighbourhoods.length, changed: rows[0]?.changed ?? 0 }
}
