import { expect, it } from 'vitest'
import { startTestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aSearchEntry } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { loadDemoPriorities } from './demoPriorities.ts'

onBothDatabases('the demo’s priorities', (database) => {
  it('fill the pages of teams that publish, name their own streets, and are made once', async () => {
    await aForce(database())
    const silverPit = await aNeighbourhood(database())
    await aNeighbourhood(database(), { code: 'SP2', name: 'Sparse', box: [2.4, 54.8, 2.44, 54.82] })
    for (const name of ['Outer Row', 'Inner Row'])
      await aSearchEntry(database(), { name, force: 'dogger', neighbourhoodId: silverPit })
    await database()
      .kysely.insertInto('team_member')
      .values({ neighbourhood_id: silverPit, position: 1, name: 'A. Example', rank: 'Sergeant', contact_details: '{}' })
      .execute()
    const now = new Date('2026-11-24T12:00:00Z')
    await loadDemoPriorities(database(), now)
    await loadDemoPriorities(database(), now)
    const app = await startTestApp(database(), { clock: () => now })
    const json = async (path: string) =>
      (await (await fetch(`${app.url}/api/v1/neighbourhoods/dogger/${path}`)).json()) as never
    try {
      const { open, closed } = (await json('SP1/priorities')) as { open: Record<string, unknown>[]; closed: unknown[] }
      expect([2, 3]).toContain(open.length)
      expect(closed).toHaveLength(1)
      expect(JSON.stringify([open, closed])).toMatch(/(Outer|Inner) Row/)
      expect(JSON.stringify([open, closed])).not.toMatch(/[*+]/)
      for (const priority of open)
        expect(priority).toMatchObject({ owner: 'Sergeant A. Example', withoutAction: false })
      const { events } = (await json('SP1/events')) as { events: { kind: string }[] }
      expect(events.filter((event) => event.kind === 'meeting')).toHaveLength(4)
      const { n } = await database()
        .kysely.selectFrom('event')
        .select((all) => all.fn.countAll<number>().as('n'))
        .where('starts_at', '<', now)
        .executeTakeFirstOrThrow()
      expect(Number(n)).toBe(4)
      expect(await json('SP2/priorities')).toMatchObject({ open: [{ withoutAction: true, actions: [] }], closed: [] })
      const page = await (await fetch(`${app.url}/neighbourhoods/dogger/SP2/priorities`)).text()
      expect(page).toContain('This was agreed more than three months ago.')
    } finally {
      await app.close()
    }
  })
})
