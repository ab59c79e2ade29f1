import type { Database, Handle } from '../../database/database.ts'
import { moveDataVersion } from '../../database/dataVersion.ts'
import { checkStop } from '../source.ts'
import { contestedWards, deriveWardOutlines } from './outlines.ts'
import { type Derivation, noteDerivation, pendingDerivations, strikeOut } from './pending.ts'
import { derivePointNeighbourhoods } from './points.ts'
import { deriveResidents } from './residents.ts'
import { deriveSearchEntries } from './search.ts'

/** Tables, and columns where not all matter, whose statistics the plans of pages and tiles rest on. No geometry is among them. */
const loadedTables = [
  'crime (month, cell, category_id, map_point_id)',
  'hexagon_count (resolution, month, cell)',
  'force_count',
  'neighbourhood_count',
  'map_point (id, cell, neighbourhood_id)',
  'neighbourhood (id, force_id, code)',
  'neighbourhood_outline (neighbourhood_id)',
  'area (kind, code)',
  'postcode (postcode)',
  'lsoa',
  'publication',
  'basemap_feature (layer, minimum_zoom)',
]

/**
 * Geometry, for the server alone: the embedded PostGIS estimates joins of analysed geometry at millions to one, which PostgreSQL refuses
 * ("invalid function selectivity"); without statistics it takes its defaults.
 */
const loadedGeometry = [
  'neighbourhood_outline (outline)',
  'area (outline, middle)',
  'postcode (location)',
  'basemap_feature (geometry)',
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
    const steps = together(
      pending.filter((step) => !options.beforeMore || step === 'outlines' || step === 'points'),
      database,
    )
    if (steps.length === 0) return done
    if (options.signal) checkStop(options.signal)
    const ended = await Promise.allSettled(
      steps.map((step) => {
        options.onStep?.(step)
        return run(database, step, options)
      }),
    )
    const failed = ended.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
    done.push(...steps)
  }
}

/** The step that is next; with the search entries the statistics of all that they do not touch, where two can run at once. */
function together(pending: Derivation[], database: Database): Derivation[] {
  const [next] = pending
  if (next === 'search' && pending.includes('analyze') && database.isConcurrent) return ['search', 'analyze']
  return next === undefined ? [] : [next]
}

async function run(database: Database, step: Derivation, options: FinishOptions): Promise<void> {
  if (step === 'analyze') return analyse(database, step, loadedTables, loadedGeometry)
  if (step === 'analyze_search') return analyse(database, step, ['search_entry (name_folded, neighbourhood_id)'], [])
  await database.transaction((handle) => derive(handle, step, options))
}

type DerivedStep = Exclude<Derivation, 'analyze' | 'analyze_search'>

async function derive(handle: Handle, step: DerivedStep, options: FinishOptions): Promise<void> {
  // A plan of a freshly filled table is never worth compiling.
  await handle.execute('set local jit = off')
  const changed = await steps[step](handle, options)
  await strikeOut(handle, step)
  if (changed > 0) {
    await noteDerivation(handle, step === 'search' ? 'analyze_search' : 'analyze')
    await moveDataVersion(handle)
  }
}

const steps: Record<DerivedStep, (handle: Handle, options: FinishOptions) => Promise<number>> = {
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

/**
 * Takes statistics for the planner. The embedded database has no worker that tidies by and by: there, VACUUM also makes the room of
 * replaced rows free again and lets index-only scans trust what was loaded. A server's worker does both within a minute, and samples ten
 * times as many rows: until then a few thousand do.
 */
async function analyse(
  database: Database,
  step: Derivation,
  tables: readonly string[],
  geometry: readonly string[],
): Promise<void> {
  if (database.kind === 'embedded') await database.execute(`vacuum (analyze) ${tables.join(', ')}`)
  else
    await database.transaction((handle) =>
      handle.execute(`set local default_statistics_target = 10; analyze ${[...tables, ...geometry].join(', ')}`),
    )
  await strikeOut(database, step)
}
