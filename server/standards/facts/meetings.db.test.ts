import { beforeAll, beforeEach, expect, it } from 'vitest'
import { quarterBounds } from '../../../shared/standards/quarter.ts'
import { aForce, aNeighbourhood } from '../../../test/support/builders/crime.ts'
import { aMeeting } from '../../../test/support/builders/meeting.ts'
import { onBothDatabases } from '../../../test/support/database.ts'
import type { Asked } from './asked.ts'
import { meetingSatisfaction, meetingsHeld, minutesInTime } from './meetings.ts'

const now = new Date('2026-11-24T10:00:00Z')
const evening = (day: string) => new Date(`${day}T20:00:00Z`)

onBothDatabases('facts of meetings', (database) => {
  let here: number
  let beside: number

  beforeAll(async () => {
    await aForce(database())
    here = await aNeighbourhood(database())
    beside = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit' })
  })
  beforeEach(async () => void (await database().kysely.deleteFrom('event').execute()))

  const asked = (quarter: Asked['quarter'], given: Partial<Asked> = {}): Asked => {
    const { from, to } = quarterBounds(quarter)
    const until = to < now ? to : now
    return {
      reader: database().kysely,
      neighbourhoodId: here,
      key: 'x',
      terms: {},
      quarter,
      since: from,
      from,
      to: until,
      now,
      ...given,
    }
  }
  /** A meeting with what its log says of it: kinds of changes, and when. */
  async function logged(
    changes: [kind: string, day: string][],
    phase: 'running' | 'closed' | 'published',
    neighbourhood = here,
  ) {
    const id = await aMeeting(database(), { neighbourhood })
    for (const [index, [kind, day]] of changes.entries())
      await database()
        .kysely.insertInto('meeting_change')
        .values({
          meeting_id: id,
          sequence: index + 2,
          kind,
          detail: '{}',
          happened_at: evening(day),
          command_id: null,
        })
        .execute()
    await database()
      .kysely.updateTable('meeting')
      .set({ phase, last_sequence: changes.length + 1 })
      .where('id', '=', id)
      .execute()
    return id
  }
  const feedback = (meeting: number, scores: number[]) =>
    database()
      .kysely.insertInto('meeting_feedback')
      .values(scores.map((usefulness) => ({ meeting_id: meeting, device_hash: null, usefulness, given_at: now })))
      .execute()

  it('the last meeting held is the last that was closed by the end of the quarter', async () => {
    expect(await meetingsHeld(asked('2026-Q4'))).toMatchObject({ day: '2026-11-24', lastHeldOn: null })
    await logged([['meeting:closed', '2026-06-10']], 'closed')
    await logged(
      [
        ['meeting:closed', '2026-09-10'],
        ['meeting:reopened', '2026-09-10'],
        ['meeting:closed', '2026-09-11'],
      ],
      'published',
    )
    await logged(
      [
        ['meeting:closed', '2026-11-01'],
        ['meeting:reopened', '2026-11-01'],
      ],
      'running',
    )
    await logged([['meeting:closed', '2026-11-20']], 'closed', beside)
    expect(await meetingsHeld(asked('2026-Q4'))).toMatchObject({ lastHeldOn: '2026-09-11' })
    expect(await meetingsHeld(asked('2026-Q3'))).toMatchObject({ day: '2026-09-30', lastHeldOn: '2026-09-11' })
    expect(await meetingsHeld(asked('2026-Q2'))).toMatchObject({ day: '2026-06-30', lastHeldOn: '2026-06-10' })
    expect(await meetingsHeld(asked('2026-Q2', { since: evening('2026-05-10') }))).toMatchObject({
      promisedOn: '2026-05-10',
    })
  })

  it('minutes count from the close to their first publication; taken back they are not published', async () => {
    await logged(
      [
        ['meeting:closed', '2026-10-01'],
        ['minutes:published', '2026-10-10'],
        ['minutes:withdrawn', '2026-11-01'],
        ['minutes:published', '2026-11-02'],
      ],
      'published',
    )
    await logged(
      [
        ['meeting:closed', '2026-10-05'],
        ['minutes:published', '2026-10-10'],
        ['minutes:withdrawn', '2026-11-01'],
      ],
      'closed',
    )
    await logged([['meeting:closed', '2026-11-20']], 'closed')
    await logged([['meeting:closed', '2026-09-20']], 'closed') // of another quarter
    await logged([['meeting:closed', '2026-10-20']], 'closed', beside)
    const facts = await minutesInTime(asked('2026-Q4'))
    expect(facts?.today).toBe('2026-11-24')
    expect(facts?.meetings.toSorted((one, other) => one.closedOn.localeCompare(other.closedOn))).toEqual([
      { closedOn: '2026-10-01', publishedOn: '2026-10-10' },
      { closedOn: '2026-10-05', publishedOn: null },
      { closedOn: '2026-11-20', publishedOn: null },
    ])
  })

  it('what people said counts in the quarter of the meeting', async () => {
    await feedback(await logged([['meeting:closed', '2026-10-01']], 'published'), [5, 4, 3, 1])
    await feedback(await logged([['meeting:closed', '2026-11-01']], 'closed'), [4])
    await feedback(await logged([['meeting:closed', '2026-09-01']], 'published'), [1, 1])
    await feedback(await logged([['meeting:closed', '2026-10-01']], 'published', beside), [1])
    expect(await meetingSatisfaction(asked('2026-Q4'))).toEqual({ answers: 5, useful: 3 })
    expect(await meetingSatisfaction(asked('2026-Q3'))).toEqual({ answers: 2, useful: 0 })
  })
})
