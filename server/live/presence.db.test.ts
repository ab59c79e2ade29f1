import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { Presence } from './presence.ts'

onBothDatabases('who is online', (database) => {
  let meeting: number
  const at = (seconds: number) => new Date(Date.UTC(2026, 8, 22, 18, 0, seconds))

  beforeAll(async () => {
    await aForce(database())
    meeting = await aMeeting(database(), { neighbourhood: await aNeighbourhood(database()) })
  })

  it('[M12] counts what a killed process has left for ten seconds after it last wrote, and no longer', async () => {
    const [killed, goesOn] = [new Presence(database(), randomUUID()), new Presence(database(), randomUUID())]
    for (const device of ['one', 'two']) killed.come(meeting, device)
    await killed.exchange(at(0))
    goesOn.come(meeting, 'three')
    for (const [seconds, online] of [
      [1, 3],
      [9, 3],
      [10, 1],
    ] as const) {
      await goesOn.exchange(at(seconds))
      expect(goesOn.online(meeting), `${seconds} s`).toBe(online)
    }
  })
})
