import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  HELD_ACTION,
  HELD_DECISION,
  HELD_FEEDBACK,
  HELD_NEXT,
  HELD_NOTES,
  HELD_QUESTIONS,
  LATER_ANSWER,
} from '../../data/synthetic/heldMeeting.ts'
import type { MinutesEntry } from '../../shared/live/state.ts'
import { addDays, londonDay } from '../../shared/time/london.ts'
import type { Handle } from '../database/database.ts'
import { planMeeting } from '../live/plan.ts'
import { beginningOf } from '../meetings/agenda.ts'
import { choosePriorities } from '../meetings/minutes/actions.ts'
import { keepAnswer } from '../meetings/minutes/feedbackQueries.ts'
import { aDevice, DemoLog, theTeam } from './demoLog.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** About so many days ago; what follows from a meeting took its time since. */
const heldDaysAgo = 35
const publishedAfterDays = 6
const answeredAfterDays = 9

interface Named {
  street: string | null
  sergeant: string | null
}

/** An earlier date of the invented force, to be made a meeting that was held. */
interface DateToHold {
  id: number
  neighbourhoodId: number
  starts_at: Date
}

/**
 * Makes one of the invented force's earlier dates a meeting that was held: with what was said, decided and asked, its minutes published, an action
 * that a priority has, a question answered later, and what people thought of it.
 */
export async function holdDemoMeeting(handle: Handle, event: DateToHold, named: Named): Promise<void> {
  const { items, settings } = await beginningOf(handle.kysely, 'usual')
  await planMeeting(handle, event.id, { items, settings }, after(event.starts_at, -8 * dayMs))
  const log = await DemoLog.of(handle, event.id)
  const action = hold(log, event.starts_at, named)
  const priority = await firstPriority(handle, event.neighbourhoodId)
  await choosePriorities(handle, event.id, new Map([[action, priority]]))
  await log.write(handle)
  for (const [index, said] of HELD_FEEDBACK.entries()) {
    const answer = { meeting: event.id, device: randomBytes(16).toString('hex'), ...said }
    await keepAnswer(handle, answer, after(event.starts_at, 2 * 60 * minuteMs + index * 5 * 60 * minuteMs))
  }
}

/** Sends all that happened from the start to the answer that came later; gives the id of the action. */
function hold(log: DemoLog, startsAt: Date, { street, sergeant }: Named): string {
  const at = (minutes: number) => after(startsAt, minutes * minuteMs)
  const named = (text: string) => text.replaceAll('*', street ?? 'the main street')
  const { items } = log.state
  const idOf = (number: number) => items[number - 1]?.id ?? null
  const next = (minute: number) => log.send(at(minute), theTeam, 'meeting:next', { from: log.state.currentItem })
  const write = (minute: number, item: number, kind: MinutesEntry['kind'], text: string, more = {}) => {
    const entry = { id: randomUUID(), item: idOf(item), kind, text: named(text), owner: '', dueOn: null, ...more }
    log.send(at(minute), theTeam, 'minutes:add', { entry })
    return entry.id
  }
  log.send(at(0), theTeam, 'meeting:start', {})
  log.send(at(4), theTeam, 'attendance:room', { count: 31 })
  for (const { item, minute, text } of HELD_NOTES) {
    while (log.state.currentItem !== idOf(item)) next(minute - 2)
    write(minute, item, 'note', text)
  }
  next(36)
  const asked = HELD_QUESTIONS.map((question, index) => ({ ...question, id: randomUUID(), minute: 38 + 7 * index }))
  for (const { id, minute, text, name, backings, answer } of asked) {
    log.send(at(minute), aDevice(), 'question:ask', { question: id, text: named(text), name, item: idOf(5) })
    log.send(at(minute + 1), theTeam, 'question:approve', { question: id })
    for (let device = 0; device < backings; device += 1)
      log.send(at(minute + 2), aDevice(), 'question:back', { question: id })
    if (answer === null) log.send(at(minute + 4), theTeam, 'question:later', { question: id })
    else {
      log.send(at(minute + 3), theTeam, 'question:answering', { question: id })
      log.send(at(minute + 5), theTeam, 'question:answer', { question: id, text: answer })
    }
  }
  next(55)
  write(66, 6, 'decision', HELD_DECISION)
  const dueOn = addDays(londonDay(startsAt), 56)
  const action = write(71, 6, 'action', HELD_ACTION, { owner: sergeant ?? '', dueOn })
  next(74)
  next(80)
  write(82, 8, 'decision', HELD_NEXT)
  log.send(at(86), theTeam, 'meeting:close', {}, 24)
  log.send(after(startsAt, publishedAfterDays * dayMs), theTeam, 'minutes:publish', {})
  for (const { id, answer } of asked)
    if (answer === null)
      log.send(after(startsAt, answeredAfterDays * dayMs), theTeam, 'question:answer', {
        question: id,
        text: LATER_ANSWER,
      })
  return action
}

/** The earlier meeting nearest to five weeks ago, if none was held yet and one is near enough. */
export async function dateToHold(
  { kysely }: Handle,
  { id: neighbourhoodId }: { id: number },
  now: Date,
): Promise<DateToHold | undefined> {
  const { rows } = await sql<DateToHold>`
    select id, neighbourhood_id as "neighbourhoodId", starts_at from event
    where neighbourhood_id = ${neighbourhoodId} and kind = 'meeting' and cancelled_at is null
      and starts_at between ${after(now, -70 * dayMs)} and ${after(now, -14 * dayMs)}
      and not exists (select from meeting where meeting.id = event.id)
      and not exists (select from meeting_change join event held on held.id = meeting_id
        where held.neighbourhood_id = ${neighbourhoodId} and meeting_change.kind = 'minutes:published')
    order by abs(extract(epoch from starts_at - ${after(now, -heldDaysAgo * dayMs)})) limit 1`.execute(kysely)
  return rows[0]
}

async function firstPriority({ kysely }: Handle, neighbourhoodId: number): Promise<number | null> {
  const row = await kysely
    .selectFrom('priority')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('closed_on', 'is', null)
    .orderBy('id')
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

function after(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms)
}
