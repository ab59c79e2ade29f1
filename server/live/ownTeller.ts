import { type OwnQuestion, questionsLearntAlone } from '../../shared/live/audience.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Database } from '../database/database.ts'
import { askersOf } from './queries.ts'
import type { Told } from './room.ts'

/** What devices are told of their own questions after some changes, by device. */
export type OwnQuestions = ReadonlyMap<string, OwnQuestion[]>

/**
 * Who asked the questions that have gone out of everyone's sight, or never were in it, and what became of each: so that those who asked, and
 * nobody else, are told. One query for all of them; none when everyone was told everything.
 * @param stateNow gives the meeting as it is once the query has been answered
 */
export async function ownQuestionsAfter(
  reader: Database['kysely'],
  meeting: number,
  told: readonly Told[],
  stateNow: () => MeetingState | undefined,
): Promise<OwnQuestions> {
  const concerned = new Set(told.flatMap(({ chair }) => questionsLearntAlone(chair)))
  const unseen = stateNow()?.questions.filter(({ id, isPublic }) => concerned.has(id) && !isPublic) ?? []
  if (unseen.length === 0) return new Map()
  const askers = await askersOf(
    reader,
    meeting,
    unseen.map(({ id }) => id),
  )
  const byQuestion = Map.groupBy(askers, ({ question }) => question)
  const own = new Map<string, OwnQuestion[]>()
  for (const { id, text, state } of stateNow()?.questions ?? [])
    for (const { device } of byQuestion.get(id) ?? [])
      own.set(device, [...(own.get(device) ?? []), { id, text, state }])
  return own
}
