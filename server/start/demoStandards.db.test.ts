import { expect, it } from 'vitest'
import { startTestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { loadDemoStandards } from './demoStandards.ts'

onBothDatabases('the demo’s standards', (database) => {
  it('are published once, signed, for the invented force only, and claim no result', async () => {
    await aForce(database())
    await aNeighbourhood(database())
    await aForce(database(), { id: 'real', invented: false })
    await aNeighbourhood(database(), { force: 'real', code: 'R1', box: undefined })
    const now = new Date('2026-11-24T12:00:00Z')
    await loadDemoStandards(database(), now)
    await loadDemoStandards(database(), now)
    const app = await startTestApp(database(), { clock: () => now })
    try {
      const json = async (path: string) => (await fetch(`${app.url}/api/v1/neighbourhoods/${path}/standards`)).json()
      const body = await json('dogger/SP1')
      expect(body.versions).toMatchObject([{ number: 1, signedBy: { name: 'Inspector Wren Holmestead' } }])
      expect(body.standards).toHaveLength(12)
      const quarters = body.standards.map((one: { quarters: { state: string; entered: unknown }[] }) => one.quarters)
      // An empty database keeps no promise: nobody is shown, no priority, no month.
      expect(quarters.filter(([first]: { state: string }[]) => first?.state === 'met')).toEqual([])
      expect(quarters.flat().filter((one: { entered: unknown }) => one.entered !== null)).toEqual([])
      expect(quarters.every(([, last]: { state: string }[]) => last?.state === 'not-promised')).toBe(true)
      expect(await json('real/R1')).toMatchObject({ version: null })
    } finally {
      await app.close()
    }
  })
})
