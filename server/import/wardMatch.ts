import { sql } from 'kysely'
import { forceWithId } from '../../shared/forces.ts'
import { csvRows } from './csvRows.ts'
import type { Head } from './head.ts'
import { addNeighbourhoods, type NamedNeighbourhood } from './neighbourhoodList.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { type FileOutcome, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { stage } from './staging.ts'
import { withoutEntities } from './text.ts'

const columns = /^force,neighbourhood_id,neighbourhood_name,lad_code,ward_code(_\d{4})?,ward_name(_\d{4})?,basis$/

/** Which wards stand in for a neighbourhood whose own outline is missing; a row without a ward says that none is known. */
export const wardMatchSource: Source = {
  name: 'ward-match',
  rank: 10,
  recognise: (head: Head) => (columns.test(head.fields.join(',')) ? inOneGo(loadWardMatch) : undefined),
}

async function loadWardMatch(file: SourceFile, run: ImportRun): Promise<FileOutcome> {
  const rejected = new RejectedRows()
  const neighbourhoods: NamedNeighbourhood[] = []
  const matches: [string, string, string, string][] = []
  for await (const { line, text, fields } of csvRows(file, run, rejected, { fieldCount: 7, header: true })) {
    const [force = '', code = '', name = '', , ward = '', , basis = ''] = fields
    if (!/^[a-z0-9][a-z0-9-]*$/.test(force)) rejected.add(line, 'the force is not a police.uk id', text)
    else if (code === '') rejected.add(line, 'the neighbourhood has no id', text)
    else if (ward !== '' && !/^[A-Z]\d{8}$/.test(ward)) rejected.add(line, 'the ward code is not a code', text)
    else {
      const known = forceWithId(force)
      neighbourhoods.push({
        force,
        forceName: known?.name ?? force,
        areaCode: known?.areaCode ?? null,
        code,
        name: withoutEntities(name || code),
      })
      if (ward !== '') matches.push([force, code, ward, basis])
    }
  }
  const good = neighbourhoods.length
  return applyReference(
    'ward-match',
    file,
    run,
    { rejected, derivations: ['outlines', 'points', 'search'] },
    async (handle) => {
      const added = await addNeighbourhoods(handle, neighbourhoods, false)
      await stage(handle, 'ward_match', 'force text, code text, ward text, basis text', matches)
      // What the file says of a force is the whole of it: a match it no longer names is gone.
      const { rows: gone } = await sql`
      delete from neighbourhood_ward w using neighbourhood n
      where n.id = w.neighbourhood_id and n.force_id in (select force from named_neighbourhood)
        and not exists (select 1 from ward_match m where m.force = n.force_id and m.code = n.code and m.ward = w.ward_code)
      returning 1`.execute(handle.kysely)
      const { rows: written } = await sql`
      insert into neighbourhood_ward as w (neighbourhood_id, ward_code, basis)
      select distinct on (n.id, m.ward) n.id, m.ward, m.basis
      from ward_match m join neighbourhood n on n.force_id = m.force and n.code = m.code
      order by n.id, m.ward
      on conflict (neighbourhood_id, ward_code) do update set basis = excluded.basis where w.basis <> excluded.basis
      returning 1`.execute(handle.kysely)
      return { loaded: good, changed: added.changed + gone.length + written.length }
    },
  )
}
