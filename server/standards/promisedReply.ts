import type { Database } from '../database/database.ts'
import { replyPromiseOf } from './rules.ts'
import { publishedVersions } from './versionQueries.ts'

/** What residents of a neighbourhood have been promised about their messages. */
export interface ReplyPromise {
  /** null: nothing was promised. */
  acknowledgeWithinHours: number | null
  answerWithinHours: number | null
  hours: 'calendar' | 'working'
  /** Hours that the supervisor has once a resident takes the way named for a broken promise. */
  recourseWithinHours: number | null
  /** That way, in plain words; null when none is named. */
  recourse: string | null
}

/** Where no standards are published nothing is promised: messages have no clock. */
export const nothingPromised: ReplyPromise = {
  acknowledgeWithinHours: null,
  answerWithinHours: null,
  hours: 'calendar',
  recourseWithinHours: null,
  recourse: null,
}

/** The promise of a neighbourhood's published standards about messages. */
export async function promisedReply(reader: Database['kysely'], neighbourhoodId: number): Promise<ReplyPromise> {
  const [current] = await publishedVersions(reader, neighbourhoodId)
  return current ? replyPromiseOf(current.standards) : nothingPromised
}
