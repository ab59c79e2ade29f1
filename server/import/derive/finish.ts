import type { Database, Handle } from '../../database/database.ts'
import { moveDataVersion } from '../../database/dataVersion.ts'
import { checkStop } from '../source.ts'
import { contestedWards, deriveWardOutlines } from './outlines.ts'
import { type Derivation, noteDerivation, pendingDerivations, strikeOut } from './pending.ts'
import { derivePointNeighbourhoods } from './points.ts'
import { deriveResidents } from './residents.ts'
import { deriveSearchEntries } from './search.ts'

/** Tables whose statistics the plans of pages and tiles rest on. */
const analysedTables = [
  'crime',
  'force_count',
  'point_count',
  'hexagon_count',
  'hexagon',
  'neighbourhood_count',
  'map_point',
  'neighbourhood',
  'neighbourhood_outline',
  'area',
  'postcode',
  'search_entry',
  'lsoa',
  'publication',
  'basemap_feature',
]

export interface FinishOptions {
  signal?: AbortSignal
  onStep?: (step: Derivation) => void
  warn?: (warning: string) => void
  /** Leave statistics for later: more is about to be loaded. */
  beforeMore?: boolean
}

/**
 * Derives whatever loaded data still call for, each step in a transaction of its own; what a dead process left undone, this finishes.
 * Call it after a load, and at the start of a server.
 * @returns the steps that were done
 */
export async function finishDerivations(database: Database, options: FinishOptions = {}): Promise<Derivation[]> {
  const done: Derivation[] = []
  for (;;) {
    const pending = await pendingDerivations(database)
    const step = pending.find((candidate) => !options.beforeMore || candidate === 'outlines' || candidate === 'points')
    if (step === undefined) return done
    if (options.signal) checkStop(options.signal)
    options.onStep?.(step)
    if (step === 'analyze') await analyse(database)
    else await database.transaction((handle) => derive(handle, step, options))
    done.push(step)
  }
}

async function derive(handle: Handle, step: Exclude<Derivation, 'analyze'>, options: FinishOptions): Promise<void> {
  const changed = await steps[step](handle, options)
  await strikeOut(handle, step)
  if (changed > 0) {
    await noteDerivation(handle, 'analyze')
    await moveDataVersion(handle)
  }
}

const steps: Record<Exclude<Derivation, 'analyze'>, (handle: Handle, options: FinishOptions) => Promise<number>> = {
  outlines: async (handle, options) => {
    const contested = await contestedWards(handle)
    if (contested.length > 0)
      options.warn?.(`Wards matched with more than one neighbourhood stand in for none: ${contested.join(', ')}`)
    const changed = await deriveWardOutlines(handle)
    if (changed > 0) await noteDerivation(handle, 'points', 'residents', 'search')
    return changed
  },
  points: async (handle) => {
    const changed = await derivePointNeighbourhoods(handle)
    if (changed > 0) await noteDerivation(handle, 'search')
    return changed
  },
  residents: deriveResidents,
  search: deriveSearchEntries,
}

/** Statistics for the planner; VACUUM also lets index-only scans trust what was just loaded and summarises the BRIN indexes. */
async function analyse(database: Database): Promise<void> {
  await database.execute(`vacuum (analyze) ${analysedTables.join(', ')}`)
  await strikeOut(database, 'analyze')
}
