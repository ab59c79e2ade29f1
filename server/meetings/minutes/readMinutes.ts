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

/** Names what would be published: whoever approves it says by this what they saw. */
export function fingerprintOf(state: MeetingState): string {
  const { minutes, questions, attendance, items } = asPublished(state)
  const seen = JSON.stringify([minutes, questions, attendance, items.map(({ id, title }) => [id, title])])
  return createHash('sha256').update(seen).digest('base64url').slice(0, 22)
}
