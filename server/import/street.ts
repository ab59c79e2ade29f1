import type { Handle } from '../database/database.ts'
import { moveDataVersion } from '../database/dataVersion.ts'
import { noteDerivation } from './derive/pending.ts'
import { fileHash, finishFileRecord, isCurrent, startFileRecord } from './fileRecord.ts'
import { RejectedRows } from './rejectedRows.ts'
import type { FileOutcome, ImportRun, LoadedMonth, Source, SourceFile } from './source.ts'
import { farIncidents } from './street/farPoints.ts'
import { streetLayout } from './street/layout.ts'
import { StreetLoad } from './street/streetLoad.ts'
import { StreetMemory } from './street/streetMemory.ts'

const name = 'street'

/**
 * Street-level crime, with today's header or that of 2012. One transaction a file: each force and month that it holds is replaced
 * whole, with everything counted from it, or stays as it was.
 * @param latestMonth YYYY-MM; a row of a later month is a mistake
 */
export function streetSource(latestMonth: string): Source {
  const memories = new Map<string, StreetMemory>()

  return {
    name,
    rank: 30,
    recognise: (head) => streetLayout(head) !== undefined,
    load: async (file, head, run): Promise<FileOutcome> => {
      const layout = streetLayout(head)
      if (!layout) throw new Error(`${file.name} is no street file`)
      const sha256 = await fileHash(file, run.signal)
      if (await isCurrent(run.database, name, sha256))
        return { rows: 0, loaded: 0, rejected: new RejectedRows(), unchanged: true, months: [] }

      const layoutName = `${layout.columns}`
      let memory = memories.get(layoutName)
      if (!memory || memory.isFull) memory = await StreetMemory.begin(run.database, layout)
      // Ids that this transaction is given are only to be remembered when it commits.
      memories.delete(layoutName)
      const work = memory
      const outcome = await run.database.transaction(async (handle) => {
        const importFileId = await startFileRecord(handle, name, file.name, sha256)
        const load = new StreetLoad(handle, layout, work, importFileId, run.signal, latestMonth)
        await load.read(file, run.progress)
        return finish(handle, load, work, importFileId, file, run)
      })
      memories.set(layoutName, work)
      return outcome
    },
  }
}

async function finish(
  handle: Handle,
  load: StreetLoad,
  memory: StreetMemory,
  importFileId: number,
  file: SourceFile,
  run: ImportRun,
): Promise<FileOutcome> {
  const months: LoadedMonth[] = []
  for (const publication of load.publications.values()) {
    const { rows, unplaced } = load.counts.totals(publication.id)
    const { force, month, replacedRows } = publication
    months.push({ force: force.id, month, rows, unplaced })
    if (replacedRows !== undefined && rows < replacedRows / 2)
      run.warn(
        `${file.name}: ${month} of ${force.name} had ${replacedRows} rows before and has ${rows} now: is the file whole?`,
      )
    warnOfFarPoints(load, memory, publication.id, `${month} of ${force.name}`, run)
    await handle.kysely
      .updateTable('publication')
      .set({ row_count: rows, placed_count: rows - unplaced })
      .where('id', '=', publication.id)
      .execute()
  }
  await load.counts.putAside(handle, (place) => memory.placeIds[place] ?? 0)
  await load.counts.write(handle)
  await finishFileRecord(handle, importFileId, load.rows, load.loaded)
  for (const [oldName, rows] of load.oldNames)
    run.warn(`${file.name}: ${rows} rows have the old crime type “${oldName}” and are counted under its name of today`)
  if (load.oddIdentifiers > 0)
    run.warn(
      `${file.name}: ${load.oddIdentifiers} Crime IDs are not 64 hexadecimal digits; the rows are loaded without them`,
    )
  if (load.rows === 0) run.warn(`${file.name}: the file has a header and no rows`)
  if (load.newPoints > 0) await noteDerivation(handle, 'search')
  await noteDerivation(handle, 'analyze')
  await moveDataVersion(handle)
  return { rows: load.rows, loaded: load.loaded, rejected: load.rejected, unchanged: false, months }
}

function warnOfFarPoints(
  load: StreetLoad,
  memory: StreetMemory,
  publicationId: number,
  what: string,
  run: ImportRun,
): void {
  const points = [...load.counts.placeWeights(publicationId)].map(([place, incidents]) => ({
    position: memory.positions[place] as [number, number],
    incidents,
  }))
  const far = farIncidents(points)
  if (far.incidents > 0)
    run.warn(
      `${what}: ${far.incidents} incidents lie far outside the force's area, up to ${Math.round(far.farthestKilometres)} km from its middle; they are kept where they were published`,
    )
}
