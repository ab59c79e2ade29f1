import { dueTime, type HoursCounted } from '../../shared/time/dueTime.ts'
import type { Database } from '../database/database.ts'
import { replyPromiseOf } from './rules.ts'
import { publishedVersions } from './versionQueries.ts'

/** Hours within which something is promised, and which of them count. */
export interface PromisedHours {
  hours: number
  counted: HoursCounted
}

/** What residents of a neighbourhood have been promised about their messages. Several standards may promise the same: the earliest time counts. */
export interface ReplyPromise {
  acknowledge: readonly PromisedHours[]
  answer: readonly PromisedHours[]
  /** What a resident may do when the answer is late, in plain words, and the hours that the supervisor then has; null when nothing is named. */
  recourse: { way: string; within: PromisedHours } | null
}

/** Where no standards are published nothing is promised: messages have no clock. */
export const nothingPromised: ReplyPromise = { acknowledge: [], answer: [], recourse: null }

/** The promise by which something is due first, and when that is; null when nothing was promised. */
export function firstDue(from: Date, promises: readonly PromisedHours[]): (PromisedHours & { at: Date }) | null {
  const due = promises.map((promise) => ({ ...promise, at: dueTime(from, promise.hours, promise.counted) }))
  return due.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
}

/** The promise of a neighbourhood's published standards about messages. */
export async function promisedReply(reader: Database['kysely'], neighbourhoodId: number): Promise<ReplyPromise> {
  const [current] = await publishedVersions(reader, neighbourhoodId)
  return current ? replyPromiseOf(current.standards) : nothingPromised
}
