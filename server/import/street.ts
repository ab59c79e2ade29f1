import { forceWithId } from '../../shared/forces.ts'
import type { Handle } from '../database/database.ts'
import { moveDataVersion } from '../database/dataVersion.ts'
import { noteDerivation } from './derive/pending.ts'
import { fileHash, finishFileRecord, isCurrent, startFileRecord } from './fileRecord.ts'
import { RejectedRows } from './rejectedRows.ts'
import {
  type BegunFile,
  checkStop,
  type FileOutcome,
  FileRefused,
  type ImportRun,
  type LoadedMonth,
  type Source,
  type SourceFile,
} from './source.ts'
import { farIncidents } from './street/farPoints.ts'
import { type StreetLayout, streetLayout } from './street/layout.ts'
import type { OpenPublication } from './street/publications.ts'
import { StreetLoad } from './street/streetLoad.ts'
import { StreetMemory } from './street/streetMemory.ts'

const name = 'street'

/**
 * Street-level crime, with today's header or that of 2012. One transaction a file: each force and month that it holds is replaced
 * whole, with everything counted from it, or stays as it was.
 * @param latestMonth YYYY-MM; a row of a later month is a mistake
 */
export function streetSource(latestMonth: string): Source {
  const memories = new Map<number, StreetMemory>()
  /** The load whose transaction was begun last. */
  let lastLoad: StreetLoad | undefined

  async function memoryFor(layout: StreetLayout, run: ImportRun): Promise<StreetMemory> {
    const held = memories.get(layout.columns)
    if (held && !held.isFull) return held
    const fresh = await StreetMemory.begin(run.database, layout)
    memories.set(layout.columns, fresh)
    return fresh
  }

  async function begin(file: SourceFile, layout: StreetLayout, run: ImportRun): Promise<BegunFile> {
    const sha256 = await fileHash(file, run.signal)
    if (await isCurrent(run.database, name, sha256)) return { finish: async () => unchanged(), abandon: async () => {} }
    const load = new StreetLoad(layout, await memoryFor(layout, run), run.signal, latestMonth)
    const batches = load.batches(file, run.progress)
    const first = batches.next()
    first.catch(() => {}) // told by finish
    return {
      abandon: async () => void (await batches.return(undefined)),
      finish: async (turn, stages) => {
        const before = lastLoad
        lastLoad = load
        // Another memory does not have the ids that the file before was given.
        if (before?.memory !== load.memory) await turn
        return run.database
          .transaction(async (handle) => {
            // No plan here is worth compiling; and the run's last commit, which waits for the disk, makes this one lasting too.
            await handle.execute('set local jit = off; set local synchronous_commit = off')
            const importFileId = await startFileRecord(handle, name, file.name, sha256)
            await load.write(handle, importFileId, batches, first, stages.read, {
              added: before?.added ?? new Map(),
              publications: before?.publications ?? new Map(),
              loaded: turn,
            })
            if (!run.allowSmaller) refuseShrunk(load)
            stages.handedOver()
            return finish(handle, load, importFileId, file, run, turn)
          })
          .catch(async (error) => {
            await turn.catch(() => {}) // the file before may still need what is forgotten here
            load.memory.forgetIds()
            lastLoad = undefined
            await batches.return(undefined).catch(() => {})
            throw error
          })
      },
    }
  }

  return {
    name,
    rank: 30,
    recognise: (head) => {
      const layout = streetLayout(head)
      return layout && ((file, run) => begin(file, layout, run))
    },
  }
}

/** A month of fewer rows than this may shrink as it likes. */
const guardedRows = 100

/**
 * Refuses a file that would take most of a month away: half a download, or a stray row of another month.
 * @throws FileRefused naming the month
 */
function refuseShrunk(load: StreetLoad): void {
  for (const publication of load.publications.values()) {
    const { force, month, replacedRows = 0 } = publication
    const { rows } = load.counts.totals(publication)
    if (replacedRows >= guardedRows && rows < replacedRows / 2)
      throw new FileRefused(
        `it holds ${rows} rows of ${month} of ${force.name}, of which ${replacedRows} are loaded: is it whole? If it is, give --allow-smaller`,
      )
  }
}

function unchanged(): FileOutcome {
  return { rows: 0, loaded: 0, rejected: new RejectedRows(), unchanged: true, months: [] }
}

async function finish(
  handle: Handle,
  load: StreetLoad,
  importFileId: number,
  file: SourceFile,
  run: ImportRun,
  turn: Promise<void>,
): Promise<FileOutcome> {
  const months: LoadedMonth[] = []
  for (const publication of load.publications.values()) {
    const { rows, unplaced } = load.counts.totals(publication)
    const { force, month, replacedRows, isNewForce } = publication
    months.push({ force: force.id, month, rows, unplaced })
    if (isNewForce && forceWithId(force.id) === undefined)
      run.warn(
        `${file.name}: “${force.name}” is not in the list of forces that publish; it is one of its own here now, ${force.id}`,
      )
    if (replacedRows !== undefined && rows < replacedRows / 2)
      run.warn(
        `${file.name}: ${month} of ${force.name} had ${replacedRows} rows before and has ${rows} now: is the file whole?`,
      )
    noteFarPoints(load, publication, run)
  }
  await load.finishWriting(handle)
  for (const publication of load.publications.values()) {
    const { rows, unplaced } = load.counts.totals(publication)
    await handle.kysely
      .updateTable('publication')
      .set({ row_count: rows, placed_count: rows - unplaced })
      .where('id', '=', publication.id)
      .execute()
  }
  await load.counts.writeForceCounts(handle)
  await finishFileRecord(handle, importFileId, load.rows, load.loaded)
  for (const [oldName, rows] of load.oldNames)
    run.warn(`${file.name}: ${rows} rows have the old crime type “${oldName}” and are counted under its name of today`)
  if (load.oddIdentifiers > 0)
    run.warn(
      `${file.name}: ${load.oddIdentifiers} Crime IDs are not 64 hexadecimal digits; the rows are loaded without them`,
    )
  if (load.rows === 0) run.warn(`${file.name}: the file has a header and no rows`)
  // Crimes name map points that the file before may have added: they are not before it is, nor at all without it.
  await turn
  checkStop(run.signal)
  await noteDerivation(handle, 'analyze', ...(load.added.size > 0 ? (['search'] as const) : []))
  await moveDataVersion(handle)
  return { rows: load.rows, loaded: load.loaded, rejected: load.rejected, unchanged: false, months }
}

/** Tells the run of incidents far outside the force's area; it adds the months of a force up. */
function noteFarPoints(load: StreetLoad, publication: OpenPublication, run: ImportRun): void {
  const points = [...load.counts.placeWeights(publication)].map(([place, incidents]) => ({
    position: load.memory.positions[place] as [number, number],
    incidents,
  }))
  run.noteFar(publication.force.name, farIncidents(points))
}
