import type { Database, Handle } from '../../database/database.ts'
import { moveDataVersion } from '../../database/dataVersion.ts'
import { checkStop } from '../source.ts'
import { contestedWards, deriveWardOutlines } from './outlines.ts'
import { type Derivation, noteDerivation, pendingDerivations, strikeOut } from './pending.ts'
import { derivePointNeighbourhoods } from './points.ts'
import { deriveResidents } from './residents.ts'
import { deriveSearchEntries } from './search.ts'

/** Tables, and columns where not all matter, whose statistics the plans of pages and tiles rest on. No geometry is among them. */
const analysedTables = [
  'crime (month, cell, category_id, map_point_id)',
  'hexagon_count (resolution, month, cell)',
  'force_count',
  'neighbourhood_count',
  'map_point (id, cell, neighbourhood_id)',
  'neighbourhood (id, force_id, code)',
  'neighbourhood_outline (neighbourhood_id)',
  'area (kind, code)',
  'postcode (postcode)',
  'search_entry (name_folded, neighbourhood_id)',
  'lsoa',
  'publication',
  'basemap_feature (layer, minimum_zoom)',
]

/**
 * Geometry, for the server alone: the embedded PostGIS estimates joins of analysed geometry at millions to one, which PostgreSQL refuses
 * ("invalid function selectivity"); without statistics it takes its defaults.
 */
const analysedGeometry = [
  'map_point (location)',
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
    const steps = pending.filter((step) => !options.beforeMore || step === 'outlines' || step === 'points')
    const [step] = steps
    if (step === undefined) return done
    if (options.signal) checkStop(options.signal)
    options.onStep?.(step)
    if (step === 'analyze') await analyse(database)
    else await database.transaction((handle) => derive(handle, step, options))
    done.push(step)
  }
}

async function derive(handle: Handle, step: Exclude<Derivation, 'analyze'>, options: FinishOptions): Promise<void> {
  // A plan of a freshly filled table is never worth compiling.
  await handle.execute('set local jit = off')
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

/**
 * Takes statistics for the planner. The embedded database has no worker that tidies by and by: there, VACUUM also makes the room of
 * replaced rows free again and lets index-only scans trust what was loaded. A server's worker does both, and samples more, soon after.
 */
async function analyse(database: Database): Promise<void> {
  if (database.kind === 'embedded') await database.execute(`vacuum (analyze) ${analysedTables.join(', ')}`)
  else
    await database.transaction((handle) =>
      handle.execute(
        `set local default_statistics_target = 40; analyze ${[...analysedTables, ...analysedGeometry].join(', ')}`,
      ),
    )
  await strikeOut(database, 'analyze')
}
