import { expect, it } from 'vitest'
import { concernsBody } from '../../shared/api/concerns.ts'
import { startTestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { aSearchEntry } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { loadDemoConcerns } from './demoConcerns.ts'
import { loadDemoPriorities } from './demoPriorities.ts'

onBothDatabases('the demo’s concerns', (database) => {
  it('name their own streets, wait or are shown, one is taken up, and are made once', async () => {
    await aForce(database())
    const silverPit = await aNeighbourhood(database())
    await aNeighbourhood(database(), { code: 'SP2', name: 'Sparse', box: [2.4, 54.8, 2.44, 54.82] })
    await aPublication(database(), {
      month: '2026-09',
      incidents: ['Outer Row', 'Inner Row'].map((name) => ({ at: [2.3, 54.7], street: `On or near ${name}` }) as const),
    })
    for (const name of ['Outer Row', 'Inner Row'])
      await aSearchEntry(database(), { name, force: 'dogger', neighbourhoodId: silverPit })
    await database()
      .kysely.insertInto('team_member')
      .values({ neighbourhood_id: silverPit, position: 1, name: 'A. Example', rank: 'Sergeant', contact_details: '{}' })
      .execute()
    const now = new Date('2026-11-24T12:00:00Z')
    await loadDemoPriorities(database(), now)
    await loadDemoConcerns(database(), now)
    await loadDemoConcerns(database(), now)
    const app = await startTestApp(database(), { clock: () => now })
    const listed = async (code: string) =>
      concernsBody.parse(await (await fetch(`${app.url}/api/v1/neighbourhoods/dogger/${code}/concerns`)).json())
        .concerns
    try {
      const concerns = await listed('SP1')
      expect(concerns).toHaveLength(4)
      expect(concerns.filter((concern) => concern.takenUp)).toHaveLength(1)
      expect(JSON.stringify(concerns)).toMatch(/On or near (Outer|Inner) Row/)
      expect(JSON.stringify(concerns)).not.toContain('*')
      for (const { devices } of concerns) expect(devices).toBeGreaterThan(1)
      expect(await listed('SP2')).toEqual([])
      const waiting = await database()
        .kysely.selectFrom('concern')
        .where('state', '=', 'waiting')
        .select('id')
        .execute()
      expect(waiting).toHaveLength(3)
    } finally {
      await app.close()
    }
  })
})
