import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import type { Database } from '../../server/database/database.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { storedCommands } from '../../server/faults/storedCommands.ts'
import { makeChairLink } from '../../server/live/chair.ts'
import { readLog } from '../../server/live/log.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { aMeeting } from '../support/builders/meeting.ts'
import { openTestDatabase } from '../support/database.ts'
import { faultsAfterKills, meetingUnderKills } from './meetingUnderKills.ts'

const kills = 2
const phones = 10
const secret = 'the same after every start, as it has to be'

/** A meeting, and the cookie of a resident who chairs it by a link. */
async function prepared(database: Database): Promise<{ meeting: number; chairCookie: string }> {
  await aForce(database)
  const meeting = await aMeeting(database, { neighbourhood: await aNeighbourhood(database) })
  const link = { meeting, name: 'Amina', madeBy: null, expiresAt: new Date(Date.now() + 86_400_000) }
  const token = await database.transaction((handle) => makeChairLink(handle, link, new Date()))
  return { meeting, chairCookie: `chair-${meeting}=${token}` }
}

/** Looks at what is left when the server is gone. */
async function examine(database: Database, meeting: number, outcome: Awaited<ReturnType<typeof meetingUnderKills>>) {
  const { changes } = await readLog(database.kysely, meeting, 0)
  expect(faultsAfterKills(outcome, changes, await storedCommands(database, meeting))).toEqual([])
  expect(outcome.acknowledged.length).toBeGreaterThan(kills * 10)
  expect(outcome.clients).toHaveLength(phones + 1)
}

// Each start of a service takes some seconds, more on a machine that has other things to do.
describe('a running meeting whose server is killed', { timeout: 400_000 }, () => {
  it('[M9] loses nothing that was acknowledged, stores nothing twice, and every client comes back to the same state (embedded database)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'our-patch-meeting-'))
    try {
      const path = join(folder, 'database')
      const seeding = await openEmbedded(path, new Blob([readFileSync(inject('preparedArchive'))]))
      const given = await prepared(seeding)
      await seeding.close()
      const environment = { DATA_DIR: folder, DATABASE_URL: '', DEMO: 'off', SECRET: secret }
      const outcome = await meetingUnderKills({ ...given, environment, phones, kills, betweenMs: 1500 })
      const database = await openEmbedded(path)
      await examine(database, given.meeting, outcome).finally(() => database.close())
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it.skipIf(!process.env['TEST_DATABASE_URL'])('[M9] the same (server database)', async () => {
    const { database, url, remove } = await openTestDatabase('server')
    try {
      const given = await prepared(database)
      const environment = { DATABASE_URL: url ?? '', DEMO: 'off', SECRET: secret }
      const outcome = await meetingUnderKills({ ...given, environment, phones, kills, betweenMs: 1500 })
      await examine(database, given.meeting, outcome)
    } finally {
      await remove()
    }
  })
})
