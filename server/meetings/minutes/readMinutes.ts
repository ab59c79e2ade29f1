import { createHash } from 'node:crypto'
import { reduce } from '../../../shared/live/reduce.ts'
import { emptyMeeting, type MeetingState } from '../../../shared/live/state.ts'
import type { Minutes } from '../../../shared/minutes/minutes.ts'
import { asPublished, minutesOf } from '../../../shared/minutes/minutesOf.ts'
import type { Database } from '../../database/database.ts'
import { readLog, type StoredChange } from '../../live/log.ts'

/** A meeting's log with what it comes to. */
export interface ReadMinutes {
  changes: StoredChange[]
  state: MeetingState
  minutes: Minutes
}

/** Reads a meeting's log and makes minutes of it. */
export async function readMinutes(reader: Database['kysely'], meeting: number): Promise<ReadMinutes> {
  const { changes } = await readLog(reader, meeting, 0)
  const state = changes.reduce(reduce, emptyMeeting)
  return { changes, state, minutes: minutesOf(state, changes) }
}

/** Names what would be published: whoever approves it says by this what they saw. The order of an object's fields does not matter. */
export function fingerprintOf(state: MeetingState): string {
  const { minutes, questions, attendance, items } = asPublished(state)
  const seen = [
    items.map(({ id, title, titleWelsh, lead }) => [id, title, titleWelsh, lead]),
    minutes.map(({ id, item, kind, text, owner, dueOn }) => [id, item, kind, text, owner, dueOn]),
    questions.map(({ id, item, text, name, state, answer, mergedInto }) => [
      ...[id, item, text, name, state, mergedInto],
      answer?.text ?? null,
    ]),
    [attendance.room, attendance.online],
  ]
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)
}
