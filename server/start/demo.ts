import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { importPaths } from '../import/index.ts'
import { loadDemoConcerns } from './demoConcerns.ts'
import { loadDemoPriorities } from './demoPriorities.ts'
import { loadDemoStandards } from './demoStandards.ts'

/**
 * Fills an empty database with the invented force: writes its files as a force would publish them, and imports those.
 * A start that was cut short begins again: files that are loaded already are found unchanged.
 * @param onProgress 0 to 1 of the whole, and what is being done
 */
export async function loadDemo(
  config: Config,
  database: Database,
  onProgress: (done: number, what: string) => void,
): Promise<void> {
  const folder = join(config.dataDirectory, 'demo')
  const written = 0.3
  // Fetched only here: a start with the force already there does not need its inventor.
  const { generateDemo } = await import('../../data/synthetic/index.ts')
  await generateDemo(folder, {
    onProgress: (done, total) => onProgress((written * done) / total, 'Inventing a place'),
  })
  await importPaths(database, {
    paths: [folder],
    onProgress: (progress) =>
      onProgress(
        written + ((1 - written) * progress.bytesDone) / Math.max(1, progress.bytesTotal),
        'Loading its figures',
      ),
  })
  await loadDemoPriorities(database, new Date())
  await loadDemoStandards(database, new Date())
  await loadDemoConcerns(database, new Date())
  await rm(folder, { recursive: true, force: true })
}

/** Whether the demo is wanted and nothing else is there: no force, or only the invented one whose files are still there since its load was cut short. */
export async function demoIsDue(config: Config, database: Database): Promise<boolean> {
  if (!config.demo) return false
  const forces = await database.kysely.selectFrom('force').select(['id', 'is_invented']).execute()
  if (forces.length === 0) return true
  if (forces.some((force) => !force.is_invented)) return false
  return existsSync(join(config.dataDirectory, 'demo'))
}
