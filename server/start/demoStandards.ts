import { standardSets } from '../../shared/standards/sets/index.ts'
import type { Database } from '../database/database.ts'
import { movePageVersion } from '../database/dataVersion.ts'
import { addDrafts } from '../standards/draftQueries.ts'
import { publishDefaults } from '../standards/publish.ts'

/** Publishes the demo's standards in every neighbourhood of the invented force, once. Their results are worked out like everyone's. */
export async function loadDemoStandards(database: Database, now: Date): Promise<void> {
  const { DEMO_SETS, DEMO_SIGNATURE } = await import('../../data/synthetic/standards.ts')
  const standards = standardSets.filter((set) => DEMO_SETS.includes(set.id)).flatMap((set) => set.standards)
  await database.transaction(async (handle) => {
    const { kysely } = handle
    const isThere = await kysely.selectFrom('standard_version').select('id').limit(1).executeTakeFirst()
    if (isThere) return
    for (const { id } of await kysely.selectFrom('force').where('is_invented', '=', true).select('id').execute()) {
      await addDrafts(handle, { forceId: id, neighbourhoodId: null }, standards)
      await publishDefaults(handle, id, { ...DEMO_SIGNATURE, personId: null }, now)
    }
    await movePageVersion(handle)
  })
}
