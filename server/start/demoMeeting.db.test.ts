import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aPostcode } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { chairLinkOf } from '../live/chair.ts'
import { readLog } from '../live/log.ts'
import { stateOf } from '../meetings/agenda.ts'
import { demoMeeting } from './demoMeeting.ts'

onBothDatabases('the invented force’s open meeting', (database) => {
  let app: TestApp
  let now = new Date('2026-11-24T12:07:00Z')
  const url = 'http://localhost:3000'
  const idOf = (page: string | undefined) => Number(/\/meetings\/(\d+)$/.exec(page ?? '')?.[1])
  const log = async (id: number) => stateOf((await readLog(database().kysely, id, 0)).changes)

  beforeAll(async () => {
    app = await startTestApp(database(), { clock: () => now })
  })
  afterAll(() => app.close())

  it('is made where the force is there, with an agenda, questions, and a chair’s link that works', async () => {
    expect(await demoMeeting(app.context, url)).toBeNull()
    await aForce(database())
    await aNeighbourhood(database())
    await aPostcode(database(), 'ZZ11AA')
    const made = await demoMeeting(app.context, url)
    const id = idOf(made?.page)
    const state = await log(id)
    expect(state.phase).toBe('planned')
    expect(state.items.length).toBeGreaterThanOrEqual(8)
    expect(state.questions.filter(({ isPublic }) => isPublic).map(({ backings }) => backings)).toEqual([7, 4, 2])
    expect(state.questions.filter(({ state }) => state === 'waiting')).toHaveLength(2)
    expect(await chairLinkOf(app.context, id, made?.chair.split('/').at(-1) ?? '')).toMatchObject({
      name: 'A. Resident',
    })
    const answer = (await (await fetch(`${app.url}/api/v1/meetings/${id}`)).json()) as { meeting: object }
    expect(answer.meeting).toMatchObject({
      startsAt: '2026-11-24T12:15:00.000Z',
      plan: { joinCode: made?.joinCode, location: { longitude: 2.3, latitude: 54.7 } },
    })
  })

  it('is the same at the next start, moved to now if nobody began it, and another once it was held', async () => {
    const first = idOf((await demoMeeting(app.context, url))?.page)
    now = new Date('2026-11-29T09:00:00Z')
    expect(idOf((await demoMeeting(app.context, url))?.page)).toBe(first)
    const { starts_at } = await database()
      .kysely.selectFrom('event')
      .where('id', '=', first)
      .select('starts_at')
      .executeTakeFirstOrThrow()
    expect(starts_at.toISOString()).toBe('2026-11-29T09:15:00.000Z')
    for (const kind of ['meeting:start', 'meeting:close'] as const)
      await app.context.live.commandAs(
        { kind: 'chair', isTeam: true },
        { id: crypto.randomUUID(), meeting: first, kind, detail: {} },
      )
    const second = idOf((await demoMeeting(app.context, url))?.page)
    expect(second).not.toBe(first)
    expect((await log(second)).phase).toBe('planned')
  })
})
