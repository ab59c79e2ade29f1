import { sql } from 'kysely'
import { csvRows } from './csvRows.ts'
import type { Head } from './head.ts'
import { applyReference } from './referenceLoad.ts'
import { RejectedRows } from './rejectedRows.ts'
import { type FileOutcome, type ImportRun, inOneGo, type Source, type SourceFile } from './source.ts'
import { type StagedValue, stage } from './staging.ts'

const areaCode = /^LSOA code\b/i
const areaName = /^LSOA name\b/i
const total = /^Total population\b/i

/** Residents of each LSOA; the header of the figure says what it is of, and is kept with it. */
export const populationSource: Source = {
  name: 'population',
  rank: 5,
  recognise: ({ fields }: Head) =>
    [areaCode, areaName, total].every((column) => fields.some((field) => column.test(field)))
      ? inOneGo((file, run) => loadPopulation(file, fields, run))
      : undefined,
}

async function loadPopulation(file: SourceFile, header: string[], run: ImportRun): Promise<FileOutcome> {
  const [codeAt, nameAt, totalAt] = [areaCode, areaName, total].map((column) =>
    header.findIndex((field) => column.test(field)),
  ) as [number, number, number]
  const rejected = new RejectedRows()
  const good: StagedValue[][] = []
  for await (const { line, text, fields } of csvRows(file, run, rejected, {
    fieldCount: header.length,
    header: true,
  })) {
    const code = fields[codeAt] ?? ''
    const residents = (fields[totalAt] ?? '').replace(/,/g, '')
    if (!/^[A-Z0-9]{6,12}$/.test(code)) rejected.add(line, 'the LSOA code is not a code', text)
    else if (!/^\d{1,8}$/.test(residents)) rejected.add(line, 'the population is not a whole number', text)
    else good.push([code, fields[nameAt] ?? '', Number(residents)])
  }
  return applyReference('population', file, run, { rejected, derivations: ['residents'] }, async (handle) => {
    await stage(handle, 'population', 'code text, name text, residents integer', good)
    const { rows } = await sql`
      insert into area as a (kind, code, name, residents, residents_source)
      select distinct on (code) 'lsoa', code, name, residents, ${header[totalAt] ?? ''} from population order by code
      on conflict (kind, code) do update set residents = excluded.residents, residents_source = excluded.residents_source
        where (a.residents, a.residents_source) is distinct from (excluded.residents, excluded.residents_source)
      returning 1`.execute(handle.kysely)
    return { loaded: good.length, changed: rows.length }
  })
}
