import { afterAll, beforeAll, expect, it } from 'vitest'
import { minutesBody } from '../../shared/api/minutes.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aPostcode } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { chairLinkOf } from '../live/chair.ts'
import { readLog } from '../live/log.ts'
import { stateOf } from '../meetings/agenda.ts'
import { chairLinks } from '../meetings/chairLinks.ts'
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

  it('stands beside one that was held some weeks ago, made once', async () => {
    const neighbourhood = (await database().kysely.selectFrom('neighbourhood').select('id').executeTakeFirstOrThrow())
      .id
    const startsAt = new Date('2026-10-20T18:00:00Z')
    const at = { neighbourhood_id: neighbourhood, kind: 'meeting' as const, title: 'Priorities meeting' }
    const { id } = await database()
      .kysely.insertInto('event')
      .values({ ...at, starts_at: startsAt })
      .returning('id')
      .executeTakeFirstOrThrow()
    const priority = await database()
      .kysely.insertInto('priority')
      .values({ neighbourhood_id: neighbourhood, issue: 'Speeding', agreed_on: '2026-09-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (let start = 0; start < 2; start += 1) await demoMeeting(app.context, url)
    const body = minutesBody.parse(await (await fetch(`${app.url}/api/v1/meetings/${id}/minutes`)).json())
    expect(body).toMatchObject({ closedAt: '2026-10-20T19:26:00.000Z', attendance: { room: 31, online: 24 } })
    const lines = body.items.flatMap((item) => item.lines)
    expect(lines.filter(({ kind }) => kind === 'decision')).toHaveLength(2)
    expect(lines.find(({ kind }) => kind === 'action')?.priority).toMatchObject({ id: priority.id })
    expect(body.items.flatMap(({ questions }) => questions.map(({ outcome }) => outcome))).toEqual(['words', 'later'])
    expect(body.usefulness.answers).toBeGreaterThanOrEqual(5)
    const messages = await database().kysely.selectFrom('message').select(['meeting_id', 'answered_at']).execute()
    expect(messages).toMatchObject([{ meeting_id: id, answered_at: new Date('2026-10-29T18:00:00Z') }])
  })

  it('is the same at the next start, moved to now if nobody began it, and another once it was held', async () => {
    const first = idOf((await demoMeeting(app.context, url))?.page)
    // Each start's link takes the place of the one before, and nothing that pages show is written again.
    const version = await app.context.pageVersion()
    const chairs = async () => chairLinks(database().kysely, first, now)
    expect(await chairs()).toHaveLength(1)
    const [before] = await chairs()
    const again = await demoMeeting(app.context, url)
    expect(await chairs()).toMatchObject([{ name: 'A. Resident' }])
    expect((await chairs())[0]?.id).not.toBe(before?.id)
    expect(await chairLinkOf(app.context, first, again?.chair.split('/').at(-1) ?? '')).toBeDefined()
    app.context.forgetPageVersion()
    expect(await app.context.pageVersion()).toBe(version)
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
