import type { Database } from '../database/database.ts'
import { chairLinksOf, type ListedChairLink } from '../live/queries.ts'

const dayMs = 86_400_000
/** A chair can finish the minutes so many days after the meeting. */
const daysAfter = 14

/** The links to chair a meeting that work now. */
export async function chairLinks(reader: Database['kysely'], meeting: number, now: Date): Promise<ListedChairLink[]> {
  return (await chairLinksOf(reader, meeting)).filter(({ endedAt, expiresAt }) => endedAt === null && expiresAt > now)
}

/** Until when a link to chair a meeting works. */
export function linkExpiry({ starts_at }: { starts_at: Date }, now: Date): Date {
  return new Date(Math.max(starts_at.getTime(), now.getTime()) + daysAfter * dayMs)
}

/** The path of a private link to chair a meeting. */
export function chairLinkPath(meeting: number, text: string): string {
  return `/meetings/${meeting}/chair/${text}`
}
