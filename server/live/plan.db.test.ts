import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { reduce } from '../../shared/live/reduce.ts'
import { emptyMeeting, usualSettings } from '../../shared/live/state.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { anItem } from '../../test/support/builders/live.ts'
import { aMeeting } from '../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { readLog } from './log.ts'
import { meetingOfCode, meetingPlace } from './queries.ts'

onBothDatabases('a planned meeting', (database) => {
  let neighbourhood: number
  beforeAll(async () => {
    await aForce(database())
    neighbourhood = await aNeighbourhood(database())
  })

  it('[M13] is an event with an agenda, a place on the map and a code of its own', async () => {
    const items = [anItem(1), anItem(2)]
    const settings = { questionsModerated: false }
    const meeting = await aMeeting(database(), {
      neighbourhood,
      items,
      settings,
      location: [2.3, 54.7],
      attendance: 'in-person',
    })
    const { kysely } = database()
    const row = await kysely.selectFrom('meeting').selectAll().where('id', '=', meeting).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ attendance: 'in-person', phase: 'planned', last_sequence: 1, most_online: null })
    expect(await meetingOfCode(kysely, row.join_code)).toBe(meeting)
    expect(await meetingPlace(kysely, meeting)).toEqual({ forceId: 'dogger', neighbourhoodId: neighbourhood })
    const { rows } =
      await sql`select st_x(location) as x, st_y(location) as y from meeting where id = ${meeting}`.execute(kysely)
    expect(rows).toEqual([{ x: 2.3, y: 54.7 }])
    const state = (await readLog(kysely, meeting, 0)).changes.reduce(reduce, emptyMeeting)
    expect(state).toMatchObject({ sequence: 1, phase: 'planned', settings: { ...usualSettings, ...settings } })
    expect(state.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  })

  it('[M13] without a place on the map has none', async () => {
    const meeting = await aMeeting(database(), { neighbourhood })
    const row = await database()
      .kysely.selectFrom('meeting')
      .select('location')
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow()
    expect(row.location).toBeNull()
  })

  it('[M1] goes with its event, log and all', async () => {
    const meeting = await aMeeting(database(), { neighbourhood })
    await database().kysely.deleteFrom('event').where('id', '=', meeting).execute()
    expect(await readLog(database().kysely, meeting, 0)).toEqual({ exists: false, changes: [] })
  })
})
