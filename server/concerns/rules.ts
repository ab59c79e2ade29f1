/** What a concern may be about; the names are in shared/i18n/concerns.ts. */
export const topics = ['antisocial', 'roads', 'drugs', 'theft', 'surroundings', 'else'] as const
export type Topic = (typeof topics)[number]

/**
 * Where a concern stands: it waits for the team, everyone sees it, or it is settled. `ended` is what time has settled: nobody decided about
 * it, or it was shown long enough.
 */
export type ConcernState = 'waiting' | 'shown' | 'refused' | 'merged' | 'taken-off' | 'ended' | 'withdrawn'

/** So much of a concern as decides what can be done to it. */
export interface ConcernStanding {
  state: ConcernState
  priorityId: number | null
  erasedAt: Date | null
}

/** How many of its own concerns one device may have waiting or shown: nobody fills a team's list alone. */
export const mostOfOneDevice = 3
/** How many may wait in a neighbourhood: with more no team would read any. */
export const mostWaiting = 200

/** What a team can do to a concern. */
export const changes = ['show', 'refuse', 'merge', 'take-up', 'release', 'take-off'] as const
export type Change = (typeof changes)[number]

/** Whether a team can still do something to a concern. What was refused or taken off by mistake can be shown after all. */
export function canBe(change: Change, { state, priorityId, erasedAt }: ConcernStanding): boolean {
  if (erasedAt) return false
  switch (change) {
    case 'show':
      return state === 'waiting' || state === 'refused' || state === 'taken-off'
    case 'refuse':
      return state === 'waiting'
    case 'merge':
      return state === 'waiting' || state === 'shown'
    case 'take-up':
      return state === 'shown' && priorityId === null
    case 'release':
      return state === 'shown' && priorityId !== null
    case 'take-off':
      return state === 'shown'
    default:
      return change satisfies never
  }
}

/** Whether devices may back a concern: while it is shown and no priority has taken it up. */
export function canBeBacked({ state, priorityId, erasedAt }: ConcernStanding): boolean {
  return erasedAt === null && state === 'shown' && priorityId === null
}

/** A concern about which nobody decides ends after so long; so does one that no priority takes up, counted from when it was shown. */
export const waitsDays = 90
export const shownDays = 365
/** How long one stays in the list after the priority that took it up was closed. */
export const staysDaysAfterClosing = 90
/** How long words, address and devices are kept once a concern is settled. */
export const keptDaysAfterSettling = 90

/** The instant before which something that many days old happened. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000)
}
